// ask_full_names($bodies) -> name, claims
UNWIND $bodies AS id
MATCH (o:Organisation {id: id})<-[:RESOLVES_TO]-(m:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE m.name = o.name AND NOT c.rejected
RETURN o.name AS name, collect(DISTINCT c.id) AS claims
ORDER BY name
