// report_claims($report) -> properties, subject, object, event, core
MATCH (:Report {id: $report})<-[:STATED_IN]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Mention)
MATCH (c)-[:CORE]->(p:Passage)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Mention)
OPTIONAL MATCH (c)-[:IN_EVENT]->(e:Mention)
RETURN properties(c) AS properties, s.id AS subject, o.id AS object, e.id AS event, p.id AS core
