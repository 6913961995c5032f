// drop_idle_holds_post($rows)
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Post {id: row.end})
MATCH (a)-[r:HOLDS_POST {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
