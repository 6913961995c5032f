// browse_posts($actor) -> person, person_name, post, title, body, body_kind, body_name, former, acting, observed, since, until, claims
MATCH (person:Person {id: $actor})-[h:HOLDS_POST]->(p:Post)
OPTIONAL MATCH (p)-[:POST_IN]->(b)
RETURN person.id AS person, person.name AS person_name, p.id AS post, p.name AS title,
       b.id AS body, labels(b)[0] AS body_kind, b.name AS body_name,
       h.former AS former, h.acting AS acting, h.observed AS observed, h.since AS since, h.until AS until, h.claims AS claims
UNION
MATCH (b:Organisation|Country {id: $actor})<-[:POST_IN]-(p:Post)<-[h:HOLDS_POST]-(person:Person)
RETURN person.id AS person, person.name AS person_name, p.id AS post, p.name AS title,
       b.id AS body, labels(b)[0] AS body_kind, b.name AS body_name,
       h.former AS former, h.acting AS acting, h.observed AS observed, h.since AS since, h.until AS until, h.claims AS claims
