// reports() -> id, properties, claims
MATCH (r:Report)
OPTIONAL MATCH (r)<-[:STATED_IN]-(c:Claim)
RETURN r.id AS id, properties(r) AS properties, count(c) AS claims
