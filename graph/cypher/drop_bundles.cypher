// drop_bundles($ids)
UNWIND $ids AS id
MATCH (b:Bundle {id: id})
DELETE b
