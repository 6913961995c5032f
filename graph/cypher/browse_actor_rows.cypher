// browse_actor_rows($ids) -> id, kind, name, aliases, countries
UNWIND $ids AS id
MATCH (n:Person|Organisation|Country {id: id})
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases,
       CASE WHEN n.code IS NULL THEN n.countries ELSE [n.code] END AS countries
