// drop_idle_on($rows)
UNWIND $rows AS row
MATCH (a:Event {id: row.start})
MATCH (b:Day {id: row.end})
MATCH (a)-[r:ON {id: row.id}]->(b)
WHERE size(r.claims) = 0
DELETE r
