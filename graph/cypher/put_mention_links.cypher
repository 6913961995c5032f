// put_mention_links($rows)
UNWIND $rows AS row
MATCH (m:Mention {id: row.id})
MATCH (r:Report {id: row.report})
MERGE (m)-[:NAMED_IN]->(r)
