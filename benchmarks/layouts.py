"""Whether a text scores the same however it is laid out: set as PDFs in ten ways, and as the text itself.

`python -m benchmarks.layouts FOLDER …`, folders with NAME.gold.json beside NAME.txt. Not in CI.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.pipeline import extract_reports
from ingest.quality.evaluation import Evaluation, evaluation_of
from ingest.quality.figures import Score
from ingest.quality.gold import SUFFIX
from ingest.quality.pairing import Judged, Pairs, pairs_in
from ingest.reading import read

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from typesetting import LAYOUTS, Block, Layout, blocks_of, plain_text, settable, typeset

SHOWN = (Score.POST, Score.EVENT, Score.EVENT_STRICT, Score.PARTICIPATION, Score.MEETING)
META = ".meta.json"


def blocks(report: Path) -> list[Block]:
    """The paragraphs of a report as they are read, in the characters that can be set."""
    document = read(report)
    texts = (document.text[each.start : each.end] for each in document.blocks)
    return blocks_of(settable("\n".join(" ".join(text.split()) for text in texts)))


def laid_out(judged: Sequence[Judged], layout: Layout | None, folder: Path) -> Pairs:
    """The reports with their gold in a folder, set in a layout or as texts."""
    for each in judged:
        stem = folder / each.report.stem
        if layout:
            stem.with_suffix(".pdf").write_bytes(typeset(blocks(each.report), layout))
        else:
            stem.with_suffix(".txt").write_text(plain_text(blocks(each.report)), "utf-8")
        for suffix in (SUFFIX, META):
            beside = each.report.with_name(each.report.stem + suffix)
            if beside.is_file():
                shutil.copy(beside, folder)
    return pairs_in([folder])


def scored(pairs: Pairs) -> Evaluation:
    """How right what is read of them is."""
    outcomes = extract_reports([each.report for each in pairs.judged], workers=1)
    return evaluation_of(pairs, outcomes)


def main(folders: Sequence[Path]) -> None:
    """Prints a line for the text and one for each layout."""
    judged = [each for each in pairs_in(folders).judged if each.report.suffix == ".txt"]
    print(f"| {len(judged)} texts | {' | '.join(SHOWN)} |\n| --- {'| --- ' * len(SHOWN)}|")
    for layout in (None, *LAYOUTS):
        with TemporaryDirectory() as folder:
            scores = scored(laid_out(judged, layout, Path(folder))).scores
        figures = (scores[each].f1 for each in SHOWN)
        told = ("–" if figure is None else f"{figure:.3f}" for figure in figures)
        print(f"| {layout.name if layout else 'text'} | {' | '.join(told)} |", flush=True)


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
