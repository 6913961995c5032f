// raise_version()
MATCH (g:Graph {id: 'graph'})
SET g.version = g.version + 1, g.state = randomUUID()
