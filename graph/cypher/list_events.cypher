// list_events($types, $statuses, $first, $last, $dated, $within, $sort) -> page
MATCH (e:Event)
WHERE e.status IN $statuses
  AND (size($types) = 0 OR e.type IN $types)
  AND ($first IS NULL OR e.latest >= $first)
  AND ($last IS NULL OR e.earliest <= $last)
  AND (NOT $dated OR e.earliest IS NOT NULL)
  AND ($within IS NULL OR e.id IN $within)
WITH e.id AS id,
     CASE WHEN $sort = 'begin' THEN coalesce(e.earliest, '') + ' ' + coalesce(e.latest, '')
                WHEN $sort = 'name' THEN toLower(e.name)
                WHEN $sort = 'type' THEN coalesce(e.type, '')
                ELSE coalesce(e.latest, '') END AS key
__Page__
