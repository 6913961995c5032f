// browse_event_claims($ids) -> event, claim, relation, status, role, capacity, date, by_phone, id, kind, name
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[:RESOLVES_TO]-(m:Mention)<-[:SUBJECT|OBJECT|IN_EVENT]-(c:Claim)
WHERE NOT c.rejected
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT]->(o:Mention)-[:RESOLVES_TO]->(w)
WHERE o.id <> m.id
RETURN e.id AS event, c.id AS claim, c.relation AS relation, c.status AS status, c.role AS role, c.capacity AS capacity,
       c.date AS date, c.by_phone AS by_phone, w.id AS id, labels(w)[0] AS kind, w.name AS name
