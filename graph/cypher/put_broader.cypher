// put_broader($rows)
UNWIND $rows AS row
MATCH (a:Topic {id: row.start})
MATCH (b:Topic {id: row.end})
MERGE (a)-[:BROADER]->(b)
