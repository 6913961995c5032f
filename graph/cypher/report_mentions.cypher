// report_mentions($report) -> properties, world
MATCH (:Report {id: $report})<-[:NAMED_IN]-(m:Mention)
OPTIONAL MATCH (m)-[:RESOLVES_TO]->(w)
RETURN properties(m) AS properties, w.id AS world
