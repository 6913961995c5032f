// drop_idle_days($ids)
UNWIND $ids AS id
MATCH (d:Day {id: id})
WHERE NOT EXISTS { (d)<-[:ON]-() }
DELETE d
