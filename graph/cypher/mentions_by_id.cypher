// mentions_by_id($ids) -> properties, world, date
UNWIND $ids AS id
MATCH (m:Mention {id: id})
OPTIONAL MATCH (m)-[:RESOLVES_TO]->(w)
RETURN properties(m) AS properties, w.id AS world, w.date AS date
