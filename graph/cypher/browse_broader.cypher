// browse_broader($topic) -> id, name, narrower
MATCH (:Topic {id: $topic})-[:BROADER]->(t:Topic)
RETURN t.id AS id, t.name AS name, false AS narrower
UNION
MATCH (t:Topic)-[:BROADER]->(:Topic {id: $topic})
RETURN t.id AS id, t.name AS name, true AS narrower
