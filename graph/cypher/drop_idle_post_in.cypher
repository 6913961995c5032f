// drop_idle_post_in($rows)
UNWIND $rows AS row
MATCH (a:Post {id: row.start})
CALL (row) {
  MATCH (b:Organisation {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
  UNION MATCH (b:Place {id: row.end}) RETURN b
}
MATCH (a)-[r:POST_IN {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
