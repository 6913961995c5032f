// report_mentions($report) -> properties, world, date
MATCH (:Report {id: $report})<-[:NAMED_IN]-(m:Mention)
OPTIONAL MATCH (m)-[:RESOLVES_TO]->(w)
RETURN properties(m) AS properties, w.id AS world, w.date AS date
