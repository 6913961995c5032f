// part_events_about($ends, $reports, $statuses) -> id
UNWIND $ends AS end
MATCH (:Topic {id: end})<-[:RESOLVES_TO]-(:Mention)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
WHERE c.relation = 'about' AND NOT c.rejected AND c.report IN $reports AND c.status IN $statuses
RETURN DISTINCT e.id AS id
