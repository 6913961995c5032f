// define_mention_identity()
CREATE INDEX mention_identity IF NOT EXISTS FOR (n:Mention) ON (n.identity)
