// list_actors($kinds, $country, $within, $sort) -> page
MATCH (n:Person|Organisation|Country)
WHERE (size($kinds) = 0 OR labels(n)[0] IN $kinds)
  AND ($country IS NULL OR n.code = $country OR $country IN coalesce(n.countries, []))
  AND ($within IS NULL OR n.id IN $within)
WITH n.id AS id,
     CASE WHEN $sort = 'events' THEN COUNT { (n)-[:TOOK_PART]->(:Event) }
                ELSE toLower(n.name) END AS key
__Page__
