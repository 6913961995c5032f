// drop_idle_concepts()
MATCH (t:Topic {concept: true})
WHERE NOT EXISTS { (t)<-[:BROADER]-() }
DELETE t
