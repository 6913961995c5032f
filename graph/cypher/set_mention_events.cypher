// set_mention_events($rows)
UNWIND $rows AS row
MATCH (m:Mention {id: row.id})
SET m.identity = row.identity, m.type = row.type, m.status = row.status, m.date = row.date, m.count = row.count
