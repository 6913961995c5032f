// define_bundle_key()
CREATE INDEX Bundle_key IF NOT EXISTS FOR (n:Bundle) ON (n.key)
