// put_at($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
CALL (row) {
  MATCH (b:Place {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
}
MERGE (a)-[r:AT {id: row.id}]->(b)
SET r += row.properties
SET r.claims = [x IN coalesce(r.claims, []) WHERE NOT x IN row.claims] + row.claims
