// put_on($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
MATCH (b:Day {id: row.end})
MERGE (a)-[r:ON {id: row.id}]->(b)
SET r += row.properties
SET r.claims = [x IN coalesce(r.claims, []) WHERE NOT x IN row.claims] + row.claims
