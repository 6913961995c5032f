// browse_events($types, $statuses, $first, $last, $within) -> id
MATCH (e:Event)
WHERE e.status IN $statuses
  AND (size($types) = 0 OR e.type IN $types)
  AND ($first IS NULL OR e.latest >= $first)
  AND ($last IS NULL OR e.earliest <= $last)
  AND ($within IS NULL OR e.id IN $within)
RETURN e.id AS id
ORDER BY coalesce(e.latest, '') DESC, id
