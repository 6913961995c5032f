// withdraw_edges($rows)
UNWIND $rows AS row
MATCH (a:__Start__ {id: row.start})-[r:__Type__ {id: row.id}]->(b:__End__)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
WITH r WHERE size(r.claims) = 0
DELETE r
