// ask_holders($posts) -> person, name, post, title, former, acting, observed, since, until, claims
UNWIND $posts AS post
MATCH (p:Post {id: post})<-[h:HOLDS_POST]-(person:Person)
RETURN person.id AS person, person.name AS name, post, p.name AS title, h.former AS former, h.acting AS acting,
       h.observed AS observed, h.since AS since, h.until AS until, h.claims AS claims
