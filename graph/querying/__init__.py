"""Cypher that people write themselves: checked, then run on the store, reading and bounded."""

from graph.querying.statement import Checked, checked

__all__ = ["Checked", "checked"]
