// drop_idle_about($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
MATCH (b:Topic {id: row.end})
MATCH (a)-[r:ABOUT {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
