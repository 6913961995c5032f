// drop_report_passages($report)
MATCH (:Report {id: $report})<-[:QUOTED_FROM]-(n:Passage)
DETACH DELETE n
