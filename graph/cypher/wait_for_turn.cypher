// wait_for_turn()
MATCH (g:Graph {id: 'graph'})
SET g.turn = 'taken'
