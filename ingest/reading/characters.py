"""Characters: bytes become text, and text loses what only serves the typesetter."""

import codecs
import contextlib
import re
import unicodedata

from ontology.errors import BrokenReport

SOFT_HYPHEN = "\u00ad"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_SYMBOLS = {  # where word processors keep their bullet signs
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "►", "\uf076": "•", "\uf0fc": "•", "\uf02d": "–", "\uf06f": "○",
}  # fmt: skip
_HYPHENS = dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-")
_BREAKS = dict.fromkeys("\x0b\x85\u2028\u2029", "\n")
_TABLE = str.maketrans({**_LIGATURES, **_SYMBOLS, **_HYPHENS, **_BREAKS, "\t": " "})
_KEPT_CONTROLS = "\n\f" + SOFT_HYPHEN
_NOT_WESTERN = re.compile(rb"[\xc0-\xff]{4}")
"""Accented letters, if it were Windows-1252; no western word has so many in a row."""
_ODD = re.compile(r"[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]")


def decoded(content: bytes, name: str, declared: str | None = None) -> str:
    """The text in bytes of UTF-8, UTF-16, UTF-32, what the file declares, or Windows-1252; raises BrokenReport."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise _no_text(name) from None
        text = _otherwise_decoded(content, name, declared)
    if _is_binary(text):
        raise _no_text(name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return encoding
    sample = content[:4000]
    if sample.count(0) > len(sample) / 4:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8"


def _otherwise_decoded(content: bytes, name: str, declared: str | None) -> str:
    """What is no UTF-8, or was, before it lost some bytes."""
    with contextlib.suppress(LookupError, UnicodeError):
        return content.decode(declared or "utf-8")
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) >= 2 * lost:
        return text
    western = content.decode("cp1252", errors="replace")
    if _NOT_WESTERN.search(content) and not _is_binary(western):
        raise BrokenReport(
            f"{name} does not say in which encoding it is", "Save it as UTF-8 and give it again"
        )
    return western


def _is_binary(text: str) -> bool:
    controls = sum(character < " " and character not in "\t\n\r\f\x0b" for character in text)
    return controls > 3 + len(text) / 200


def _no_text(name: str) -> BrokenReport:
    return BrokenReport(f"{name} is not text", "Check what kind of file it is, and name it so")


def cleaned(text: str) -> str:
    """Text in normal form C: ligatures taken apart, every space a plain one, no invisible signs but soft hyphens."""
    text = text.translate(_TABLE)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _ODD.sub(_kept, text)


def _kept(match: re.Match[str]) -> str:
    character = match.group()
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Cs", "Cn") and character not in _KEPT_CONTROLS:
        return ""
    return character


def collapsed(text: str) -> str:
    """Text on one line, single spaces, no soft hyphens; letters set apart ("S P A C E D") are drawn together."""
    text = " ".join(text.replace(SOFT_HYPHEN, "").split())
    if re.fullmatch(r"(?:\S ){4,}\S", text):
        return text.replace(" ", "")
    return text
