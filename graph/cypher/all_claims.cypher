// all_claims() -> properties, subject, object, event, quote, page, start, end, context
MATCH (c:Claim)-[:CORE]->(p:Passage)
MATCH (c)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(:Mention)-[:RESOLVES_TO]->(o)
OPTIONAL MATCH (c)-[:IN_EVENT]->(:Mention)-[:RESOLVES_TO]->(e)
RETURN properties(c) AS properties, s.id AS subject, o.id AS object, e.id AS event,
       p.quote AS quote, p.page AS page, p.start AS start, p.end AS end,
       [(c)-[x:CONTEXT]->(q:Passage) | [x.position, q.quote]] AS context
