"""Which of the highest offices a state can have: one without a president has none in any report."""

from ingest.extraction.lexicon import words


def may_have(code: str, head: str) -> bool:
    """Can the post be of that country? True where nothing is known against it."""
    land = code.lower()
    if head == "president":
        return land not in words("states_without_president")
    if head == "prime minister":
        return land not in words("states_without_prime_minister")
    if head in ("king", "queen", "crown prince", "crown princess"):
        return land in words("states_with_monarch")
    return head != "chancellor" or land in words("states_with_chancellor")
