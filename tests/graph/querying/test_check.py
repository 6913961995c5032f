"""The check of a statement: what reads passes as it is written, all else is refused with what is wrong."""

import string
from time import monotonic

import pytest
from corpus import Hostile, good, hostile
from hypothesis import given
from hypothesis import strategies as st

from graph.querying import checked
from graph.querying.allowed import FUNCTIONS, OTHER_COMMANDS
from ontology.errors import InvalidInput, InvalidStatement, InvalidSyntax, RefusedStatement

ERRORS = {"refused-statement": RefusedStatement, "invalid-syntax": InvalidSyntax}


def test_there_are_as_many_as_there_should_be() -> None:
    assert len({each.text for each in hostile()}) > 400
    assert len(set(good())) > 60


@pytest.mark.parametrize("each", hostile(), ids=lambda each: f"{each.kind}: {each.text!r}"[:90])
def test_what_is_hostile_is_refused(each: Hostile) -> None:
    with pytest.raises(InvalidStatement) as caught:
        checked(each.text)
    assert type(caught.value) is ERRORS[each.refused]
    assert caught.value.hint


@pytest.mark.parametrize("text", good())
def test_what_reads_passes_as_it_is_written(text: str) -> None:
    without = checked(text).text
    if "//" not in text and "/*" not in text:
        assert without == text.removesuffix(";")
    again = f"/* \u0430 'one' */ {text.removesuffix(';')} // two\n;\n"
    assert checked(again).text.split() == without.split()


def test_every_function_is_in_a_statement_that_is_answered() -> None:
    texts = " ".join(good()).lower()
    assert [name for name in sorted(FUNCTIONS) if f"{name}(" not in texts] == []


@pytest.mark.parametrize("word", sorted(OTHER_COMMANDS))
def test_no_command_stands_where_a_clause_or_a_name_can(word: str) -> None:
    for text in (
        f"{word} RETURN 1 AS x",
        f"MATCH (n) {word} n",
        f"MATCH (n) {word.lower()} n RETURN n",
        f"MATCH ({word}) RETURN 1 AS x",
        f"RETURN 1 AS {word}",
        f"RETURN {word}",
        f"RETURN {word}(1) AS x",
        f"CALL {{ {word} (n) RETURN n }} RETURN n",
        f"RETURN 1 AS x UNION {word} (n) RETURN n",
    ):
        with pytest.raises(InvalidStatement):
            checked(text)


@pytest.mark.parametrize("word", sorted(OTHER_COMMANDS))
def test_any_word_can_be_a_property_a_label_or_a_name_in_backticks(word: str) -> None:
    checked(f"MATCH (`{word}`:{word} {{{word}: '{word}'}}) RETURN `{word}`.{word} AS `{word} x`")


def test_comments_do_not_reach_the_server_and_places_stay() -> None:
    text = "MATCH (n) // DELETE n\n/* CREATE\n(x) */ RETURN n /**/AS x"
    plain = checked(text).text
    assert len(plain) == len(text)
    assert plain.count("\n") == text.count("\n")
    assert "DELETE" not in plain
    assert "CREATE" not in plain
    assert plain.index("RETURN") == text.index("RETURN")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("MATCH (n) DELETE n", "line 1, column 11"),
        ("MATCH (n)\nRETURN n.name AS\n", "line 3, column 1"),
        ("MATCH (n)\n  RETURN n § 1", "line 2, column 12"),
        ("RETURN 'a\nb", "line 1, column 8"),
    ],
)
def test_an_error_says_where_it_is(text: str, where: str) -> None:
    with pytest.raises(InvalidStatement, match=where):
        checked(text)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 1 AS x" + " " * 1_000_000,
        "RETURN " + "(" * 10_000 + "1" + ")" * 10_000,
        "RETURN " + "(" * 4_000 + "1" + ")" * 4_000,
        "RETURN " + "[" * 30 + "]" * 30,
        "RETURN " + "{a: " * 1_500 + "1" + "}" * 1_500,
        "RETURN " + "CASE WHEN true THEN " * 150 + "1" + " ELSE 0 END" * 150,
        "RETURN " + "CALL { " * 1_000,
        "MATCH " + "(n)-->" * 1_500 + "() RETURN 1 AS x",
        "RETURN " + "NOT " * 2_400 + "true",
        "RETURN 1" + " AND true" * 1_100,
        "RETURN 1" + " + 1" * 2_400,
        "RETURN " + "-" * 9_900 + "1",
        "RETURN 1 AS x" + " UNION RETURN 1 AS x" * 480,
        "(" * 9_999,
        "`" * 9_999,
        "'" * 9_999,
        "/*" * 4_999,
        "[" + "a IN " * 1_900,
        "RETURN " + "a." * 4_900 + "a",
    ],
    ids=lambda text: f"{text[:24]}… {len(text)}",
)
def test_what_is_huge_or_deep_is_refused_at_once(text: str) -> None:
    begun = monotonic()
    with pytest.raises(InvalidStatement):
        checked(text)
    assert monotonic() - begun < 2


_SIGNS = "n (n) --> { } ( ) [ ] ' \" ` // /* */ \\ \\u0027 ; \n , . : $x 1 x MATCH RETURN WITH WHERE CALL AS UNION"
_WORDS = st.sampled_from([*sorted(OTHER_COMMANDS), *_SIGNS.split(" ")])


@given(st.lists(_WORDS, max_size=30), st.sampled_from(["", " "]))
def test_no_bare_command_passes_in_any_arrangement(words: list[str], between: str) -> None:
    text = between.join(words)
    try:
        plain = checked(text, {"x": 1} if "$x" in text else None).text
    except InvalidInput:
        return
    for word in OTHER_COMMANDS & set(words):
        assert _is_quoted_or_a_key(plain, word)


def _is_quoted_or_a_key(text: str, word: str) -> bool:
    """Does the word stand nowhere but in quotes, or as the name of a property, label or key?"""
    at = -1
    while (at := text.find(word, at + 1)) >= 0:
        before = text[:at]
        quoted = any(before.count(quote) % 2 for quote in "'\"`")
        joined = (
            before[-1:] in string.ascii_letters
            or text[at + len(word) :][:1] in string.ascii_letters
        )
        key = before.rstrip()[-1:] in (".", ":", "{", ",", "|", "&", "!") or joined
        if not quoted and not key:
            return False
    return True


@given(st.text(max_size=60))
def test_any_text_is_a_statement_or_an_error_of_ours(text: str) -> None:
    for each in (text, f"RETURN {text} AS x", f"MATCH (n) {text} RETURN n"):
        try:
            checked(each)
        except InvalidInput as error:
            assert error.hint  # noqa: PT017 - that it is an error at all is not what is tested


def test_parameters_are_just_those_of_the_statement() -> None:
    assert checked("RETURN $a AS x", {"a": 1}).parameters == {"a": 1}
    with pytest.raises(InvalidInput, match=r"\$a, and no value"):
        checked("RETURN $a AS x")
    with pytest.raises(InvalidInput, match=r"no parameter \$b"):
        checked("RETURN $a AS x", {"a": 1, "b": 2})


def test_a_regular_expression_that_comes_as_a_parameter_is_looked_at_too() -> None:
    text = "MATCH (n) WHERE n.name =~ $p RETURN n"
    assert checked(text, {"p": "(?i).*minist.*"}).parameters
    with pytest.raises(RefusedStatement):
        checked(text, {"p": "(a+)+b"})
