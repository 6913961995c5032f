// part_passages($report) -> claim, passage
MATCH (:Report {id: $report})<-[:STATED_IN]-(c:Claim)-[:CORE|CONTEXT]->(p:Passage)
RETURN c.id AS claim, p.id AS passage
