// browse_topic_rows($ids) -> id, name, aliases, concept, events
UNWIND $ids AS id
MATCH (t:Topic {id: id})
WITH t, COUNT { MATCH (t)<-[:BROADER*0..1]-(:Topic)<-[:ABOUT]-(e:Event) RETURN DISTINCT e } AS events
RETURN t.id AS id, t.name AS name, t.aliases AS aliases, t.concept AS concept, events
