// browse_report_rows($ids) -> properties, claims
UNWIND $ids AS id
MATCH (r:Report {id: id})
OPTIONAL MATCH (r)<-[:STATED_IN]-(c:Claim)
RETURN properties(r) AS properties, count(c) AS claims
