// tenures_of($ids) -> type, start, end, properties
UNWIND $ids AS id
MATCH (b:Post {id: id})<-[r:HOLDS_POST]-(a:Person)
RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
