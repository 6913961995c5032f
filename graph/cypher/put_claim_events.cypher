// put_claim_events($rows)
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
MATCH (m:Mention {id: row.event})
MERGE (c)-[:IN_EVENT]->(m)
