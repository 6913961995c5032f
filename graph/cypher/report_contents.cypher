// report_contents() -> id, content
MATCH (r:Report)
RETURN r.id AS id, r.content AS content
