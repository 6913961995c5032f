// ask_pairs($by_phone, $first, $last) -> one, one_kind, one_name, one_countries, other, other_kind, other_name, other_countries, event, date, claims
MATCH (a)-[m:MET]->(b)
WHERE ($by_phone IS NULL OR coalesce(m.by_phone, false) = $by_phone)
  AND ($first IS NULL OR (m.earliest <= $last AND m.latest >= $first
       AND (size(m.on) > 7 OR (m.earliest >= $first AND m.latest <= $last))))
RETURN a.id AS one, labels(a)[0] AS one_kind, a.name AS one_name, a.countries AS one_countries, b.id AS other, labels(b)[0] AS other_kind, b.name AS other_name, b.countries AS other_countries,
       m.event AS event, m.on AS date, m.claims AS claims
ORDER BY date, one_name, other_name
