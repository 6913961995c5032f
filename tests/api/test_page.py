"""The page in a real browser, over a real server."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from doors import BRIEF, actorgraph, serving
from playwright.sync_api import Browser, FilePayload, Page, expect

pytestmark = pytest.mark.browser

MET = "On 12 March 2021, Ilze Kalnina met with Defence Minister of Poland Marek Sowa in Warsaw."
expect.set_options(timeout=60_000)
QUESTION = "Who attended anti-corruption meetings?"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, harbour: Path) -> Iterator[str]:
    """Where a server answers that knows the harbour review."""
    folder = tmp_path_factory.mktemp("paged")
    assert actorgraph("--data", folder, "ingest", harbour).status == 0
    with serving(folder) as served:
        yield str(served.web.base_url)
    actorgraph("--data", folder, "stop")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that must neither fail nor ask anything of another site."""
    faults: list[str] = []
    with browser.new_context(base_url=address) as context:
        opened = context.new_page()
        opened.set_default_timeout(60_000)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on(
            "console",
            lambda said: faults.append(said.text) if "Content Security" in said.text else None,
        )
        opened.on(
            "request",
            lambda sent: None if sent.url.startswith(address) else faults.append(sent.url),
        )
        yield opened
    assert faults == []


def payload(name: str, content: str) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content.encode()}


def test_an_answer_shows_whom_what_was_understood_the_words_and_the_query(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Ask the reports").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_have_text("2 answers.")
    expect(page.locator(".understood")).to_contain_text("anti-corruption")
    expect(page.get_by_role("heading", name="Ilze Kalnina")).to_be_visible()
    expect(page.locator("mark", has_text="Ilze Kalnina").first).to_be_visible()
    expect(page.locator(".status").first).to_have_text("happened")
    page.get_by_text("The query that was run").click()
    expect(page.locator("pre").first).to_contain_text("MATCH")
    expect(page.locator("pre").last).to_contain_text("PREFIX")
    assert page.url.endswith("q=Who%20attended%20anti-corruption%20meetings%3F")


def test_an_example_can_be_asked_and_the_way_back_leads_to_the_empty_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name=QUESTION).click()
    expect(page.locator(".answers > li")).to_have_count(2)
    page.go_back()
    expect(page.locator("#answer")).to_be_hidden()


def test_evidence_opens_the_page_with_the_quote_marked_and_in_sight(page: Page) -> None:
    page.goto("/?q=Whom+did+Ilze+Kalnina+meet%3F")
    page.locator("figcaption a").first.click()
    quote = page.locator("article mark.core")
    expect(quote).to_have_text(MET)
    expect(quote).to_be_in_viewport()
    expect(page.get_by_role("region", name="Page 1")).to_contain_text("Jonas Holt")
    assert page.locator("#original").get_attribute("href")


def test_evidence_says_of_which_event_it_is_and_when_that_was_or_when_a_post_was_held(
    page: Page,
) -> None:
    page.goto("/?q=Whom+did+Ilze+Kalnina+meet%3F")
    expect(page.locator(".card .about").first).to_contain_text("12 March 2021")
    expect(page.locator(".card .about").first).to_contain_text("meeting")
    page.goto("/?q=Who+is+the+Defence+Minister+of+Poland%3F")
    expect(page.locator(".card .about").first).to_contain_text("as of")


def test_what_a_claim_needs_besides_is_marked_too_but_paler(page: Page) -> None:
    page.goto("/?q=" + QUESTION.replace(" ", "+"))
    named = page.get_by_role("heading", name="Jonas Holt")
    holt = page.locator(".answers > li").filter(has=named)
    expect(holt.locator(".context")).to_contain_text("chaired a coordination meeting")
    holt.locator("figcaption a").click()
    expect(page.locator("article mark.core")).to_contain_text("Jonas Holt")
    expect(page.locator("article mark.context")).to_contain_text("chaired a coordination meeting")


def test_a_refusal_says_which_words_were_not_understood(page: Page) -> None:
    page.goto("/?q=How+is+the+weather")
    expect(page.get_by_role("heading", name="Not understood")).to_be_visible()
    expect(page.locator("#answer")).to_contain_text("weather")


