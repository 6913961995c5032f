"""An English question answered from the graph, each answer with the words that say so."""

from collections.abc import Iterable

from pydantic import JsonValue, TypeAdapter

from graph.asking.answer import Answer, Evidence
from graph.asking.answering import run
from graph.asking.desk import Desk, Line
from graph.asking.failures import Unclear, Undated, Untold
from graph.asking.index import NameIndex
from graph.asking.loading import load_index, texts
from graph.asking.misspelling import nearest
from graph.asking.query import Either, NotNamed, Query, Refusal
from graph.asking.say import in_words, what_can_be_asked
from graph.asking.translating import Translator, Untranslated, translated
from graph.asking.understand import understand
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.terms import Status

_NO_FACTS = tuple(status for status in Status if status is not Status.HAPPENED)
_UNDECIDED = (Unclear, Undated, Untold)
_PARAMETERS = TypeAdapter(dict[str, JsonValue])


def ask(store: Store, question: str) -> Answer:
    """The answer to one question; for many, an `Asker` keeps the names between them."""
    return Asker(store).ask(question)


class Asker:
    """Answers questions from one store; its index of names is made anew when the graph has changed."""

    def __init__(self, store: Store, translator: Translator | None = None) -> None:
        """With a translator, what the grammar cannot read is put into a query by a language model."""
        self._store, self._translator = store, translator
        self._index: tuple[tuple[str, ...], NameIndex] | None = None

    def ask(self, question: str) -> Answer:
        """The answer with its evidence, an empty answer, or a refusal that says what was not understood."""
        query = understand(question, self._names())
        if isinstance(query, Refusal):
            put = self._translated(question, query)
            if not isinstance(put, Query):
                refused = " ".join((_refused(query), *(f"{each.why}." for each in put)))
                return Answer(question=question, understood="", refused=refused)
            query = put
        if isinstance(query, NotNamed):
            return Answer(question=question, understood=_not_named(query))
        desk = Desk(self._store)
        try:
            lines = run(desk, query)
            desk.note = desk.note or ("" if lines else self._told_otherwise(query))
        except _UNDECIDED as failure:
            return Answer(question=question, understood="", refused=f"{failure}.")
        return Answer(
            question=question,
            understood=in_words(query) + (f"; {desk.note}" if desk.note else ""),
            answers=tuple(line.answer for line in lines),
            evidence=tuple(_evidence(self._store, lines)),
            cypher=desk.cypher,
            sparql=desk.sparql,
            parameters=_PARAMETERS.validate_python(desk.parameters),
        )

    def _told_otherwise(self, query: Query | Either) -> str:
        """In words, as what the reports tell of what is asked for where they do not tell that it happened."""
        if isinstance(query, Either) or query.statuses != (Status.HAPPENED,):
            return ""
        try:
            lines = run(Desk(self._store), query.model_copy(update={"statuses": _NO_FACTS}))
        except _UNDECIDED:  # which of several is asked after matters only where one happened
            return ""
        statuses = {line.status for line in _evidence(self._store, lines)}
        told = [str(status) for status in _NO_FACTS if status in statuses]
        return f"the reports tell of it only as {' and '.join(told)}" if told else ""

    def _translated(self, question: str, refusal: Refusal) -> "Query | tuple[Untranslated, ...]":
        """What a language model makes of words that mean nothing here; what is refused for a reason stays so."""
        if self._translator is None or refusal.reason:
            return ()
        found = translated(question, self._names(), self._translator)
        return (found,) if isinstance(found, Untranslated) else found

    def nearest(self, name: str) -> tuple[str, ...]:
        """Names of the graph that are like this one, the nearest first."""
        return nearest(name, self._names())

    def _names(self) -> NameIndex:
        version = tuple(str(row["version"]) for row in self._store.read(statement("version")))
        if self._index is None or self._index[0] != version:
            self._index = version, load_index(self._store)
        return self._index[1]


def _refused(refusal: Refusal) -> str:
    words = ", ".join(repr(word) for word in refusal.words)
    unread = f"No meaning was found for {words}" if words else "This is no known way of asking"
    return f"{refusal.reason or unread}. {what_can_be_asked()}."


def _not_named(missing: NotNamed) -> str:
    near = f"; the nearest names are {', '.join(missing.nearest)}" if missing.nearest else ""
    return f"No fact about {missing.said!r} was read from the reports{near}"


def _evidence(store: Store, lines: Iterable[Line]) -> Iterable[Evidence]:
    """One line for each claim of each answer; of several that say the same of it in the same words, the first."""
    lines = tuple(lines)
    ids = sorted({claim for line in lines for claim in line.claims})
    found = store.read(statement("ask_evidence"), claims=list(ids)) if ids else []
    rows = {str(row["claim"]): row for row in found}
    told: dict[tuple[object, ...], Evidence] = {}
    for line in lines:
        for claim in line.claims:
            if claim in rows:
                evidence = _line(line.answer, rows[claim])
                told.setdefault(_told(evidence), evidence)
    return told.values()


def _told(line: Evidence) -> tuple[object, ...]:
    place = (line.report, line.start, line.end)
    return (line.answer, *place, line.event, line.date, line.status)


def _line(answer: str, row: Row) -> Evidence:
    return Evidence(
        answer=answer,
        quote=str(row["quote"]),
        report=str(row["report"]),
        page=int(str(row["page"])),
        status=Status(str(row["status"])),
        claim=str(row["claim"]),
        file=str(row["file"]),
        title=str(row["title"] or row["file"]),
        published=str(row["published"]) if row["published"] else None,
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        event=str(row["event"]) if row["event"] else None,
        date=str(row["date"]) if row["date"] else None,
        context=texts(row["context"]),
    )
