// clear_mentions() -> cleared
MATCH (m:Mention)
WHERE m.bundle IS NOT NULL
WITH m LIMIT 5000
REMOVE m.bundle
RETURN count(*) AS cleared
