// reports() -> properties, claims
MATCH (r:Report)
OPTIONAL MATCH (r)<-[:STATED_IN]-(c:Claim)
RETURN properties(r) AS properties, count(c) AS claims
