// withdraw_at($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
CALL (row) {
  MATCH (b:Place {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
}
MATCH (a)-[r:AT {id: row.id}]->(b)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
