"""Folders of real reports compared with their gold."""

import json
import shutil
from functools import cache
from pathlib import Path

import pytest
from annotated import EXAMPLE_GOLD, EXAMPLES, TEXTS

from ingest.pipeline import extract_reports
from ingest.quality.evaluation import Evaluation, evaluation_of
from ingest.quality.faults import Kind
from ingest.quality.figures import Figures, Score, Tally
from ingest.quality.intervals import intervals
from ingest.quality.pairing import pairs_in
from ingest.quality.sources import Sources
from ingest.reading import read
from ontology.errors import InvalidInput


def evaluated(*folders: Path, gold: Path | None = None) -> Evaluation:
    """How right the reports of folders are read."""
    pairs = pairs_in(folders, gold)
    reports = [each.report for each in pairs.judged]
    return evaluation_of(pairs, extract_reports(reports, workers=2))


@cache
def ours() -> Evaluation:
    """Of all our own texts and examples."""
    return evaluated(TEXTS, EXAMPLES, gold=EXAMPLE_GOLD)


def copied(folder: Path, *names: str) -> Path:
    """A folder with some of our texts, their gold and their sidecars."""
    for file in TEXTS.iterdir():
        if file.name.split(".")[0] in names:
            shutil.copy(file, folder)
    return folder


def test_texts_and_pdfs_are_judged_by_the_gold_beside_them_or_in_its_own_folder() -> None:
    names = [each.document for each in ours().documents]
    assert len(names) == len(list(TEXTS.glob("*.txt"))) + len(list(EXAMPLES.glob("*.pdf")))
    assert {"texts/minutes.txt", "reports/regional-digest-2024-39.pdf"} <= set(names)
    assert ours().without_gold == ours().without_report == ()
    assert [each.error for each in ours().documents if each.error] == []


def test_the_figures_of_all_are_the_sums_of_the_figures_of_each() -> None:
    for score, whole in ours().scores.items():
        for count in ("right", "predicted", "found", "gold"):
            parts = sum(getattr(each.scores[score], count) for each in ours().documents)
            assert getattr(whole, count) == parts, (score, count)


def test_every_mistake_stands_beside_whole_sentences_of_its_text() -> None:
    texts = {f"texts/{each.name}": each.read_text("utf-8") for each in TEXTS.glob("*.txt")}
    shown = [each for each in ours().mistakes if each.document in texts]
    assert shown
    for mistake in shown:
        whole = " ".join(texts[mistake.document].split())
        assert mistake.sources, mistake
        assert all(" ".join(each.sentence.split()) in whole for each in mistake.sources)
        assert all(each.page == 1 and each.start is not None for each in mistake.sources)


def test_what_was_found_wrong_names_its_rule_and_what_was_missed_has_none() -> None:
    for mistake in ours().mistakes:
        assert (mistake.rule is None) == (mistake.kind is Kind.MISSED)
        assert (mistake.found is None) == (mistake.kind is Kind.MISSED)
        assert (mistake.expected is None) == (mistake.kind is Kind.SPURIOUS)
        assert bool(mistake.parts) == (mistake.kind is Kind.WRONG)


def test_a_fact_struck_from_the_gold_is_spurious_beside_its_sentence(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes")
    file = folder / "minutes.gold.json"
    gold = json.loads(file.read_text("utf-8"))
    before = evaluated(folder)
    struck = gold["holds_post"].pop(0)
    file.write_text(json.dumps(gold), "utf-8")
    after = evaluated(folder)
    (more,) = [each for each in after.mistakes if each not in before.mistakes]
    assert (more.kind, more.relation) == (Kind.SPURIOUS, "holds_post")
    assert more.found
    assert more.found.startswith(struck["person"])
    assert struck["person"].split()[-1] in " ".join(each.sentence for each in more.sources)
    assert after.scores[Score.POST].predicted == before.scores[Score.POST].predicted
    assert after.scores[Score.POST].right == before.scores[Score.POST].right - 1


@pytest.mark.parametrize("name", [each.name for each in sorted(EXAMPLES.glob("*.pdf"))])
def test_all_evidence_is_found_on_the_pages_of_a_pdf(name: str) -> None:
    (judged,) = [e for e in pairs_in([EXAMPLES], EXAMPLE_GOLD).judged if e.name == name]
    document = read(judged.report)
    sources = Sources(document)
    for fact in (*judged.gold.holds_post, *judged.gold.events, *judged.gold.meets):
        for quote in fact.quotes():
            found = sources.of_quote(quote)
            assert found.start is not None, quote
            assert document.text[found.start : found.end] == found.sentence
            assert found.page in range(1, document.pages + 1)


def test_words_that_the_text_does_not_have_are_shown_without_a_place() -> None:
    document = read(TEXTS / "minutes.txt")
    found = Sources(document).of_quote("Nobody has ever written these words into any minutes.")
    assert (found.start, found.page) == (None, None)


def test_a_report_that_cannot_be_read_has_all_of_its_gold_missed(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes")
    (folder / "minutes.txt").unlink()
    (folder / "minutes.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    found = evaluated(folder)
    assert found.documents[0].error
    assert found.scores[Score.POST].found == 0 < found.scores[Score.POST].gold
    assert {each.kind for each in found.mistakes} == {Kind.MISSED}
    assert all(each.sources[0].start is None for each in found.mistakes if each.sources)


def test_reports_without_gold_and_gold_without_report_are_named(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes", "biography", "agency-news")
    (folder / "biography.gold.json").unlink()
    (folder / "agency-news.txt").unlink()
    pairs = pairs_in([folder])
    assert [each.name for each in pairs.judged] == ["minutes.txt"]
    assert pairs.without_gold == ("biography.txt",)
    assert pairs.without_report == ("agency-news.gold.json",)


def test_gold_that_does_not_fit_stops_no_other(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes", "biography")
    (folder / "biography.gold.json").write_text('{"holds_post": [{}]}')
    pairs = pairs_in([folder])
    assert [each.name for each in pairs.judged] == ["minutes.txt"]
    ((place, error),) = pairs.failed
    assert place.name == "biography.gold.json"
    assert "holds_post.0.person" in error.message


def test_a_folder_without_gold_or_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no report"):
        pairs_in([tmp_path])
    (tmp_path / "harbour.txt").write_text("Harbour review")
    with pytest.raises(InvalidInput, match=r"harbour\.gold\.json beside harbour\.txt"):
        pairs_in([tmp_path])


def test_a_text_and_its_pdf_are_one_report_in_the_intervals(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes")
    shutil.copy(folder / "minutes.txt", folder / "minutes.md")
    found = evaluated(folder)
    assert found.reports == 2
    assert {each.interval for each in found.spread.values()} == {None}


def test_intervals_are_the_same_each_time_and_hold_the_figure_of_all() -> None:
    def of(right: int) -> Figures:
        figures = Figures()
        figures.tally(Score.POST, Tally(right, 10, right, 10))
        return figures

    groups = [of(right) for right in (5, 7, 9, 10)]
    spans = intervals(groups)
    assert spans == intervals(groups)
    span = spans[Score.POST]
    assert span
    assert 0.5 <= span[0] < 0.775 < span[1] <= 1.0
    assert spans[Score.EVENT] is None
