// resolutions() -> mention, world, rule
MATCH (m:Mention)-[r:RESOLVES_TO]->(w)
RETURN m.id AS mention, w.id AS world, r.rule AS rule
