// list_posts($body, $holder, $within) -> page
MATCH (p:Post)
WHERE ($body IS NULL OR EXISTS { (p)-[:POST_IN]->(b:Organisation|Country|Place) WHERE b.id = $body })
  AND ($holder IS NULL OR EXISTS { (p)<-[:HOLDS_POST]-(h:Person) WHERE h.id = $holder })
  AND ($within IS NULL OR p.id IN $within)
WITH p.id AS id, toLower(p.name) AS key
__Page__
