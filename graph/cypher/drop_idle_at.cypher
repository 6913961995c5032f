// drop_idle_at($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
CALL (row) {
  MATCH (b:Place {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
}
MATCH (a)-[r:AT {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
