// browse_places() -> id, name, aliases
MATCH (p:Place|Country)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases
