// put_resolutions($rows)
UNWIND $rows AS row
MATCH (m:Mention {id: row.mention})
MATCH (w:__Label__ {id: row.world})
MERGE (m)-[r:RESOLVES_TO]->(w)
SET r.rule = row.rule, m.bundle = row.bundle
