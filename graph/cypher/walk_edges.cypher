// walk_edges($ids) -> start, end, type, role, former, acting, date, since, until, by_phone, rule, claims
UNWIND $ids AS start
MATCH (:Person|Organisation|Country|Post|Event {id: start})-[r:TOOK_PART|MET|HOLDS_POST|POST_IN|PART_OF]->(b:Person|Organisation|Country|Post|Event)
WHERE b.id IN $ids AND (r.role IS NULL OR r.role <> 'absent')
RETURN start, b.id AS end, type(r) AS type, r.role AS role, r.former AS former, r.acting AS acting,
       coalesce(r.on, r.observed) AS date, r.since AS since, r.until AS until, r.by_phone AS by_phone, r.rule AS rule, r.claims AS claims
