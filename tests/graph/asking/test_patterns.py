import pytest

from graph.asking.matching import match, start_of
from graph.asking.patterns import PatternError, parse, words_of
from graph.asking.words import said, stem, stems, tokens_of


def bound(pattern: str, question: str) -> list[dict[str, str]]:
    tokens = tokens_of(question)
    found = match(start_of(parse(pattern, {"did": parse("did | does", {})})), tokens)
    return [{name: said(tokens[a:b]) for name, a, b in bindings} for bindings in found]


def test_a_pattern_binds_its_slots_to_the_words_between() -> None:
    assert bound("who <did> {actor} meet", "Who did Anna Liepa meet?") == [{"actor": "Anna Liepa"}]


def test_an_optional_slot_may_be_empty_and_an_optional_word_may_be_missing() -> None:
    assert bound("[the] end {rest?}", "end") == [{}]


def test_every_split_between_two_slots_is_offered() -> None:
    assert len(bound("{one} {other}", "a b c")) == 2


def test_words_left_over_make_no_match() -> None:
    assert bound("who met", "who met twice") == []


@pytest.mark.parametrize("broken", ["(a | b", "<nothing>", "a )"])
def test_a_malformed_pattern_is_refused(broken: str) -> None:
    with pytest.raises(PatternError):
        parse(broken, {})


def test_the_words_of_a_pattern_are_known() -> None:
    assert words_of(parse("who (met | saw [again]) {actor}", {})) == {"who", "met", "saw", "again"}


def test_a_possessive_is_a_word_of_its_own() -> None:
    assert [t.low for t in tokens_of("Anna's post, the officials' posts")] == [
        "anna", "'s", "post", "the", "officials", "'s", "posts",
    ]  # fmt: skip


def test_plurals_share_a_stem_with_their_singulars() -> None:
    for one, many in (
        ("body", "bodies"),
        ("talk", "talks"),
        ("press", "press"),
        ("speech", "speeches"),
    ):
        assert stem(one) == stem(many)


def test_stems_leave_out_what_carries_nothing() -> None:
    assert stems("The Ministry of Defence, and the ports") == ("ministry", "defence", "port")
