"""A graph that grows by a generated history."""

from resetting import empty
from strategies import Step

from graph.knowledge import KnowledgeGraph
from graph.store import Store


def grown(store: Store, history: list[Step]) -> KnowledgeGraph:
    """The graph of a store that was emptied and then changed so; what is taken back or forgotten is passed over."""
    empty(store)
    graph = KnowledgeGraph(store)
    for step in history:
        if step.extraction:
            graph.add(step.extraction)
        elif step.judgement and not step.undo:
            graph.judge(step.judgement)
    return graph
