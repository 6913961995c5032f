// drop_idle_concepts($ids) -> dropped
UNWIND $ids AS id
MATCH (t:Topic {id: id})
WHERE NOT EXISTS { (t)<-[:BROADER]-(:Topic) }
DETACH DELETE t
RETURN count(*) AS dropped
