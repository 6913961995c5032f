// ask_events($types, $statuses, $first, $last) -> id, name, type, status, date, earliest, latest, count, several
MATCH (e:Event)
WHERE e.status IN $statuses
  AND (size($types) = 0 OR e.type IN $types)
  AND ($first IS NULL OR (e.earliest <= $last AND e.latest >= $first
       AND (size(e.date) > 7 OR (e.earliest >= $first AND e.latest <= $last))))
RETURN e.id AS id, e.name AS name, e.type AS type, e.status AS status, e.date AS date,
       e.earliest AS earliest, e.latest AS latest, e.count AS count, coalesce(e.several, false) AS several
ORDER BY earliest, id
