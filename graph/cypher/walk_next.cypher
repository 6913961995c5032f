// walk_next($ids) -> start, id
UNWIND $ids AS start
MATCH (:Person|Organisation|Country|Post|Event {id: start})-[r:TOOK_PART|MET|HOLDS_POST|POST_IN|PART_OF]-(b:Person|Organisation|Country|Post|Event)
WHERE (r.role IS NULL OR r.role <> 'absent')
RETURN DISTINCT start, b.id AS id
