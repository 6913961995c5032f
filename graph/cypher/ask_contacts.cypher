// ask_contacts($actors, $others, $by_phone, $first, $last) -> actor, id, kind, name, countries, event, date, claims
UNWIND $actors AS actor
MATCH (a:Person|Organisation|Country {id: actor})-[m:MET]-(b:Person|Organisation|Country)
WHERE (size($others) = 0 OR b.id IN $others)
  AND ($by_phone IS NULL OR coalesce(m.by_phone, false) = $by_phone)
  AND ($first IS NULL OR (m.earliest <= $last AND m.latest >= $first
       AND (size(m.on) > 7 OR (m.earliest >= $first AND m.latest <= $last))))
RETURN actor, b.id AS id, labels(b)[0] AS kind, b.name AS name, b.countries AS countries, m.event AS event, m.on AS date, m.claims AS claims
