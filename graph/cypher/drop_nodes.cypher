// drop_nodes($ids)
UNWIND $ids AS id
MATCH (n:__Label__ {id: id})
DETACH DELETE n
