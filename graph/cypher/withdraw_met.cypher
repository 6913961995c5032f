// withdraw_met($rows)
UNWIND $rows AS row
MATCH (a:__Start__ {id: row.start})-[r:__Type__ {id: row.id}]->(b:__End__)
SET r.claims = [x IN r.claims WHERE NOT x IN row.claims],
    r.stated = [x IN r.stated WHERE NOT x IN row.claims]
SET r.rule = CASE WHEN size(r.stated) = 0 THEN 'in-office' ELSE 'stated' END
WITH r WHERE size(r.claims) = 0
DELETE r
