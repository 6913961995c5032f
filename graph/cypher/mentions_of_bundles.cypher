// mentions_of_bundles($bundles) -> bundle, mention, report
UNWIND $bundles AS bundle
MATCH (m:Mention {bundle: bundle})
RETURN bundle, m.id AS mention, m.report AS report
