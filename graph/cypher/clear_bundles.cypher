// clear_bundles() -> cleared
MATCH (b:Bundle)
WITH b LIMIT 5000
DELETE b
RETURN count(*) AS cleared
