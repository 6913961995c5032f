"""What cannot be read is refused with its own error; what would not end is ended, and nothing is left behind."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from fpdf import FPDF
from handmade import pdf_with, stream, words
from PIL import Image

from ingest.reading import Limits, read
from ingest.reading.child import Bounds, Child, ChildDiedError
from ontology.errors import (
    ActorgraphError,
    BrokenReport,
    EmptyReport,
    EncryptedReport,
    ImageOnlyReport,
    InvalidInput,
    OversizedReport,
    ReadingTimedOut,
    UnknownFormat,
    UnreadableReport,
)

EXAMPLE = Path(__file__).parents[3] / "examples/reports/kazakhstan-readout-2024-09-20.pdf"
SHORT = Limits(seconds=1.0, memory_bytes=400_000_000)


@pytest.fixture(autouse=True)
def _leaves_no_process() -> Iterator[None]:
    before = set(psutil.Process().children())
    yield
    assert set(psutil.Process().children()) <= before


def encrypted_pdf(password: str) -> bytes:
    pages = FPDF()
    pages.set_encryption(owner_password="owner", user_password=password)
    pages.add_page()
    pages.set_font("Helvetica", size=12)
    pages.cell(text="Secret talks")
    return bytes(pages.output())


def scanned_pdf() -> bytes:
    pages = FPDF()
    pages.add_page()
    pages.image(Image.new("L", (60, 80), 200), x=10, y=10, w=180)
    return bytes(pages.output())


def locked_archive() -> bytes:
    """An archive whose only part says that it is encrypted."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    content = bytearray(stream.getvalue())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def swelling_archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(250):
                part.write(b"<a>" * 350_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "error", "says"),
    [
        ("a.pdf", b"Only words", BrokenReport, "not a PDF"),
        ("a.pdf", EXAMPLE.read_bytes()[:-1000], BrokenReport, "cut off"),
        ("a.pdf", EXAMPLE.read_bytes()[:300], BrokenReport, "cut off"),
        ("a.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 20, BrokenReport, "nothing of one"),
        (
            "a.pdf",
            b"%PDF-1.4\n" + bytes(range(256)) * 20 + b"%%EOF",
            BrokenReport,
            "nothing of one",
        ),
        ("a.pdf", b"%PDF-1.4\n<html>Bad gateway</html>", BrokenReport, "nothing of one"),
        ("a.pdf", b"%PDF-1.4\n1 0 obj\n<</Kids[1 0 R]>>\n%%EOF", BrokenReport, "damaged"),
        (
            "a.pdf",
            pdf_with(b"q Q", pages=b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
            EmptyReport,
            "no text",
        ),
        ("a.pdf", b"", EmptyReport, "empty"),
        ("a.pdf", pdf_with(b"q Q"), EmptyReport, "no text"),
        ("a.pdf", encrypted_pdf("user"), EncryptedReport, "password"),
        ("a.pdf", scanned_pdf(), ImageOnlyReport, "OCR"),
        ("a.txt", b" \n\n ", EmptyReport, "empty"),
        ("a.txt", b"* * *\n", EmptyReport, "no text"),
        ("a.txt", EXAMPLE.read_bytes(), BrokenReport, "a PDF"),
        ("a.txt", bytes(range(256)) * 20, BrokenReport, "not text"),
        ("a.txt", "Министр принял посла.".encode("cp1251"), BrokenReport, "encoding"),
        ("a.html", "Министр принял посла.".encode("koi8-r"), BrokenReport, "encoding"),
        ("a.md", b"\x89PNG\r\n\x1a\n" + bytes(100), BrokenReport, "a picture"),
        ("a.html", b"PK\x03\x04" + bytes(100), BrokenReport, "archive"),
        ("a.docx", b"Only words", BrokenReport, "not a Word document"),
        ("a.docx", b"PK\x03\x04" + bytes(100), BrokenReport, "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), BrokenReport, "old Word"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            EncryptedReport,
            "password",
        ),
        ("a.docx", locked_archive(), EncryptedReport, "password"),
        ("a.docx", swelling_archive(), OversizedReport, "unpacks"),
        ("a.html", b"<html><body><script>1</script></body></html>", EmptyReport, "no text"),
        ("a.xyz", b"words", UnknownFormat, "PDF, DOCX, HTML"),
    ],
)
def test_what_cannot_be_read_has_its_own_error(
    tmp_path: Path, name: str, content: bytes, error: type[ActorgraphError], says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableReport) as caught:
        read(path)
    assert type(caught.value) is error
    assert says in str(caught.value)
    assert name in caught.value.message
    assert caught.value.hint


def test_a_path_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(BrokenReport, match="folder"):
        read(tmp_path / "folder.pdf")
    with pytest.raises(BrokenReport, match="regular file"):
        read(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    with pytest.raises(UnreadableReport, match="links"):
        read(tmp_path / "loop.txt")
    for absent in ("absent.pdf", "n" * 300 + ".txt"):
        with pytest.raises(InvalidInput, match="no file"):
            read(tmp_path / absent)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere names are text")
@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_a_name_that_is_no_text_is_shown_with_signs_for_it(tmp_path: Path, ending: str) -> None:
    content = {"txt": b"The envoy came to town.", "pdf": EXAMPLE.read_bytes()}[ending]
    path = Path(os.fsdecode(os.fsencode(tmp_path / "re\nport") + b"-\xff." + ending.encode()))
    path.write_bytes(content)
    assert read(path).file == f"re\nport-\ufffd.{ending}"
    path.write_bytes(b"")
    with pytest.raises(EmptyReport, match=f"re\nport-\ufffd.{ending} is empty"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(UnreadableReport, match="permissions"):
        read(path)


def test_a_file_beyond_the_limits_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The envoy came. " * 100)
    with pytest.raises(OversizedReport, match="larger"):
        read(path, limits=Limits(file_bytes=1000))
    with pytest.raises(OversizedReport, match="longer"):
        read(path, limits=Limits(text_chars=1000))
    with pytest.raises(OversizedReport, match="pages"):
        read(EXAMPLE, limits=Limits(pages=0))


def test_a_pdf_that_does_not_end_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "endless.pdf"
    path.write_bytes(pdf_with(b"q 1 0 0 1 0 0 cm Q\n" * 3_000_000))
    began = time.monotonic()
    with pytest.raises(ReadingTimedOut, match="seconds"):
        read(path, limits=SHORT)
    assert time.monotonic() - began < 30


def test_a_pdf_that_swells_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "swelling.pdf"
    path.write_bytes(pdf_with(bytes(900_000_000)))
    with pytest.raises(ReadingTimedOut, match="memory"):
        read(path, limits=Limits(seconds=60, memory_bytes=400_000_000))


def test_drawings_in_drawings_without_end_are_stopped(tmp_path: Path) -> None:
    """A form draws the next one ten times; the last of ten draws words."""
    facts = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources"
    forms = [
        stream(b"/X Do " * 10, facts + b"<</XObject<</X %d 0 R>>>>" % number)
        for number in range(7, 16)
    ]
    last = stream(words("The envoy came."), facts + b"<</Font<</F 5 0 R>>>>")
    path = tmp_path / "forms.pdf"
    path.write_bytes(pdf_with(b"/X Do", *forms, last))
    with pytest.raises((ReadingTimedOut, BrokenReport), match=r"takes more than (0\.2 GB|30 sec)"):
        read(path, limits=Limits(seconds=30, memory_bytes=200_000_000))


def test_a_pdf_that_opens_without_its_password_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(encrypted_pdf(""))
    assert read(path).text == "Secret talks"


def test_a_deep_page_is_read_soon(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 30_000 + "The envoy came to town." + "</div>" * 30_000)
    assert read(path, limits=Limits(seconds=20)).text == "The envoy came to town."


@pytest.fixture
def handlers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module with ways of answering that a child can be given."""
    (tmp_path / "answering.py").write_text(
        "import os, time\n"
        "def echo(request):\n    yield request\n    yield str(os.getpid()).encode()\n"
        "def spin(request):\n    yield str(os.getpid()).encode()\n    while True: pass\n"
        "def die(request):\n    os.abort()\n    yield b''\n"
        "def chatter(request):\n    print('noise', flush=True)\n    yield b'answer'\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    return "answering"


def test_a_child_answers_one_request_after_another(handlers: str) -> None:
    with Child(f"{handlers}:echo", Bounds(5, 400_000_000)) as child:
        pids = set()
        for request in (b"one", b"two" * 100_000):
            child.ask(request)
            assert child.answer(5) == request
            pids.add(child.answer(5))
            assert child.answer(5) is None
    assert len(pids) == 1


def test_what_a_library_prints_is_no_answer(handlers: str) -> None:
    with Child(f"{handlers}:chatter", Bounds(5, 400_000_000)) as child:
        child.ask(b"")
        assert child.answer(5) == b"answer"


def all_answers(child: Child) -> list[bytes]:
    return list(iter(lambda: child.answer(1) or b"", b""))


@pytest.mark.parametrize(("handler", "late"), [("spin", True), ("die", False)])
def test_a_child_that_does_not_answer_is_ended(handlers: str, handler: str, late: bool) -> None:  # noqa: FBT001
    with Child(f"{handlers}:{handler}", Bounds(60, 400_000_000)) as child:
        child.ask(b"")
        with pytest.raises(ChildDiedError) as caught:
            all_answers(child)
    assert caught.value.late is late


def gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not condition():
        time.sleep(0.05)
    return condition()


def test_a_busy_child_does_not_outlive_its_parent(handlers: str, tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(Path(__file__).parents[3])!r}]\n"
        "from ingest.reading.child import Bounds, Child\n"
        f"child = Child('{handlers}:spin', Bounds(600, 10**9))\n"
        "child.ask(b'')\nprint(child.answer(30).decode(), flush=True)\nchild.answer(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert not gone(pid)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert until(lambda: gone(pid))
