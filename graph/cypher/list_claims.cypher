// list_claims($reports, $relations, $statuses, $rejected, $first, $last, $within, $sort) -> page
MATCH (c:Claim)
WHERE (size($reports) = 0 OR c.report IN $reports)
  AND (size($relations) = 0 OR c.relation IN $relations)
  AND (size($statuses) = 0 OR c.status IN $statuses)
  AND ($rejected IS NULL OR c.rejected = $rejected)
  AND ($first IS NULL OR c.latest >= $first)
  AND ($last IS NULL OR c.earliest <= $last)
  AND ($within IS NULL OR c.id IN $within)
WITH c.id AS id,
     CASE WHEN $sort = 'confidence' THEN c.confidence
                WHEN $sort = 'report' THEN c.report
                ELSE coalesce(c.latest, '') END AS key
__Page__
