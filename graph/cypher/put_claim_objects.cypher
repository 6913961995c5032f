// put_claim_objects($rows)
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
MATCH (m:Mention {id: row.object})
MERGE (c)-[:OBJECT]->(m)
