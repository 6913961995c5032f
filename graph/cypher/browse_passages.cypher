// browse_passages($ids) -> id, report, quote, page, pages, start, end, claims
UNWIND $ids AS id
MATCH (p:Passage {id: id})
OPTIONAL MATCH (p)<-[:CORE|CONTEXT]-(c:Claim)
RETURN p.id AS id, p.report AS report, p.quote AS quote, p.page AS page, p.pages AS pages, p.start AS start, p.end AS end,
       collect(DISTINCT c.id) AS claims
