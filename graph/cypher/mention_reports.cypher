// mention_reports($ids) -> report
UNWIND $ids AS id
MATCH (m:Mention {id: id})
RETURN DISTINCT m.report AS report
