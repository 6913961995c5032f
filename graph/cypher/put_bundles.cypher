// put_bundles($rows)
UNWIND $rows AS row
MERGE (b:Bundle {id: row.id})
SET b = row
