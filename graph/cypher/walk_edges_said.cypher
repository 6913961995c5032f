// walk_edges_said($ids, $statuses) -> start, end, relation, status, role, former, acting, date, since, until, by_phone, claims
UNWIND $ids AS start
MATCH (:Person|Organisation|Country|Post|Event {id: start})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Mention)-[:RESOLVES_TO]->(b:Person|Organisation|Country|Post|Event)
WHERE b.id IN $ids AND c.status IN $statuses AND NOT c.rejected
  AND c.relation IN ['tookPart', 'met', 'holdsPost', 'postIn', 'partOf'] AND (c.role IS NULL OR c.role <> 'absent')
RETURN start, b.id AS end, c.relation AS relation, c.status AS status, c.role AS role, c.former AS former, c.acting AS acting,
       coalesce(c.date, c.observed) AS date, c.since AS since, c.until AS until, c.by_phone AS by_phone, [c.id] AS claims
