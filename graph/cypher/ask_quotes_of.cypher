// ask_quotes_of($persons) -> id, said, claim, quote
UNWIND $persons AS person
MATCH (:Person {id: person})<-[:RESOLVES_TO]-(m:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)-[:CORE]->(p:Passage)
WHERE NOT c.rejected
RETURN DISTINCT person AS id, m.name AS said, c.id AS claim, p.quote AS quote
ORDER BY id, claim
