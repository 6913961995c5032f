// drop_broader($ids)
UNWIND $ids AS id
MATCH (:Topic {id: id})-[r:BROADER]->()
DELETE r
