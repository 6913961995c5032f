"""The door to a language model: any endpoint that speaks OpenAI's chat completions.

Nothing is asked unless it is switched on. Only this room knows the client's library, which is an extra.
"""
