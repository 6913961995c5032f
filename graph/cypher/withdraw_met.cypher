// withdraw_met($rows)
UNWIND $rows AS row
CALL (row) {
  MATCH (a:Person {id: row.start}) RETURN a
  UNION MATCH (a:Organisation {id: row.start}) RETURN a
  UNION MATCH (a:Country {id: row.start}) RETURN a
}
CALL (row) {
  MATCH (b:Person {id: row.end}) RETURN b
  UNION MATCH (b:Organisation {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
}
MATCH (a)-[r:MET {id: row.id}]->(b)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
