// mentions_by_key($keys) -> properties, world, date
UNWIND $keys AS key
MATCH (m:Mention {key: key})
OPTIONAL MATCH (m)-[:RESOLVES_TO]->(w)
RETURN properties(m) AS properties, w.id AS world, w.date AS date
