// list_topics($concept, $within, $sort) -> page
MATCH (t:Topic)
WHERE ($concept IS NULL OR t.concept = $concept)
  AND ($within IS NULL OR t.id IN $within)
WITH t.id AS id,
     CASE WHEN $sort = 'events' THEN COUNT { MATCH (t)<-[:BROADER*0..1]-(:Topic)<-[:ABOUT]-(e:Event) RETURN DISTINCT e }
                ELSE toLower(t.name) END AS key
__Page__
