// browse_post_names() -> id, name, aliases
MATCH (p:Post)
RETURN p.id AS id, p.name AS name, p.aliases AS aliases
