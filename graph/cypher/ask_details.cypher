// ask_details($events, $relation, $statuses) -> event, claim, id, name, kind, date
UNWIND $events AS event
MATCH (e:Event {id: event})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT]-(c:Claim)
WHERE c.relation = $relation AND c.status IN $statuses AND NOT c.rejected
OPTIONAL MATCH (c)-[:OBJECT]->(:Mention)-[:RESOLVES_TO]->(w)
RETURN event, c.id AS claim, w.id AS id, w.name AS name, labels(w)[0] AS kind, c.date AS date
