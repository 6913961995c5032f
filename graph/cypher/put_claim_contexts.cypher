// put_claim_contexts($rows)
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
MATCH (p:Passage {id: row.passage})
MERGE (c)-[:CONTEXT {position: row.position}]->(p)
