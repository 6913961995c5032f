"""Questions in English, answered from the graph."""

from graph.asking.answer import Answer, Evidence
from graph.asking.asking import Asker, ask
from graph.asking.query import Either, Query, Refusal
from graph.asking.understand import understand

__all__ = ["Answer", "Asker", "Either", "Evidence", "Query", "Refusal", "ask", "understand"]
