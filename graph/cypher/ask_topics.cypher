// ask_topics() -> id, name, aliases, broader
MATCH (t:Topic)
OPTIONAL MATCH (t)-[:BROADER]->(c:Topic)
RETURN t.id AS id, t.name AS name, t.aliases AS aliases, collect(DISTINCT c.name) AS broader
