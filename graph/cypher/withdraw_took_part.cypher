// withdraw_took_part($rows)
UNWIND $rows AS row
MATCH (b:__End__ {id: row.end})<-[r:__Type__ {id: row.id}]-(a:__Start__)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims]
WITH r WHERE size(r.claims) = 0
DELETE r
