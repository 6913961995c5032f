// version() -> version, derivation
MATCH (g:Graph {id: 'graph'})
RETURN g.version AS version, g.derivation AS derivation
