"""Topics by the words that people use for them."""

from graph.browsing import proofs
from graph.catalogue import statement
from graph.store import Store
from graph.world import broader, concepts_in
from ontology.names import fold
from ontology.terms import TopicConcept


def topics_called(store: Store, said: str) -> set[str]:
    """Ids of the topics that hold all the words, or that belong to a concept of which one label is said.

    No topic is called by no word.
    """
    words, concepts = set(fold(said).split()), set(concepts_in(said))
    return {
        str(row["id"])
        for row in store.read(statement("browse_topics"))
        for name in (str(row["name"]), *proofs.texts(row["aliases"]))
        if (words and words <= set(fold(name).split())) or concepts & _concepts(name)
    }


def _concepts(name: str) -> set[TopicConcept]:
    return {each for concept in concepts_in(name) for each in (concept, *broader(concept))}
