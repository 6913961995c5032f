// drop_idle_concepts()
MATCH (t:Topic {concept: true})
WHERE NOT EXISTS { (t)<-[:BROADER*1..6]-(:Topic {concept: false}) }
DETACH DELETE t
