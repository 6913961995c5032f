// page_ascending($after, $after_id, $offset, $limit) -> id, key
WITH id, key
WHERE $after IS NULL OR key > $after OR (key = $after AND id > $after_id)
RETURN id, key
ORDER BY key, id
SKIP $offset LIMIT $limit
