// drop_report_claims($report)
MATCH (:Report {id: $report})<-[:STATED_IN]-(n:Claim)
DETACH DELETE n
