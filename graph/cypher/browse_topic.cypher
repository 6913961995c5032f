// browse_topic($id) -> id
MATCH (t:Topic {id: $id})
RETURN t.id AS id
UNION
MATCH (:Mention {id: $id})-[:RESOLVES_TO]->(t:Topic)
RETURN t.id AS id
