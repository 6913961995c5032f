"""Laws of every document, whatever it was read from."""

import re
import string
import textwrap
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st
from readers import Reader

from ingest.document import BlockKind, Document
from ontology.errors import UnreadableReport

WORDS = st.sampled_from(
    (
        *(
            "minister",
            "envoy",
            "talks",
            "agreed",
            "harbour",
            "anti-fraud",
            "spring",
            "treaty",
            "fisheries",
            "north",
        ),
        *(
            "council",
            "opened",
            "without",
            "colleagues",
            "Lisbon",
            "Vartiala",
            "Oslo",
            "signed",
            "the",
            "a",
            "of",
        ),
        *("and", "with", "in", "on", "at", "by"),
    )
)
SENTENCES = st.lists(WORDS, min_size=6, max_size=30).map(
    lambda words: " ".join(words).capitalize() + "."
)
PARAGRAPHS = st.lists(
    st.lists(SENTENCES, min_size=2, max_size=5).map(" ".join), min_size=2, max_size=6
)
ANYTHING = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"), st.sampled_from(string.ascii_letters + " \n\n\f-•.:,\t")
    ),
    max_size=400,
)


def keeps_the_laws(document: Document) -> None:
    text = document.text
    assert text == text.strip()
    assert "\n\n" not in text
    assert not re.search(r"  |[\r\f\t\u00ad\u200b\u00a0]", text)
    covered = [(line.start, line.end) for line in document.lines]
    assert all(start < end <= len(text) for start, end in covered)
    gaps = [text[one[1] : two[0]] for one, two in pairwise(covered)]
    assert not any(gap.strip() for gap in gaps)
    assert text[covered[-1][1] :].strip() == ""
    assert covered[0][0] == 0
    assert all(1 <= line.page <= document.pages for line in document.lines)
    for one, two in pairwise(document.blocks):
        assert one.end <= two.start
    for index, block in enumerate(document.blocks):
        quote = text[block.start : block.end]
        assert quote.strip() == quote != ""
        assert "\n" not in quote
        passage = document.passage(block.start, block.end)
        assert passage.quote == quote
        assert "".join(text[part.start : part.end] for part in passage.segments) == quote
        assert block.heading is None or block.heading < index
        if block.lead_in is not None:
            assert block.lead_in < index
            assert block.kind is BlockKind.BULLET
    assert Document.model_validate_json(document.model_dump_json()) == document


@given(ANYTHING)
def test_any_text_keeps_the_laws_or_is_refused(read_text: Reader, text: str) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        try:
            document = read_text(text, name)
        except UnreadableReport:
            continue
        keeps_the_laws(document)


@given(PARAGRAPHS, st.integers(40, 100))
def test_wrapping_a_text_does_not_change_it(
    read_text: Reader, paragraphs: list[str], width: int
) -> None:
    clean = "\n".join(paragraphs)
    wrapped = "\n\n".join("\n".join(textwrap.wrap(each, width)) for each in paragraphs)
    # Where every line ends with a sentence, nothing tells that it was wrapped.
    assume(sum(not line.endswith(".") for line in wrapped.split("\n") if line) > 2)
    assert read_text(clean).text == clean
    assert read_text(wrapped).text == clean


@given(PARAGRAPHS)
def test_reading_the_canonical_text_gives_it_again(
    read_text: Reader, paragraphs: list[str]
) -> None:
    once = read_text("\n\n".join(paragraphs))
    assert read_text(once.text).text == once.text
    assert read_text("\n\n".join(paragraphs)) == once
