// nodes_of($ids) -> properties
UNWIND $ids AS id
MATCH (n:__Label__ {id: id})
RETURN properties(n) AS properties