def test_what_no_report_was_read_to_say_is_no_answer(page: Page) -> None:
    page.goto("/?q=Who+attended+summits%3F")
    expect(page.get_by_text("Nothing that was read answers this.")).to_be_visible()


def test_a_report_is_uploaded_listed_read_and_deleted(page: Page) -> None:
    page.goto("/")
    name = "<b>forest & brief</b>.txt".replace("/", "")
    page.get_by_label("Choose reports").set_input_files(payload(name, BRIEF))
    reports = page.get_by_role("list", name="Reports in the graph").get_by_role("listitem")
    line = reports.filter(has_text="Forest brief")
    expect(line).to_contain_text(name)
    expect(page.get_by_role("list", name="Uploads").get_by_role("listitem")).to_have_count(0)
    line.get_by_role("link", name="Forest brief").click()
    expect(page.locator("article")).to_contain_text("Aino Tamm")
    page.go_back()
    line.get_by_role("button", name="Delete Forest brief").click()
    line.get_by_role("button", name="Keep").click()
    line.get_by_role("button", name="Delete Forest brief").click()
    line.get_by_role("button", name="Delete for good").click()
    expect(reports).to_have_count(1)


def test_several_uploads_at_once_are_listed_once_each(page: Page) -> None:
    page.goto("/")
    reports = page.get_by_role("list", name="Reports in the graph").get_by_role("listitem")
    expect(reports).to_have_count(1)
    several = [payload(f"brief {number}.txt", f"{BRIEF}\n{number}") for number in range(6)]
    page.get_by_label("Choose reports").set_input_files(several)
    uploads = page.get_by_role("list", name="Uploads").get_by_role("listitem")
    expect(uploads.first).to_contain_text(", step ")
    expect(uploads).to_have_count(0)
    for number in range(6):
        line = reports.filter(has_text=f"brief {number}.txt")
        expect(line).to_have_count(1)
    for left in range(6, 0, -1):
        expect(reports).to_have_count(left + 1)
        line = reports.filter(has_text="brief").first
        line.get_by_role("button", name="Delete Forest brief").click()
        line.get_by_role("button", name="Delete for good").click()
    expect(reports).to_have_count(1)


def test_what_cannot_be_read_is_said_beside_its_name(page: Page) -> None:
    page.goto("/")
    files = page.get_by_label("Choose reports")
    files.set_input_files([payload("empty.txt", " "), payload("a.exe", "x")])
    uploads = page.get_by_role("list", name="Uploads").get_by_role("listitem")
    expect(uploads.filter(has_text="a.exe")).to_contain_text("no kind that can be read")
    expect(uploads.filter(has_text="empty.txt")).to_contain_text("Give a file with text in it")
    uploads.filter(has_text="a.exe").get_by_role("button", name="Dismiss").click()
    expect(uploads).to_have_count(1)


