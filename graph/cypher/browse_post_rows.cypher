// browse_post_rows($ids) -> id, name, aliases, body, body_kind, body_name
UNWIND $ids AS id
MATCH (p:Post {id: id})
OPTIONAL MATCH (p)-[:POST_IN]->(b)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, b.id AS body, labels(b)[0] AS body_kind, b.name AS body_name
ORDER BY body_name
