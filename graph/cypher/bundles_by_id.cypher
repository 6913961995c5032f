// bundles_by_id($ids) -> properties
UNWIND $ids AS id
MATCH (b:Bundle {id: id})
RETURN properties(b) AS properties
