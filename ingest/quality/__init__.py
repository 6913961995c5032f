"""How right extraction is: reports compared with annotations of them, every error beside the sentence it is about.

Nothing that reads or extracts knows of this room.
"""
