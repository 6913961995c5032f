"""Whether every word in the room's tables is one that it can be: `python -m ingest.spelling`."""

import sys

from ingest.extraction import additions, lexicon, triggers
from ingest.quality.lexicon import standing_for


def main() -> int:
    """Reads the tables through; says what is misspelt."""
    try:
        triggers.verbs()
        additions.additions()
        lexicon.check()
        standing_for()
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
