// browse_holders($post) -> person, person_name, post, title, body, body_kind, body_name, former, acting, observed, since, until, claims
MATCH (person:Person)-[h:HOLDS_POST]->(p:Post {id: $post})
OPTIONAL MATCH (p)-[:POST_IN]->(b)
RETURN person.id AS person, person.name AS person_name, p.id AS post, p.name AS title,
       b.id AS body, labels(b)[0] AS body_kind, b.name AS body_name,
       h.former AS former, h.acting AS acting, h.observed AS observed, h.since AS since, h.until AS until, h.claims AS claims
