// withdraw_post_in($rows)
UNWIND $rows AS row
MATCH (a:Post {id: row.start})
CALL (row) {
  MATCH (b:Organisation {id: row.end}) RETURN b
  UNION MATCH (b:Country {id: row.end}) RETURN b
  UNION MATCH (b:Place {id: row.end}) RETURN b
}
MATCH (a)-[r:POST_IN {id: row.id}]->(b)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
