// browse_post($id) -> id
MATCH (p:Post {id: $id})
RETURN p.id AS id
UNION
MATCH (:Mention {id: $id})-[:RESOLVES_TO]->(p:Post)
RETURN p.id AS id
