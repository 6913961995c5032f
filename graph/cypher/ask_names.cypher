// ask_names() -> kind, id, name, aliases, countries, within
MATCH (n:Person)
RETURN 'Person' AS kind, n.id AS id, n.name AS name, n.aliases AS aliases, n.countries AS countries, [] AS within
UNION ALL
MATCH (n:Organisation)
OPTIONAL MATCH (n)-[:PART_OF*1..3]->(c:Country)
RETURN 'Organisation' AS kind, n.id AS id, n.name AS name, n.aliases AS aliases, n.countries AS countries, collect(DISTINCT c.code) AS within
UNION ALL
MATCH (n:Country)
RETURN 'Country' AS kind, n.id AS id, n.name AS name, n.aliases AS aliases, [n.code] AS countries, [] AS within
UNION ALL
MATCH (n:Place)
RETURN 'Place' AS kind, n.id AS id, n.name AS name, n.aliases AS aliases, [] AS countries, [] AS within
