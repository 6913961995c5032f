// define_mention_bundle()
CREATE INDEX Mention_bundle IF NOT EXISTS FOR (n:Mention) ON (n.bundle)
