// put_nodes($rows)
UNWIND $rows AS row
MERGE (n:__Label__ {id: row.id})
SET n = row.properties
