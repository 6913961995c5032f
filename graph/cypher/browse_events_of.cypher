// browse_events_of($actor) -> id
MATCH (:Person|Organisation|Country {id: $actor})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)-[:OBJECT|IN_EVENT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
WHERE c.relation IN ['tookPart', 'met'] AND NOT c.rejected AND c.status = e.status AND (c.role IS NULL OR c.role <> 'absent')
RETURN DISTINCT e.id AS id
