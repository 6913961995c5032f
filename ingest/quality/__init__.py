"""How right extraction is: reports compared with annotations of them, every error beside the sentence it is about.

Nothing that reads or extracts knows of this room. Which names are the same it settles by a table of its own,
beside the ontology's countries and places: a judge with the rules of the extractor would not see where they err.
"""
