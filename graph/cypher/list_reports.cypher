// list_reports($first, $last, $within, $sort) -> page
MATCH (r:Report)
WITH r, split(coalesce(r.published, ''), '/') AS ends
WHERE ($first IS NULL OR (r.published IS NOT NULL AND substring(ends[size(ends) - 1] + '-99-99', 0, 10) >= $first))
  AND ($last IS NULL OR (r.published IS NOT NULL AND ends[0] <= $last))
  AND ($within IS NULL OR r.id IN $within)
WITH r.id AS id,
     CASE WHEN $sort = 'claims' THEN COUNT { (r)<-[:STATED_IN]-(:Claim) }
                WHEN $sort = 'title' THEN toLower(coalesce(r.title, r.file))
                WHEN $sort = 'file' THEN toLower(r.file)
                ELSE coalesce(r.published, '') + ' ' + r.file END AS key
__Page__
