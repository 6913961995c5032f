// worlds_of_reports($ids) -> mention, world, rule
UNWIND $ids AS id
MATCH (:Report {id: id})<-[:NAMED_IN]-(m:Mention)-[r:RESOLVES_TO]->(w)
RETURN m.id AS mention, w.id AS world, r.rule AS rule
