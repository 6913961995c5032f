// drop_report_mentions($report)
MATCH (:Report {id: $report})<-[:NAMED_IN]-(n:Mention)
DETACH DELETE n
