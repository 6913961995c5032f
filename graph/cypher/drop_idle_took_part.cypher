// drop_idle_took_part($rows)
UNWIND $rows AS row
CALL (row) {
  MATCH (a:Person {id: row.start}) RETURN a
  UNION MATCH (a:Organisation {id: row.start}) RETURN a
  UNION MATCH (a:Country {id: row.start}) RETURN a
}
MATCH (b:Event {id: row.end})
MATCH (a)-[r:TOOK_PART {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
