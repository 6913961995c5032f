// ask_latest() -> published, latest
MATCH (r:Report)
WITH max(r.published) AS published
OPTIONAL MATCH (e:Event {status: 'happened'})
RETURN published, max(e.latest) AS latest
