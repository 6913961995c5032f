// browse_events_with($relation, $ends) -> id
UNWIND $ends AS end
MATCH (w:Topic|Place|Country {id: end})<-[:RESOLVES_TO]-(:Mention)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
WHERE c.relation = $relation AND NOT c.rejected
RETURN DISTINCT e.id AS id
