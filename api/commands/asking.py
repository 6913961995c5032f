"""The command that asks."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.asking import answer, failure
from api.commands.opening import library_of
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    from graph.asking import Answer, Asker, Evidence


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(ask)


def ask(
    context: typer.Context,
    question: Annotated[
        str, typer.Argument(help="In English; - reads one a line from standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Say the answer as JSON.")] = False,
) -> None:
    """Ask a question; each answer comes with the words that say so."""
    with library_of(context) as library:
        asker = library.asker
        if question == "-":
            _ask_each(asker)
        elif as_json:
            console.say_json(answer(asker, question))
        else:
            _tell(answer(asker, question))


def _ask_each(asker: "Asker") -> None:
    """One line out for each line in: a question at which the work fails stops none behind it."""
    failed = 0
    for line in sys.stdin:
        question = line.rstrip("\r\n")
        try:
            found = answer(asker, question)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - what it is, is said in its line
            failed += 1
            told = str(error) or type(error).__name__
            console.note(f"{question[:100]}: {told}")
            found = failure(question, told)
        console.say_json(found, indent=None)
    if failed:
        raise typer.Exit(1)


def _tell(found: "Answer") -> None:
    if found.refused is not None:
        console.say(f"Not understood. {found.refused}")
        return
    console.say(console.dim(found.understood))
    if not found.answers:
        console.say("The reports do not say.")
    for each in found.answers:
        console.say(f"\n{console.bold(each)}")
        for line in dict.fromkeys(_quoted(one) for one in found.evidence if one.answer == each):
            console.say(line)
    if found.cypher:
        console.say(f"\n{console.dim(found.cypher.strip())}")
        console.say(console.dim(str(found.parameters)))


def _quoted(evidence: "Evidence") -> str:
    quote = " ".join(evidence.quote.split())
    return f"    “{quote}”\n    {console.dim(f'— {evidence.file}, page {evidence.page}')}"
