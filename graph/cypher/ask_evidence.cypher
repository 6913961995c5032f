// ask_evidence($claims) -> claim, status, quote, page, start, end, report, file, title, published, event, date, context
UNWIND $claims AS id
MATCH (c:Claim {id: id})-[:CORE]->(p:Passage)-[:QUOTED_FROM]->(r:Report)
OPTIONAL MATCH (c)-[:SUBJECT|OBJECT|IN_EVENT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
OPTIONAL MATCH (c)-[x:CONTEXT]->(q:Passage)
WITH c, p, r, e, x, q ORDER BY x.position
RETURN c.id AS claim, c.status AS status, p.quote AS quote, p.page AS page, p.start AS start, p.end AS end,
       r.id AS report, r.file AS file, r.title AS title, r.published AS published,
       e.name AS event, coalesce(e.date, c.observed) AS date, collect(q.quote) AS context
