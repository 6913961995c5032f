"""Markdown, HTML and DOCX give the same blocks as plain text; what is no text is left out."""

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from readers import Reader

from ingest.document import Document
from ingest.reading import Limits
from ingest.reading.docx import source_of

EXPECTED = [
    ("title", "Visit to the north", None),
    ("dateline", "5 March 2024", None),
    ("dateline", "Oslo", None),
    ("heading", "Conclusions.", None),
    ("paragraph", "The co-chairs of the anti-fraud board met the minister. Two things were agreed:", None),
    ("bullet", "a fund, with", 4),
    ("bullet", "two seats;", 5),
    ("bullet", "a fleet.", 4),
    ("heading", "Next steps", None),
    ("paragraph", "They will meet again.", None),
    ("paragraph", "Name, Post", None),
    ("paragraph", "Ola Brevik, Minister of Fisheries", None),
]  # fmt: skip


def shown(document: Document) -> list[tuple[str, str, int | None]]:
    return [
        (block.kind.value, document.text[block.start : block.end], block.lead_in)
        for block in document.blocks
    ]


MARKDOWN = """---
title: From the front
---
# Visit to the north

5 March 2024\\
Oslo

**Conclusions.** The co-
chairs of the *anti-fraud* board met the
[minister](https://x.example). Two things were agreed:

* a fund, with
    * two seats;
* a fleet.

Next steps
----------

They will meet again.

| Name | Post |
|------|------|
| Ola Brevik | Minister of Fisheries |
"""

HTML = """<!doctype html><html lang="en"><head><title>Site | Visit</title>
<meta property="og:title" content="Visit to the north"><link rel="canonical" href="https://x.example/visit">
<style>p { color: red }</style><script>var hidden = "words";</script></head>
<body><header class="site-header"><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies</div>
<main><article><h1>Visit to the north</h1>
<p>5 March 2024<br>Oslo</p>
<p><strong>Conclusions.</strong> The co-chairs of the anti-fraud&nbsp;board
met the min&shy;ister. Two things were agreed:</p>
<ul><li>a fund, with<ul><li>two seats;</li></ul></li><li>a fleet.</li></ul>
<h2>Next steps</h2><div>They will meet again.</div>
<table><tr><th>Name</th><th>Post</th></tr><tr><td>Ola Brevik</td><td>Minister of Fisheries</td></tr></table>
<div class="share-buttons">Share this</div><p hidden>Unseen</p></article></main>
<aside>Most read</aside><footer>Copyright</footer></body></html>"""


def word_document() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Visit to the north"
    document.sections[0].header.paragraphs[0].text = "Northern Monitor"
    document.add_heading("Visit to the north", 0)
    document.add_paragraph("5 March 2024")
    document.add_paragraph("Oslo")
    paragraph = document.add_paragraph()
    paragraph.add_run("Conclusions.").bold = True
    paragraph.add_run(" The co\u2011chairs of the anti-fraud board ")
    paragraph.add_run("met the minister. Two things were agreed:")
    document.add_paragraph("a fund, with", style="List Bullet")
    document.add_paragraph("two seats;", style="List Bullet 2")
    document.add_paragraph("a fleet.", style="List Bullet")
    document.add_heading("Next steps", 1)
    document.add_page_break()  # type: ignore[no-untyped-call]
    document.add_paragraph("They will meet again.")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Name", "Post", "Ola Brevik", "Minister of Fisheries"),
        strict=True,
    ):
        cell.text = text
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.md", MARKDOWN), ("a.markdown", MARKDOWN), ("a.html", HTML), ("a.docx", word_document())],
)
def test_each_format_gives_the_same_blocks(
    read_text: Reader, name: str, content: str | bytes
) -> None:
    document = read_text(content, name)
    assert shown(document) == EXPECTED
    assert document.published == "2024-03-05"


def test_metadata_is_taken_from_where_each_format_has_it(read_text: Reader) -> None:
    assert (
        read_text("---\ndate: 2020-01-02\n---\nThe envoy came.", "a.md").published == "2020-01-02"
    )
    page = (
        "<meta property='article:published_time' content='2020-01-02T10:00Z'><p>The envoy came.</p>"
    )
    assert read_text(page, "a.html").published == "2020-01-02"
    assert read_text(HTML, "a.html").source == "https://x.example/visit"


def test_a_page_is_read_in_the_encoding_that_it_declares(read_text: Reader) -> None:
    page = '<meta charset="windows-1251"><p>The minister (Министр) received the envoy.</p>'
    assert read_text(page.encode("cp1251"), "a.html").text == (
        "The minister (Министр) received the envoy."
    )
    lying = page.replace("windows-1251", "rot13")
    assert "Министр" in read_text(lying.encode(), "a.html").text


def test_word_pages_are_counted(read_text: Reader) -> None:
    document = read_text(word_document(), "a.docx")
    assert document.pages == 2
    start = document.text.index("They will meet")
    assert document.passage(start, start + 4).page == 2


def test_what_was_deleted_from_a_word_document_is_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The envoy came")
    for tag, words in (("w:del", " in May"), ("w:ins", " in June.")):
        change, run = OxmlElement(tag), OxmlElement("w:r")
        text = OxmlElement("w:delText" if tag == "w:del" else "w:t")
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    source = source_of(saved(document), "a.docx", Limits())
    assert [draft.text for draft in source.drafts] == ["The envoy came in June."]


def test_numbered_items_of_a_word_document_are_counted(read_text: Reader) -> None:
    document = docx.Document()
    document.add_paragraph("They agreed on the following points before they parted:")
    for words in ("a fund will be set up;", "a fleet will be built."):
        document.add_paragraph(words, style="List Number")
    assert read_text(saved(document), "a.docx").text.split("\n")[1:] == [
        "1. a fund will be set up;",
        "2. a fleet will be built.",
    ]


def test_a_page_of_links_keeps_its_article(read_text: Reader) -> None:
    menu = "".join(f"<li><a href='/{n}'>Menu entry {n}</a></li>" for n in range(40))
    page = f"<body><ul>{menu}</ul><div><p>The envoy came to see the minister on Monday.</p></div></body>"
    assert read_text(page, "a.html").text == "The envoy came to see the minister on Monday."


@pytest.mark.parametrize(
    "page", ["<ul role='main'><li>{}</li></ul>", "<ol start='²'><li>{}</li></ol>"]
)
def test_a_list_may_be_all_of_a_page(read_text: Reader, page: str) -> None:
    assert read_text(page.format("The envoy came."), "a.html").text.endswith("The envoy came.")


def test_a_hard_wrapped_markdown_file_is_joined(read_text: Reader) -> None:
    text = (
        "The envoys of the far-\nflung states came, and with them the co-\nchairs of the board.\n"
    )
    expected = "The envoys of the far-flung states came, and with them the co-chairs of the board."
    assert read_text(text, "a.md").text == expected
