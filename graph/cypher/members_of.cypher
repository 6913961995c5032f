// members_of($ids) -> world, mention, report, rule
UNWIND $ids AS id
MATCH (:__Label__ {id: id})<-[r:RESOLVES_TO]-(m:Mention)
RETURN id AS world, m.id AS mention, m.report AS report, r.rule AS rule