def test_a_file_can_be_dropped(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector("#report-list li")
    dropped = page.evaluate_handle(
        "() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'dropped.exe')); return data; }"
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    expect(page.get_by_role("list", name="Uploads")).to_contain_text("dropped.exe")


def test_where_writing_needs_a_key_the_page_asks_for_it(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with (
        serving(tmp_path, env={"ACTORGRAPH_API_KEY": "right"}) as served,
        browser.new_context() as context,
    ):
        page = context.new_page()
        page.goto(str(served.web.base_url))
        file = payload("a.exe", "x")
        page.get_by_label("Choose reports").set_input_files(file)
        uploads = page.get_by_role("list", name="Uploads").get_by_role("listitem")
        expect(uploads.first).to_contain_text("API key")
        page.get_by_label("API key").fill("right")
        page.get_by_label("API key").blur()
        page.get_by_label("Choose reports").set_input_files(file)
        expect(uploads.first).to_contain_text("no kind that can be read")
    actorgraph("--data", tmp_path, "stop")


def test_everything_can_be_reached_and_done_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector("#report-list li")
    reached: list[str] = []
    for _ in range(18):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()"
            )
        )
    for wanted in (
        "Skip to the question",
        "Ask",
        QUESTION,
        "Choose reports",
        "Harbour review",
        "Delete",
    ):
        assert any(each.startswith(wanted) for each in reached), wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_text_has_contrast_and_nothing_hangs_over_the_edge(
    browser: Browser, address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    with browser.new_context(
        base_url=address,
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    ) as context:
        page = context.new_page()
        shown = {
            "/?q=" + QUESTION.replace(" ", "+"): ".answers",
            "/docs": ".route",
            "/sparql": ".CodeMirror-code",
            "/ontology": "#holdsPost",
        }
        for path, there in shown.items():
            page.goto(path)
            page.wait_for_selector(there)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(CONTRAST) == []


CONTRAST = """() => {
  const channel = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (; element; element = element.parentElement) {
      const colour = parts(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`${element.tagName} ${element.textContent.trim().slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  return faint;
}"""
"""The elements whose text has less contrast to its ground than WCAG 2.2 AA asks for."""


def test_the_api_is_described_without_anything_from_elsewhere(page: Page) -> None:
    page.goto("/docs")
    described = page.request.get("/openapi.json").json()["paths"]
    expect(page.locator(".route")).to_have_count(sum(map(len, described.values())))
    page.locator("#upload summary").first.click()
    expect(page.locator("#upload")).to_contain_text("multipart/form-data")


# ---------------------------------------------------------------- SPARQL and the ontology


def test_an_example_query_is_run_and_a_thing_in_its_rows_described(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_label("Examples").select_option(label="Who holds which post, and where?")
    result = page.get_by_role("region", name="Result")
    expect(result.get_by_role("row")).to_have_count(4)
    expect(result).to_contain_text("Prosecutor General")
    expect(page.locator("#state")).to_contain_text("3 rows")
    page.goto("/sparql#query=SELECT+%3Fp+%7B+%3Fp+a+%3APerson+%7D")
    page.reload()
    result.get_by_role("button").first.click()
    expect(result.locator("pre")).to_contain_text("rdfs:label")
    expect(page.locator("#state")).to_contain_text("Triples")


def test_a_query_is_typed_and_run_with_the_keyboard(page: Page) -> None:
    page.goto("/sparql")
    expect(page.locator(".CodeMirror-code")).to_contain_text("SELECT")
    page.locator(".CodeMirror").click()
    page.keyboard.press("ControlOrMeta+A")
    expect(page.get_by_label("Examples")).to_have_value(re.compile("SELECT"))
    page.keyboard.type("ASK { ?a :met ?b }")
    expect(page.get_by_label("Examples")).to_have_value("")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#state")).to_contain_text("Yes")


def test_a_query_that_is_broken_says_where(page: Page) -> None:
    page.goto("/sparql#query=SELECT+nonsense")
    expect(page.locator("#state.bad")).to_contain_text("at line 1, column")
    expect(page.locator("#downloads")).to_be_hidden()


def test_a_long_answer_says_that_it_was_cut_and_a_long_query_can_be_stopped(page: Page) -> None:
    page.goto("/sparql#query=SELECT+*+%7B+%3Fa+%3Fb+%3Fc+.+%3Fd+%3Fe+%3Ff+%7D")
    expect(page.locator("#state")).to_contain_text("cut after 10000")
    expect(page.get_by_role("region", name="Result").get_by_role("row")).to_have_count(501)
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    page.goto("about:blank")
    page.goto(f"/sparql#query={quote(query)}")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#state")).to_have_text("Stopped.")


def test_an_answer_is_saved_in_another_format(page: Page) -> None:
    page.goto("/sparql#query=SELECT+%3Fn+%7B+%3Fp+%3AholdsPost+%3Fq+%3B+rdfs%3Alabel+%3Fn+%7D")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    assert saved.value.suggested_filename == "result.csv"
    assert "Jonas Holt" in Path(saved.value.path()).read_text("utf-8")


def test_the_ontology_can_be_read_and_its_words_be_linked_to(page: Page) -> None:
    page.goto("/ontology#holdsPost")
    expect(page.locator("#holdsPost")).to_be_in_viewport()
    expect(page.locator("#holdsPost")).to_contain_text("org:holds")
