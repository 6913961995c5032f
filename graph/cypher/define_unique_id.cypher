// define_unique_id()
CREATE CONSTRAINT __Label___id IF NOT EXISTS FOR (n:__Label__) REQUIRE n.id IS UNIQUE
