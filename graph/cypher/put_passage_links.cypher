// put_passage_links($rows)
UNWIND $rows AS row
MATCH (p:Passage {id: row.id})
MATCH (r:Report {id: row.report})
MERGE (p)-[:QUOTED_FROM]->(r)
