"""XML written as it goes: elements with attributes, and text that any reader of XML 1.0 takes."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Writer:
    """Writes one document to a file that is open."""

    def __init__(self, file: TextIOWrapper) -> None:
        """Begins the document."""
        self._to = XMLGenerator(file, "utf-8", short_empty_elements=True)
        self._to.startDocument()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element around what the block writes."""
        self._to.startElement(name, _clean(attributes))
        self._to.ignorableWhitespace("\n")
        yield
        self._to.endElement(name)
        self._to.ignorableWhitespace("\n")

    def leaf(self, name: str, attributes: Mapping[str, str], text: str = "") -> None:
        """An element with nothing but text."""
        self._to.startElement(name, _clean(attributes))
        self._to.characters(_allowed(text))
        self._to.endElement(name)
        self._to.ignorableWhitespace("\n")


def _clean(attributes: Mapping[str, str] | None) -> "AttributesImpl[str]":
    return AttributesImpl({name: _allowed(value) for name, value in (attributes or {}).items()})


def _allowed(text: str) -> str:
    """The text, with U+FFFD for what XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
