// version() -> version, derivation, state
MATCH (g:Graph {id: 'graph'})
RETURN g.version AS version, g.derivation AS derivation, g.state AS state
