// walk_nodes($ids) -> id, kind, name, date
UNWIND $ids AS id
MATCH (n:Person|Organisation|Country|Post|Event {id: id})
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.date AS date
