// ask_wholes($bodies) -> name, claims
UNWIND $bodies AS id
MATCH (:Organisation {id: id})-[p:PART_OF]->(w:Organisation|Country)
RETURN w.name AS name, p.claims AS claims
ORDER BY name
