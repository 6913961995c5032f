// withdraw_holds_post($rows)
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Post {id: row.end})
MATCH (a)-[r:HOLDS_POST {id: row.id}]->(b)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
