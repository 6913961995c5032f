// put_about($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
MATCH (b:Topic {id: row.end})
MERGE (a)-[r:ABOUT {id: row.id}]->(b)
SET r += row.properties
SET r.claims = [x IN coalesce(r.claims, []) WHERE NOT x IN row.claims] + row.claims
