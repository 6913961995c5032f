// browse_topics() -> id, name, aliases
MATCH (t:Topic)
RETURN t.id AS id, t.name AS name, t.aliases AS aliases
