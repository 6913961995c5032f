// browse_attended($actor) -> event, role, claims
MATCH (a:Person|Organisation|Country {id: $actor})-[t:TOOK_PART]->(e:Event)
RETURN e.id AS event, t.role AS role, t.claims AS claims
ORDER BY coalesce(e.latest, '') DESC, event, role
