// mentions_by_identity($identities) -> properties, world, date
UNWIND $identities AS identity
MATCH (m:Mention {identity: identity})
OPTIONAL MATCH (m)-[:RESOLVES_TO]->(w)
RETURN properties(m) AS properties, w.id AS world, w.date AS date
