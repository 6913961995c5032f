// browse_actors() -> id, kind, name, aliases, countries
MATCH (n:Person|Organisation|Country)
RETURN n.id AS id, labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases,
       CASE WHEN n.code IS NULL THEN n.countries ELSE [n.code] END AS countries
