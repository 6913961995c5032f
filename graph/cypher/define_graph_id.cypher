// define_graph_id()
CREATE CONSTRAINT Graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE
