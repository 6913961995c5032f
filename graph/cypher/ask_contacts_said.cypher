// ask_contacts_said($actors, $others, $by_phone, $statuses, $first, $last) -> actor, id, kind, name, countries, event, date, claims
UNWIND $actors AS actor
MATCH (a:Person|Organisation|Country {id: actor})<-[:RESOLVES_TO]-(one:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(other:Mention)-[:RESOLVES_TO]->(b)
WHERE c.relation = 'met' AND c.status IN $statuses AND NOT c.rejected AND other.id <> one.id
  AND (size($others) = 0 OR b.id IN $others)
  AND ($by_phone IS NULL OR coalesce(c.by_phone, false) = $by_phone)
MATCH (c)-[:IN_EVENT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
WHERE $first IS NULL OR (e.earliest <= $last AND e.latest >= $first)
RETURN actor, b.id AS id, labels(b)[0] AS kind, b.name AS name, b.countries AS countries, e.id AS event, coalesce(c.date, e.date) AS date, [c.id] AS claims
