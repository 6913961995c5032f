// withdraw_about($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
MATCH (b:Topic {id: row.end})
MATCH (a)-[r:ABOUT {id: row.id}]->(b)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
