// put_took_part($rows)
UNWIND $rows AS row
MATCH (a:__Start__ {id: row.start})
MATCH (b:__End__ {id: row.end})
MERGE (b)<-[r:__Type__ {id: row.id}]-(a)
SET r += row.properties
SET r.claims = [x IN coalesce(r.claims, []) WHERE NOT x IN row.claims] + row.claims
