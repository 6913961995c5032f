// report($report) -> properties, claims
MATCH (r:Report {id: $report})
OPTIONAL MATCH (r)<-[:STATED_IN]-(c:Claim)
RETURN properties(r) AS properties, count(c) AS claims
