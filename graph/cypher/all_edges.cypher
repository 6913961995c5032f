// all_edges() -> type, start, end, properties
MATCH (a:__Label__)-[r]->(b)
RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
