// browse_claims_about($id) -> id
MATCH (n:Person|Organisation|Country|Place|Post|Event|Topic {id: $id})<-[:RESOLVES_TO]-(:Mention)<-[:SUBJECT|OBJECT|IN_EVENT]-(c:Claim)
RETURN DISTINCT c.id AS id
