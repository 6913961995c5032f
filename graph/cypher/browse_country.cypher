// browse_country($code) -> id
MATCH (n:Country)
WHERE n.code = $code
RETURN n.id AS id
