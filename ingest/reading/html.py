"""HTML: the article of a page becomes drafts; navigation, scripts and other trimmings are left out."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import NavigableString, PreformattedString, Tag

from ingest.reading.characters import cleaned, collapsed
from ingest.reading.outline import Outline
from ingest.reading.published import date_in_metadata
from ingest.reading.shapes import Shape, in_cells, row, structured
from ingest.reading.signs import begins_sentence, ends_sentence
from ingest.reading.source import Source

_NEVER = {
    "script", "style", "noscript", "template", "svg", "math", "nav", "aside", "form", "button", "iframe", "select",
    "object", "embed", "canvas", "video", "audio", "dialog", "menu",
}  # fmt: skip
_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "complementary",
    "menu",
    "dialog",
    "alert",
}
_TRIMMINGS = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|cookies?|sidebar|footer|footnav|"
    r"related|comments?|subscribe|newsletter|advert|ads?|banner|pagination|pager|skip|toolbar|print|tags|hidden|sr-only)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "summary", "details", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DATES = {
    "article:published_time", "date", "dc.date", "dcterms.date", "pubdate", "datepublished", "publish-date",
}  # fmt: skip


def encoding_of(content: bytes) -> str | None:
    """The encoding that a page declares."""
    return EncodingDetector.find_declared_encoding(content, is_html=True)


def source_of(text: str) -> Source:
    """Reads a decoded page."""
    soup = BeautifulSoup(cleaned(text.replace("\f", " ")), "html.parser")
    title = _said(soup, {"og:title"}) or (collapsed(soup.title.get_text()) if soup.title else "")
    published = _published(soup)
    origin = _origin(soup)
    _strip(soup)
    drafts = structured(_Walk().shapes(_article(soup)))
    return Source(drafts, 1, title or None, published, origin)


def _said(soup: BeautifulSoup, names: set[str]) -> str:
    for tag in soup.find_all("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if isinstance(name, str) and name.lower() in names and isinstance(content, str):
            return collapsed(content)
    return ""


def _published(soup: BeautifulSoup) -> str | None:
    said = _said(soup, _DATES)
    moment = soup.find("time", attrs={"datetime": True})
    stated = moment.get("datetime") if isinstance(moment, Tag) else None
    texts = (text for text in (said, stated) if isinstance(text, str) and text)
    return next(filter(None, map(date_in_metadata, texts)), None)


def _origin(soup: BeautifulSoup) -> str | None:
    link = soup.find("link", rel="canonical")
    address = link.get("href") if isinstance(link, Tag) else None
    return address if isinstance(address, str) and address else None


def _strip(soup: BeautifulSoup) -> None:
    """Takes out what is no part of the article."""
    everything = max(len(soup.get_text()), 1)
    waiting: list[Tag] = [soup]
    while waiting:
        for tag in waiting.pop().find_all(recursive=False):
            if _is_never_text(tag) or (
                _is_trimming(tag) and len(tag.get_text()) < 0.3 * everything and not tag.find("h1")
            ):
                tag.decompose()
            else:
                waiting.append(tag)


def _is_never_text(tag: Tag) -> bool:
    if tag.name == "footer":
        return tag.find_parent("article") is None
    role = str(tag.get("role", "")).lower()
    return tag.name in _NEVER or role in _ROLES or _is_hidden(tag)


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style", "")).replace(" ", "").lower()
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _is_trimming(tag: Tag) -> bool:
    if tag.name not in ("div", "section", "ul", "ol", "p", "span", "header", "table"):
        return False
    words = f"{' '.join(tag.get_attribute_list('class'))} {tag.get('id') or ''}"
    return _TRIMMINGS.search(words) is not None


def _article(soup: BeautifulSoup) -> Tag:
    """The part of the page that holds the text."""
    body = soup.body or soup
    everything = len(body.get_text())
    parts = [
        *soup.find_all("article"),
        *soup.find_all("main"),
        *soup.find_all(role="main"),
    ]
    sized = [(len(part.get_text()), -order, part) for order, part in enumerate(parts)]
    if not sized:
        return body
    length, _, part = max(sized, key=lambda each: each[:2])
    return part if length > 0.4 * everything else body


@dataclass
class _Walk:
    """Where the walk over the page stands: words not yet given, and what encloses them."""

    words: list[str] = field(default_factory=list)
    bold: int = 0
    """How many characters of the words were bold from the beginning on."""
    plain: bool = False
    """Has a word been seen that was not bold?"""
    outline: Outline = field(default_factory=Outline)

    def shapes(self, root: Tag) -> Iterator[Shape]:
        """What the page shows, in order; deep pages do not deepen the stack."""
        trail: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.children))]
        while trail:
            tag, children = trail[-1]
            child = next(children, None)
            if child is None:
                trail.pop()
                yield from self._leave(tag)
            elif isinstance(child, Tag):
                shown = yield from self._enter(child)
                if shown:
                    trail.append((child, iter(child.children)))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._take(str(child), trail)
        yield from self._flush()

    def _take(self, text: str, trail: list[tuple[Tag, Iterator[object]]]) -> None:
        is_pre = any(tag.name == "pre" for tag, _ in trail[-3:])
        text = text if is_pre else " ".join(f"|{text}|".split())[1:-1]
        if text.strip():
            is_bold = any(tag.name in ("b", "strong") for tag, _ in trail[-4:])
            self.plain |= not is_bold
            self.bold += len(text) if not self.plain else 0
        self.words.append(text)

    def _enter(self, tag: Tag) -> Generator[Shape, None, bool]:
        """Whether to look inside, after what must be given before."""
        if tag.name == "br":
            self.words.append("\n")
            return False
        if tag.name not in _BLOCKS:
            return True
        yield from self._flush()
        if tag.name in ("ul", "ol"):
            if _is_all_links(tag):
                return False
            self.outline.open_list(_start(tag) if tag.name == "ol" else None)
        elif tag.name == "li":
            self.outline.is_new_item = True
        elif tag.name in _HEADINGS:
            self.outline.heading = tag.name
        elif tag.name == "tr" and (cells := _cells(tag)):
            yield Shape((row(in_cells(cells)),))
            return False
        return True

    def _leave(self, tag: Tag) -> Iterator[Shape]:
        if tag.name not in _BLOCKS:
            return
        yield from self._flush()
        if tag.name in ("ul", "ol"):
            self.outline.close_list()
        elif tag.name == "li":
            self.outline.is_new_item = False
        elif tag.name in _HEADINGS:
            self.outline.heading = ""

    def _flush(self) -> Iterator[Shape]:
        rows = [line for line in "".join(self.words).split("\n") if line.strip()]
        bold = self.bold
        self.words, self.bold, self.plain = [], 0, False
        for part in _paragraphs(rows):
            yield self.outline.shape(tuple(map(row, part)), bold)


def _paragraphs(rows: list[str]) -> list[list[str]]:
    """Rows parted by line breaks: a sentence may go on, else each is a paragraph."""
    parts: list[list[str]] = []
    for each in rows:
        if parts and not ends_sentence(parts[-1][-1].strip()) and not begins_sentence(each):
            parts[-1].append(each)
        else:
            parts.append([each])
    return parts


def _start(tag: Tag) -> int:
    said = str(tag.get("start") or "1")
    return int(said) if said.isdecimal() and len(said) < 6 else 1


def _is_all_links(tag: Tag) -> bool:
    """Is a list nothing but links, as menus are?"""
    links = tag.find_all("a")
    linked = sum(len(link.get_text(strip=True)) for link in links)
    return len(links) > 2 and linked > 0.8 * len(tag.get_text(strip=True))


def _cells(tag: Tag) -> list[str]:
    """The cells of a row of data; none where the table is there for layout."""
    cells = tag.find_all(["td", "th"], recursive=False)
    texts = [collapsed(cell.get_text(" ")) for cell in cells]
    if len(cells) < 2 or any(len(text) > 250 for text in texts):
        return []
    if any(cell.find(["table", "ul", "ol", *_HEADINGS]) for cell in cells):
        return []
    return texts
