"""The command that asks."""

import json
import sys
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.asking import answer, failure
from api.commands.opening import Llm, library_of
from ontology.errors import StoreUnavailable
from ontology.terms import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.asking import Answer, Asker, Evidence

_LONGEST = 90
"""Characters of an event's name beside a quote."""


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(ask)


def ask(
    context: typer.Context,
    question: Annotated[
        str, typer.Argument(help="In English; - reads one a line from standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Say the answer as JSON.")] = False,
    query: Annotated[
        bool,
        typer.Option(
            "--query", help="Say what was run, in SPARQL and in Cypher with its parameters."
        ),
    ] = False,
    llm: Llm = False,
) -> None:
    """Ask a question; each answer comes with the words that say so."""
    with library_of(context, llm=llm) as library:
        asker = library.asker
        if question == "-":
            _ask_each(asker)
        elif as_json:
            console.say_json(answer(asker, question))
        else:
            _tell(answer(asker, question), query=query)


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


def _tell(found: "Answer", *, query: bool) -> None:
    if found.refused is not None:
        console.say(f"Not understood. {found.refused}")
        return
    console.say(console.dim(found.understood))
    if not found.answers:
        console.say("Nothing that was read answers this.")
    for each in found.answers:
        console.say(f"\n{console.bold(each)}")
        _tell_evidence([one for one in found.evidence if one.answer == each])
    if found.cypher and query:
        console.say(f"\n{console.dim(found.sparql)}")
        console.say(f"\n{console.dim(found.cypher.strip())}\n")
        console.say(console.dim(json.dumps(found.parameters, ensure_ascii=False)))
    elif found.cypher:
        console.say(
            f"\n{console.dim('What was run, in Cypher and in SPARQL: ask again with --query')}"
        )


def _tell_evidence(evidence: "Sequence[Evidence]") -> None:
    """The words that say so, under what they are about."""
    quotes: dict[str, dict[str, None]] = {}
    for one in evidence:
        quotes.setdefault(_about(one), {})[_quoted(one)] = None
    for about, quoted in quotes.items():
        for line in filter(None, (about, *quoted)):
            console.say(line)


def _about(evidence: "Evidence") -> str:
    """The event and its date, or when a post was seen, where the answer does not say it; and what did not happen."""
    event, date = (
        each if each and each not in evidence.answer else ""
        for each in (evidence.event, evidence.date)
    )
    seen = f"as of {date}" if date and evidence.event is None else date
    told = ", ".join(filter(None, (_short(event), seen)))
    status = "" if evidence.status == Status.HAPPENED else f"[{evidence.status}]"
    line = " ".join(filter(None, (told, status)))
    return f"    {line}" if line else ""


def _short(event: str) -> str:
    """The name of an event; of a long one without those present, with whom it ends."""
    name = event if len(event) <= _LONGEST else event.partition(" (")[0]
    return shorten(name, _LONGEST, placeholder=" …")


def _quoted(evidence: "Evidence") -> str:
    quote = " ".join(evidence.quote.split())
    return f"    “{quote}”\n    {console.dim(f'— {evidence.file}, page {evidence.page}')}"
