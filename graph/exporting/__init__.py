"""The graph, or the part of it that passes a filter, written for other tools: one module a format."""
