"""PDFs written by hand, for what no program would write."""

import zlib

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(content: bytes, facts: bytes = b"") -> bytes:
    """An object that holds these bytes, compressed."""
    body = zlib.compress(content, 9)
    head = b"<</Length %d/Filter/FlateDecode%s>>" % (len(body), facts)
    return b"%s\nstream\n%s\nendstream" % (head, body)


def words(text: str, x: int = 50, y: int = 700, size: int = 12) -> bytes:
    """The drawing of a line of text at a place, in points from the lower left corner."""
    return b"BT /F %d Tf %d %d Td (%s) Tj ET " % (size, x, y, text.encode("ascii"))


def lines(*texts: str, x: int = 50, y: int = 700) -> bytes:
    """The drawing of lines of text, one under the other."""
    return b"".join(words(text, x, y - 15 * number) for number, text in enumerate(texts))


def pdf_with(content: bytes, *more: bytes, pages: bytes = PAGES, page: bytes = PAGE) -> bytes:
    """A PDF of one page, object 3, whose content, 4, is these bytes; more objects are 6, 7 and so on."""
    parts = (CATALOGUE, pages, page, stream(content), FONT, *more)
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + head + table + tail


def pdf_of(*contents: bytes) -> bytes:
    """A PDF with a page for each content."""
    more: list[bytes] = []
    kids = [3]
    for number, content in enumerate(contents[1:]):
        kids.append(6 + 2 * number)
        more += [PAGE.replace(b"4 0 R", b"%d 0 R" % (kids[-1] + 1)), stream(content)]
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids))
    return pdf_with(contents[0], *more, pages=pages)
