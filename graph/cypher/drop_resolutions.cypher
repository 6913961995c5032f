// drop_resolutions($mentions)
UNWIND $mentions AS id
MATCH (:Mention {id: id})-[r:RESOLVES_TO]->()
DELETE r
