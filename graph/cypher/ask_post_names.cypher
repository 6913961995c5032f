// ask_post_names() -> id, name, aliases, bodies, holders, countries
MATCH (p:Post)
OPTIONAL MATCH (p)-[:POST_IN]->(b)
WITH p, collect(DISTINCT b.id) AS bodies
OPTIONAL MATCH (p)<-[h:HOLDS_POST]-(person:Person)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases, bodies,
       collect(DISTINCT CASE WHEN coalesce(h.former, false) THEN null ELSE person.id END) AS holders,
       collect(DISTINCT person.countries) AS countries
