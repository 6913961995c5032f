// set_claims_rejected($rows)
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c.rejected = row.rejected
