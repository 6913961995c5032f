// claim_reports($ids) -> report
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN DISTINCT c.report AS report
