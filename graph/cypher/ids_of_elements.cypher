// ids_of_elements($elements) -> element, id
MATCH (n) WHERE elementId(n) IN $elements
RETURN elementId(n) AS element, n.id AS id
