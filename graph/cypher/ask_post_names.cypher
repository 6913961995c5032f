// ask_post_names() -> id, name, aliases, bodies, countries
MATCH (p:Post)
OPTIONAL MATCH (p)-[:POST_IN]->(b)
WITH p, collect(DISTINCT b.id) AS bodies
OPTIONAL MATCH (p)<-[:HOLDS_POST]-(h:Person)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, bodies, collect(DISTINCT h.countries) AS countries
