// clear_nodes() -> cleared
MATCH (n:__Label__)
WITH n LIMIT 5000
DETACH DELETE n
RETURN count(*) AS cleared
