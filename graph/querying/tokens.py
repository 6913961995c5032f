"""The words and signs of a statement; what could be read in two ways is refused.

Outside texts and quoted names a statement is ASCII without backslashes, so that no letter of another alphabet, odd
space or escape is a keyword to a server and something else here. Comments never reach a server.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from ontology.errors import InvalidSyntax, RefusedStatement

LONGEST = 10_000
"""Characters of a statement."""
MOST = 1_000
"""Words and signs of a statement."""
DEEPEST = 25
"""Brackets within brackets."""

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<comment>//[^\r\n]* | /\*.*?\*/)
      | (?P<text>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
      | (?P<quoted>`[^`]*`)
      | (?P<parameter>\$[A-Za-z_][A-Za-z0-9_]*)
      | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_]))
      | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<sign><=|>=|<>|=~|\.\.|\|\||[()\[\]{},.:;+\-*/%^=<>|&!])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9A-Fa-f]{4})|(?P<plain>[\\'\"nrtbf](?![uU])|['\"]))|\\")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    QUOTED = auto()
    PARAMETER = auto()
    NUMBER = auto()
    TEXT = auto()
    SIGN = auto()
    END = auto()


class Token(NamedTuple):
    """A word or sign, and where it begins."""

    kind: Kind
    text: str
    start: int


class Tokens(NamedTuple):
    """A statement in tokens, its text without comments, and the closing bracket of each opening one."""

    text: str
    all: list[Token]
    closing: dict[int, int]


def tokens(statement: str) -> Tokens:
    """The tokens of a statement; raises InvalidSyntax and RefusedStatement."""
    if len(statement) > LONGEST:
        raise RefusedStatement(
            f"The statement is longer than {LONGEST:,} characters", "Give long lists as parameters"
        )
    if odd := _CONTROL.search(statement):
        raise _strange(statement, odd.start())
    found: list[Token] = []
    plain: list[str] = []
    position = 0
    while position < len(statement):
        match = _TOKEN.match(statement, position)
        if match is None:
            raise _strange(statement, position)
        kind, text = str(match.lastgroup), match[0]
        plain.append(re.sub(r"[^\r\n]", " ", text) if kind == "comment" else text)
        if kind not in ("space", "comment"):
            token = Token(Kind[kind.upper()], text, position)
            _check(statement, token)
            found.append(token)
        position = match.end()
    if len(found) > MOST:
        raise RefusedStatement(
            f"The statement has more than {MOST:,} words and signs", "Give long lists as parameters"
        )
    end = found.pop().start if found and found[-1].text == ";" else len(statement)
    found.append(Token(Kind.END, "", len(statement)))
    return Tokens("".join(plain)[:end], found, _brackets(statement, found))


def place(statement: str, position: int) -> str:
    """Where in a statement something is, for people."""
    before = statement[:position]
    return f"line {before.count(chr(10)) + 1}, column {position - before.rfind(chr(10))}"


def _strange(statement: str, position: int) -> InvalidSyntax:
    character = statement[position]
    where = place(statement, position)
    if character in "'\"`" or statement.startswith("/*", position):
        return InvalidSyntax(f"What begins at {where} does not end", "Close the quotes or comment")
    return InvalidSyntax(
        f"{character!r} at {where} is no part of a statement",
        "Outside texts use ASCII; names with other letters stand in backticks",
    )


def _check(statement: str, token: Token) -> None:
    """A server may undo escapes before it looks where a text ends."""
    if token.kind is Kind.QUOTED and not re.fullmatch(r"`[^`\\\r\n\t]+`", token.text):
        raise InvalidSyntax(
            f"The name at {place(statement, token.start)} cannot be used",
            "Between backticks there is one line without backslashes",
        )
    if token.kind is not Kind.TEXT:
        return
    for escape in _ESCAPE.finditer(token.text):
        code = escape["code"]
        if code and chr(int(code, 16)).isalnum():
            continue
        if code or not escape["plain"]:
            raise InvalidSyntax(
                f"{escape[0]!r} in the text at {place(statement, token.start)} is no escape that can be used here",
                r"Use \\, \', \", \n, \r, \t, \b, \f or \u0041; give any other text as a parameter",
            )


def _brackets(statement: str, found: list[Token]) -> dict[int, int]:
    """The number of the closing bracket for that of each opening one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for number, token in enumerate(found):
        if token.kind is not Kind.SIGN:
            continue
        if token.text in _CLOSING:
            opened.append(number)
            if len(opened) > DEEPEST:
                raise RefusedStatement(
                    f"There are more than {DEEPEST} brackets within each other at {place(statement, token.start)}",
                    "Use WITH to go step by step",
                )
        elif token.text in _CLOSING.values():
            if not opened or _CLOSING[found[opened[-1]].text] != token.text:
                raise InvalidSyntax(
                    f"{token.text!r} at {place(statement, token.start)} closes nothing", "Remove it"
                )
            pairs[opened.pop()] = number
    if opened:
        token = found[opened[-1]]
        raise InvalidSyntax(
            f"{token.text!r} at {place(statement, token.start)} is not closed", "Close it"
        )
    return pairs
