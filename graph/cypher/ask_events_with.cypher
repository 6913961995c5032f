// ask_events_with($facets, $wanted, $types, $statuses, $first, $last) -> id, name, type, status, date, earliest, latest, count, several
UNWIND range(0, size($facets) - 1) AS number
CALL (number) {
  UNWIND $facets[number].events AS id
  MATCH (e:Event {id: id})
  RETURN e
  UNION
  UNWIND $facets[number].topics AS id
  MATCH (:Topic {id: id})<-[:RESOLVES_TO]-(:Mention)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
  WHERE c.relation = 'about' AND c.status IN $statuses AND NOT c.rejected
  RETURN e
  UNION
  UNWIND $facets[number].places AS id
  MATCH (place:Place|Country {id: id})<-[:RESOLVES_TO]-(:Mention)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
  WHERE c.relation = 'atPlace' AND c.status IN $statuses AND NOT c.rejected
  RETURN e
  UNION
  UNWIND $facets[number].actors AS id
  MATCH (actor:Person|Organisation|Country {id: id})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
  WHERE c.relation = 'tookPart' AND c.role IN $facets[number].roles AND NOT c.rejected
    AND (c.status IN $statuses OR c.role = 'absent')
  RETURN e
  UNION
  UNWIND $facets[number].actors AS id
  MATCH (actor:Person|Organisation|Country {id: id})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT|OBJECT]-(c:Claim)-[:IN_EVENT]->(:Mention)-[:RESOLVES_TO]->(e:Event)
  WHERE c.relation = 'met' AND 'participant' IN $facets[number].roles AND c.status IN $statuses AND NOT c.rejected
  RETURN e
  UNION
  UNWIND $facets[number].actors AS id
  MATCH (:Country {id: id})-[m:MET]-(:Country)
  WHERE 'participant' IN $facets[number].roles AND 'happened' IN $statuses
  WITH m.event AS event
  MATCH (e:Event {id: event})
  RETURN e
}
WITH e, count(DISTINCT number) AS met
WHERE met = $wanted AND e.status IN $statuses
  AND (size($types) = 0 OR e.type IN $types)
  AND ($first IS NULL OR (e.earliest <= $last AND e.latest >= $first
       AND (size(e.date) > 7 OR (e.earliest >= $first AND e.latest <= $last))))
RETURN e.id AS id, e.name AS name, e.type AS type, e.status AS status, e.date AS date,
       e.earliest AS earliest, e.latest AS latest, e.count AS count, coalesce(e.several, false) AS several
ORDER BY earliest, id
