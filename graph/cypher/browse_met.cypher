// browse_met($actor) -> id, kind, name, event, event_name, date, by_phone, rule, claims
MATCH (a:Person|Organisation|Country {id: $actor})-[m:MET]-(b:Person|Organisation|Country)
OPTIONAL MATCH (e:Event {id: m.event})
RETURN b.id AS id, labels(b)[0] AS kind, b.name AS name, m.event AS event, e.name AS event_name,
       m.on AS date, m.by_phone AS by_phone, m.rule AS rule, m.claims AS claims
ORDER BY coalesce(m.latest, '') DESC, name, event
