// put_claim_links($rows)
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
MATCH (r:Report {id: row.report})
MATCH (p:Passage {id: row.core})
MATCH (s:Mention {id: row.subject})
MERGE (c)-[:STATED_IN]->(r)
MERGE (c)-[:CORE]->(p)
MERGE (c)-[:SUBJECT]->(s)
