// page_count() -> total
RETURN count(id) AS total
