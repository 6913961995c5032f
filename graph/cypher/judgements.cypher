// judgements() -> properties
MATCH (j:Judgement)
RETURN properties(j) AS properties
