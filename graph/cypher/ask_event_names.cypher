// ask_event_names() -> id, name, word, quoted
MATCH (e:Event)
OPTIONAL MATCH (e)<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT]-(c:Claim)-[:CORE]->(p:Passage)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Mention)
RETURN e.id AS id, e.name AS name, o.name AS word,
       CASE WHEN c.relation = 'eventType' THEN p.quote ELSE null END AS quoted
