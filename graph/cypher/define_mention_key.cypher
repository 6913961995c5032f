// define_mention_key()
CREATE INDEX mention_key IF NOT EXISTS FOR (n:Mention) ON (n.key)
