"""Two reports of invented people with all that an export must bear: every status, odd words, decisions of a reader."""

from invented import Invented, body, country, person, place, post, topic
from strategies import judgement

from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.model import Extraction, Judgement
from ontology.terms import EventType, Relation, Role, Status, Verdict

QUARIA, ZEDLAND = country("Quaria", "QA"), country("Zedland", "ZW")
SALT = body("Ministry of Salt", "QA")
LEAGUE = body("River League")
ANA = person("Ana Bo", "country:QA", country="QA")
CY = person("Cy Dorn", "country:ZW", country="ZW")
DEE = person('=Dee "the <Salt>" O’Fee; & Söhne', "country:ZW", country="X4")
MINISTER, ENVOY = post("Minister", SALT), post("Envoy", ZEDLAND)
HARBOUR = place("Harbour")
CORRUPTION, PRICES = topic("fight against corruption"), topic("salt prices")
QUOTE = '- "Salt",\r\nsaid Ana\\; \x0bthen ‘+1’ 🧂, =SUM(A1)'
"""Words with all that breaks cells, lines and markup."""


def september() -> Extraction:
    """They meet about corruption in September; a visit is planned for October."""
    made = Invented("September", "2024-09-30")
    made.tenure(ANA, MINISTER, SALT)
    made.tenure(CY, ENVOY, ZEDLAND)
    made.claim(made.mention(SALT), Relation.PART_OF, object=made.mention(QUARIA))
    meeting = made.event(EventType.MEETING, "2024-09-03", HARBOUR, [ANA, CY], CORRUPTION)
    made.met(ANA, CY, meeting)
    made.claim(
        made.mention(ANA),
        Relation.TOOK_PART,
        object=meeting,
        role=Role.CHAIR,
        capacity="@minister",
        core=made.says(QUOTE),
        context=(made.says("=1+1"), made.says("One\nmore.")),
    )
    made.event(EventType.VISIT, "2024-10", QUARIA, [CY], PRICES, Status.PLANNED)
    return made.extraction()


def october() -> Extraction:
    """They speak by phone; Dee was envoy until spring; a session was denied, another one is undated."""
    made = Invented("October", "2024-10-31")
    made.tenure(ANA, MINISTER, SALT, acting=True)
    made.tenure(DEE, ENVOY, ZEDLAND, former=True, since="2021", until="2024-03")
    call = made.event(EventType.PHONE_CALL, "2024-10-05/2024-10-07", None, [ANA, DEE])
    made.met(ANA, DEE, call, by_phone=True)
    made.event(EventType.SESSION, None, None, [LEAGUE], PRICES, role=Role.ORGANISER)
    made.event(EventType.TALKS, "2024-10-09", HARBOUR, [SALT], PRICES, Status.DENIED, count=3)
    made.event(EventType.SIGNING, "2024-10-10", HARBOUR, [CY], None, Status.CLAIMED)
    return made.extraction()


def judgements() -> list[Judgement]:
    """A reader rejects a claim, and holds two mentions for one."""
    here, there = september(), october()
    rejected = next(each for each in there.claims if each.relation is Relation.ABOUT)
    ministers = [
        next(each.id for each in report.mentions if each.name == SALT.name)
        for report in (here, there)
    ]
    return [
        judgement(Verdict.REJECT, rejected.id),
        judgement(Verdict.SAME, *ministers),
    ]


def told(store: Store) -> KnowledgeGraph:
    """The graph of both, as the reader left it."""
    graph = KnowledgeGraph(store)
    for report in (september(), october()):
        graph.add(report)
    for each in judgements():
        graph.judge(each)
    return graph
