// report_passages($report) -> properties
MATCH (:Report {id: $report})<-[:QUOTED_FROM]-(p:Passage)
RETURN properties(p) AS properties
