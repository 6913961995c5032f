// define_bundle_id()
CREATE CONSTRAINT Bundle_id IF NOT EXISTS FOR (n:Bundle) REQUIRE n.id IS UNIQUE
