// ask_participants($events, $roles, $statuses) -> event, id, kind, name, countries, role, claim
UNWIND $events AS event
MATCH (e:Event {id: event})<-[:RESOLVES_TO]-(:Mention)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(a)
WHERE c.relation = 'tookPart' AND c.role IN $roles AND NOT c.rejected
  AND (c.status IN $statuses OR c.role = 'absent')
RETURN event, a.id AS id, labels(a)[0] AS kind, a.name AS name, a.countries AS countries, c.role AS role, c.id AS claim
UNION
UNWIND $events AS event
MATCH (e:Event {id: event})<-[:RESOLVES_TO]-(:Mention)<-[:IN_EVENT]-(c:Claim)-[:SUBJECT|OBJECT]->(:Mention)-[:RESOLVES_TO]->(a)
WHERE c.relation = 'met' AND 'participant' IN $roles AND c.status IN $statuses AND NOT c.rejected
RETURN event, a.id AS id, labels(a)[0] AS kind, a.name AS name, a.countries AS countries, 'participant' AS role, c.id AS claim
