// browse_claims($ids) -> properties, subject, subject_kind, subject_name, object, object_kind, object_name, core, context
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:CORE]->(p:Passage)
MATCH (c)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(:Mention)-[:RESOLVES_TO]->(o)
OPTIONAL MATCH (c)-[x:CONTEXT]->(q:Passage)
WITH c, p, s, o, x, q ORDER BY x.position
RETURN properties(c) AS properties, s.id AS subject, labels(s)[0] AS subject_kind, s.name AS subject_name,
       o.id AS object, labels(o)[0] AS object_kind, o.name AS object_name,
       [p.quote, p.page, p.start, p.end] AS core,
       [y IN collect([q.quote, q.page, q.start, q.end]) WHERE y[0] IS NOT NULL] AS context
