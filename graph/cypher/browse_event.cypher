// browse_event($id) -> id
MATCH (e:Event {id: $id})
RETURN e.id AS id
UNION
MATCH (:Mention {id: $id})-[:RESOLVES_TO]->(e:Event)
RETURN e.id AS id
