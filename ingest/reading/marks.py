"""The words of running headers and footers: page numbers, addresses, notices."""

import re

from ingest.reading.lexicon import lexicon

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6})"
_PAGE_NUMBER = re.compile(
    rf"(?:[-–—|•·~\[(<\s]*(?:(?:page|pg?\.|стр\.)\s*)?{_NUMBER}(?:\s*(?:of|/|from|out of|\|)\s*{_NUMBER})?"
    r"[-–—|•·~\])>\s]*)",
    re.IGNORECASE,
)
_MARKED_NUMBER = re.compile(
    rf"(?:[-–—|\[(<~]\s*{_NUMBER}\s*[-–—|\])>~])|(?:page|pg?\.)\s*{_NUMBER}(?:\s*(?:of|/)\s*{_NUMBER})?|\d+\s*(?:of|/)\s*\d+",
    re.IGNORECASE,
)
_ENDS_IN_NUMBER = re.compile(
    rf"(?:^|[\s|–—-])(?:page|pg?\.|p\.)\s*{_NUMBER}(?:\s*(?:of|/)\s*{_NUMBER})?\.?$|[|–—•·]\s*\d{{1,4}}$|\s-\s\d{{1,4}}$|^\d{{1,4}}\s*[|–—•·]|^page\s+\d+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://\S+|mailto:\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|org|net|info|eu|int|gov|ru|by|kz|ua)(?:/\S*)?)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:e-?mail|web(?:site)?|site|url|tel(?:ephone)?|phone|fax|address)\b\.?:?|[+()\d\s,;|•·/-]",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}")


_LONGEST = 300
"""No running line is longer, in characters."""


def is_page_number(text: str) -> bool:
    """Is it nothing but a page number, in any dress ("- 3 -", "Page 3 of 7", "iv")?"""
    return len(text) < _LONGEST and _PAGE_NUMBER.fullmatch(text.strip()) is not None


def is_marked_number(text: str) -> bool:
    """Is it a page number that cannot be taken for another number ("- 3 -", "Page 3", "3/7")?"""
    return len(text) < _LONGEST and _MARKED_NUMBER.fullmatch(text.strip()) is not None


def ends_in_number(text: str) -> bool:
    """Does a page number stand at one end of it ("Weekly Review | 3", "Page 3 – Weekly Review")?"""
    return len(text) < _LONGEST and _ENDS_IN_NUMBER.search(text.strip()) is not None


def is_address(text: str) -> bool:
    """Is it nothing but web, mail and telephone addresses with their labels?"""
    if len(text) > _LONGEST or text.startswith("("):
        return False
    rest, found = _ADDRESS.subn("", text)
    return found > 0 and not _LABEL.sub("", rest).strip(" :|•·-–—,;")


def is_notice(text: str) -> bool:
    """Does it sound like the small print of a page?"""
    words = text.casefold()
    return len(text) < 200 and (
        _COPYRIGHT.search(words) is not None or any(each in words for each in lexicon().notices)
    )


def likeness(text: str) -> str:
    """What is left of a line when its numbers are made equal: the same for the running lines of all pages."""
    text = re.sub(r"\d+", "#", text.casefold())
    return " ".join(re.sub(r"[^\w#]+", " ", text).split())
