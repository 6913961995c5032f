// walk_next_said($ids, $statuses) -> start, id
UNWIND $ids AS start
MATCH (:Person|Organisation|Country|Post|Event {id: start})<-[:RESOLVES_TO]-(m:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(o:Mention)-[:RESOLVES_TO]->(b:Person|Organisation|Country|Post|Event)
WHERE o.id <> m.id AND c.status IN $statuses AND NOT c.rejected
  AND c.relation IN ['tookPart', 'met', 'holdsPost', 'postIn', 'partOf'] AND (c.role IS NULL OR c.role <> 'absent')
RETURN DISTINCT start, b.id AS id
