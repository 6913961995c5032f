// browse_event_rows($ids) -> id, name, type, status, date, count
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN e.id AS id, e.name AS name, e.type AS type, e.status AS status, e.date AS date, e.count AS count
