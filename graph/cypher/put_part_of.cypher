// put_part_of($rows)
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})
CALL (row) {
  MATCH (b:Organisation {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
}
MERGE (a)-[r:PART_OF {id: row.id}]->(b)
SET r += row.properties
SET r.claims = [x IN coalesce(r.claims, []) WHERE NOT x IN row.claims] + row.claims
