// withdraw_on($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
MATCH (b:Day {id: row.end})
MATCH (a)-[r:ON {id: row.id}]->(b)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
