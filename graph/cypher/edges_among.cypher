// edges_among($ids, $ends) -> type, start, end, properties
UNWIND $ids AS id
MATCH (a:__Label__ {id: id})-[r]->(b)
WHERE b.id IN $ends
RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
