// report($report) -> properties
MATCH (r:Report {id: $report})
RETURN properties(r) AS properties
