// part_events_with($ends, $reports, $statuses) -> id
UNWIND $ends AS end
MATCH (:Person|Organisation|Country {id: end})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)-[:OBJECT|IN_EVENT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
WHERE c.relation IN ['tookPart', 'met'] AND NOT c.rejected AND c.report IN $reports AND c.status IN $statuses
RETURN DISTINCT e.id AS id
