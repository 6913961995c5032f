// list_passages($reports, $page, $within) -> page
MATCH (p:Passage)
WHERE (size($reports) = 0 OR p.report IN $reports)
  AND ($page IS NULL OR $page IN p.pages)
  AND ($within IS NULL OR p.id IN $within)
WITH p.id AS id, p.report + ' ' + substring(toString(1000000000 + p.start), 1) AS key
__Page__
