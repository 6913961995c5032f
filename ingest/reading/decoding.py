"""Decoding: bytes become text."""

import codecs
import contextlib
import re

from ontology.errors import BrokenReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_WESTERN = re.compile(rb"[\xc0-\xff]{4}")
"""Accented letters, if it were Windows-1252; no western word has so many in a row."""


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
    if declared:
        with contextlib.suppress(LookupError, UnicodeError):
            return content.decode(declared)
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
