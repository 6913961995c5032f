// version() -> version
MATCH (g:Graph {id: 'graph'})
RETURN g.version AS version
