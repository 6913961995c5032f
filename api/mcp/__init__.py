"""The door for language models: tools of the Model Context Protocol over the graph, none of which writes."""

from api.mcp.server import server_of

__all__ = ["server_of"]
