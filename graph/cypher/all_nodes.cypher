// all_nodes() -> label, properties
MATCH (n:__Label__)
RETURN labels(n)[0] AS label, properties(n) AS properties
