// report_contexts($report) -> claim, position, passage
MATCH (:Report {id: $report})<-[:STATED_IN]-(c:Claim)
MATCH (c)-[x:CONTEXT]->(p:Passage)
RETURN c.id AS claim, x.position AS position, p.id AS passage
