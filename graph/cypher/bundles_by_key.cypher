// bundles_by_key($keys) -> properties
UNWIND $keys AS key
MATCH (b:Bundle {key: key})
RETURN properties(b) AS properties
