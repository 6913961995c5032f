// ask_posts_of($persons) -> person, post, title, body, body_id, body_kind, former, acting, observed, since, until, claims
UNWIND $persons AS id
MATCH (person:Person {id: id})-[h:HOLDS_POST]->(p:Post)
OPTIONAL MATCH (p)-[:POST_IN]->(b)
RETURN id AS person, p.id AS post, p.name AS title, b.name AS body, b.id AS body_id, labels(b)[0] AS body_kind,
       h.former AS former, h.acting AS acting, h.observed AS observed, h.since AS since, h.until AS until, h.claims AS claims
