// drop_idle_part_of($rows)
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})
CALL (row) {
  MATCH (b:Organisation {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
}
MATCH (a)-[r:PART_OF {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
