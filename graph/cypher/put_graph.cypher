// put_graph($derivation)
MERGE (g:Graph {id: 'graph'})
ON CREATE SET g.version = 0
SET g.derivation = $derivation
