// put_graph($derivation)
MERGE (g:Graph {id: 'graph'})
ON CREATE SET g.version = 0, g.state = randomUUID()
SET g.derivation = $derivation
