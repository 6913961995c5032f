// put_holds_post($rows)
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Post {id: row.end})
MERGE (a)-[r:HOLDS_POST {id: row.id}]->(b)
SET r += row.properties
SET r.claims = [x IN coalesce(r.claims, []) WHERE NOT x IN row.claims] + row.claims
