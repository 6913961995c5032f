"""The words of the ontology as Python names. Generated from vocabulary.ttl by ontology.generate."""

from enum import StrEnum
from typing import NamedTuple


class Concept(NamedTuple):
    """The labels of a concept, the preferred one first, and its broader concept."""

    labels: tuple[str, ...]
    broader: StrEnum | None


class Ends(NamedTuple):
    """What a relation may link, and the edge that is derived from it."""

    domain: frozenset[str]
    range: frozenset[str]
    edge: str | None


class NodeKind(StrEnum):
    """The kinds of node, as labels in the store."""

    CLAIM = "Claim"
    """One proposition from one place in one report."""
    COUNTRY = "Country"
    """A state, or a territory that reports treat as one."""
    DAY = "Day"
    """One calendar day."""
    EVENT = "Event"
    """What happened, is planned, claimed or denied, with a type and, where stated, a date, place, topic and people."""
    JUDGEMENT = "Judgement"
    """A person's decision about claims or identities, with time and reason."""
    MENTION = "Mention"
    """An actor, place, post, topic or event as one report names it, with every form and place in the text."""
    ORGANISATION = "Organisation"
    """A body of people: ministry, committee, court, company, alliance."""
    PASSAGE = "Passage"
    """Words quoted from a report, with page and position."""
    PERSON = "Person"
    """A human being named in a report."""
    PLACE = "Place"
    """A region, town, building or site below the level of a country."""
    POST = "Post"
    """A position that a person can hold in an organisation or for a country."""
    REPORT = "Report"
    """One document, known by the hash of its content."""
    TOPIC = "Topic"
    """What an event is about, in the words of the report or as a concept of this vocabulary."""


class Relation(StrEnum):
    """The relations that claims state."""

    ABOUT = "about"
    """What the event was about."""
    AT_PLACE = "atPlace"
    """Where the event was."""
    EVENT_TYPE = "eventType"
    """The kind of event; the claim that carries the event's own status and count."""
    HOLDS_POST = "holdsPost"
    """The person holds, or held, the post; org:holds beside it says that it is held, as far as is known."""
    MET = "met"
    """The two were in contact with each other, in person or by phone, in a named event."""
    ON_DATE = "onDate"
    """When the event was, is or will be, in EDTF."""
    PART_OF = "partOf"
    """The organisation belongs to a larger one or to a country."""
    POST_IN = "postIn"
    """The body, country or territory whose post it is."""
    TOOK_PART = "tookPart"
    """The actor had a part in the event: was there, led it, received the others, or merely brought it about."""


class EventType(StrEnum):
    """The kinds of event."""

    APPOINTMENT = "appointment"
    """Somebody is put into or out of a post."""
    CEREMONY = "ceremony"
    """A formal occasion."""
    CONFERENCE = "conference"
    """Many take part to discuss a subject."""
    ELECTION = "election"
    """People vote."""
    EXERCISE = "exercise"
    """Forces practise."""
    EXHIBITION = "exhibition"
    """Goods are shown to visitors."""
    MEETING = "meeting"
    """People come together to confer."""
    PHONE_CALL = "phone_call"
    """People speak by telephone or video."""
    PRESS_CONFERENCE = "press_conference"
    """Somebody answers the press."""
    SESSION = "session"
    """A standing body sits."""
    SIGNING = "signing"
    """A document is signed."""
    STATEMENT = "statement"
    """Somebody says something in public."""
    SUMMIT = "summit"
    """Heads of states or bodies meet."""
    TALKS = "talks"
    """Two or more sides negotiate or consult."""
    TEST = "test"
    """Equipment or readiness is tried."""
    TRAINING = "training"
    """People are taught a skill."""
    VISIT = "visit"
    """Somebody goes to see a place or its people."""


class OrganisationType(StrEnum):
    """The kinds of organisation, as far as their names say."""

    COMPANY = "company"
    """A body that trades or produces, whoever owns it."""
    PUBLIC_BODY = "public_body"
    """A part of a state, or of a body of states: it governs, judges, guards or administers."""


class Role(StrEnum):
    """What an actor was in an event."""

    ABSENT = "absent"
    """Is said not to have been there."""
    CHAIR = "chair"
    """Was there and led it."""
    HOST = "host"
    """Was there and received the others."""
    ORGANISER = "organiser"
    """Brought it about; need not have been there."""
    PARTICIPANT = "participant"
    """Was there."""


class Polarity(StrEnum):
    """Whether a claim says that something is so or is not."""

    AFFIRMED = "affirmed"
    """Said to be so."""
    NEGATED = "negated"
    """Said not to be so."""


class Modality(StrEnum):
    """Whether a claim speaks of what is, is to come, may be or was tried."""

    ACTUAL = "actual"
    """Told as having taken place or as holding."""
    ATTEMPTED = "attempted"
    """Tried without success."""
    HYPOTHETICAL = "hypothetical"
    """Told as possible only."""
    INTENDED = "intended"
    """Told as still to come."""


class Attribution(StrEnum):
    """Who says it."""

    AUTHOR = "author"
    """The report says so itself."""
    RUMOUR = "rumour"
    """Nobody in particular says so."""
    SELF = "self"
    """A speaker says so about what he himself did."""
    SOURCE = "source"
    """A named speaker or source says so about others."""


class Status(StrEnum):
    """What a claim is good for."""

    CLAIMED = "claimed"
    """Stated by somebody about others, or rumoured."""
    DENIED = "denied"
    """Said not to be so."""
    HAPPENED = "happened"
    """Stated as a fact; the only status that makes edges of the world."""
    PLANNED = "planned"
    """Planned, possible or attempted."""


class Verdict(StrEnum):
    """What a person can decide."""

    DIFFERENT = "different"
    """The two mentions are not one."""
    REJECT = "reject"
    """The claim is not what the report says."""
    SAME = "same"
    """The two mentions are one."""


class TopicConcept(StrEnum):
    """The topics this vocabulary knows."""

    AGRICULTURE = "agriculture"
    """Crops, livestock and food."""
    ARMS_CONTROL = "arms_control"
    """Limits on arms and their spread."""
    AVIATION = "aviation"
    """Transport by air."""
    CONFLICT = "conflict"
    """Fighting between armed parties, and its end."""
    CORRUPTION = "corruption"
    """Abuse of office for gain, and what is done against it."""
    CRIME = "crime"
    """Breaches of the law, and what is done against them."""
    CULTURE = "culture"
    """Arts, heritage and customs."""
    CYBER = "cyber"
    """Attacks on computers and information, and defence."""
    DEFENCE = "defence"
    """Armed forces, their arms and their cooperation."""
    DIPLOMACY = "diplomacy"
    """Relations between states."""
    ECONOMY = "economy"
    """Production, money and work."""
    EDUCATION = "education"
    """Schools, universities and what they teach."""
    ELECTIONS = "elections"
    """Votes on offices or questions, and preparation for them."""
    ELECTRICITY = "electricity"
    """Power, its making and supply."""
    EMERGENCY = "emergency"
    """Disasters, prevention of them and help."""
    ENERGY = "energy"
    """Fuels and power."""
    ENVIRONMENT = "environment"
    """Nature, climate and pollution."""
    GAS = "gas"
    """Natural gas, its transit and price."""
    HEALTH = "health"
    """Illness, medicine and care."""
    HUMAN_RIGHTS = "human_rights"
    """Rights that all people have, and breaches of them."""
    MIGRATION = "migration"
    """People who move between countries, and control of that."""
    NUCLEAR_POWER = "nuclear_power"
    """Energy from nuclear fission."""
    OIL = "oil"
    """Crude oil and what is made of it."""
    RAILWAYS = "railways"
    """Transport by rail."""
    REFUGEES = "refugees"
    """People who flee, and their reception."""
    ROADS = "roads"
    """Transport by road."""
    SANCTIONS = "sanctions"
    """Measures of states against others that are not of force."""
    SCIENCE = "science"
    """Research and technology."""
    SECURITY = "security"
    """The safety of states and people."""
    SMUGGLING = "smuggling"
    """Goods brought secretly across borders."""
    SPORT = "sport"
    """Games and competitions."""
    TERRORISM = "terrorism"
    """Violence to spread fear, and what is done against it."""
    TOURISM = "tourism"
    """Travel for pleasure."""
    TRADE = "trade"
    """Goods and services sold across borders."""
    TRAFFICKING = "trafficking"
    """Illegal trade in drugs, arms or people."""
    TRANSPORT = "transport"
    """The carriage of people and goods."""
    VISAS = "visas"
    """Leave to enter a country."""


RELATIONS: dict[Relation, Ends] = {
    Relation.ABOUT: Ends(frozenset({"Event"}), frozenset({"Topic"}), "ABOUT"),
    Relation.AT_PLACE: Ends(frozenset({"Event"}), frozenset({"Country", "Place"}), "AT"),
    Relation.EVENT_TYPE: Ends(frozenset({"Event"}), frozenset({"EventType"}), None),
    Relation.HOLDS_POST: Ends(frozenset({"Person"}), frozenset({"Post"}), "HOLDS_POST"),
    Relation.MET: Ends(
        frozenset({"Country", "Organisation", "Person"}),
        frozenset({"Country", "Organisation", "Person"}),
        "MET",
    ),
    Relation.ON_DATE: Ends(frozenset({"Event"}), frozenset({"Date"}), "ON"),
    Relation.PART_OF: Ends(
        frozenset({"Organisation"}), frozenset({"Country", "Organisation"}), "PART_OF"
    ),
    Relation.POST_IN: Ends(
        frozenset({"Post"}), frozenset({"Country", "Organisation", "Place"}), "POST_IN"
    ),
    Relation.TOOK_PART: Ends(
        frozenset({"Country", "Organisation", "Person"}), frozenset({"Event"}), "TOOK_PART"
    ),
}

EVENT_TYPES: dict[EventType, Concept] = {
    EventType.APPOINTMENT: Concept(("appointment", "dismissal", "nomination"), None),
    EventType.CEREMONY: Concept(
        ("ceremony", "anniversary", "dinner", "inauguration", "parade", "reception"), None
    ),
    EventType.CONFERENCE: Concept(
        ("conference", "congress", "forum", "round table", "seminar", "symposium", "workshop"),
        EventType.MEETING,
    ),
    EventType.ELECTION: Concept(("election", "referendum", "vote"), None),
    EventType.EXERCISE: Concept(
        ("exercise", "drill", "drills", "exercises", "maneuvers", "manoeuvres", "war game"), None
    ),
    EventType.EXHIBITION: Concept(("exhibition", "arms show", "expo", "fair", "salon"), None),
    EventType.MEETING: Concept(
        ("meeting", "coordination meeting", "encounter", "gathering", "working meeting"), None
    ),
    EventType.PHONE_CALL: Concept(
        ("phone call", "call", "phone conversation", "telephone call", "telephone conversation"),
        None,
    ),
    EventType.PRESS_CONFERENCE: Concept(
        ("press conference", "news conference", "press briefing"), None
    ),
    EventType.SESSION: Concept(("session", "council meeting", "sitting"), EventType.MEETING),
    EventType.SIGNING: Concept(("signing", "signing ceremony"), None),
    EventType.STATEMENT: Concept(("statement", "address", "declaration", "speech"), None),
    EventType.SUMMIT: Concept(("summit",), EventType.MEETING),
    EventType.TALKS: Concept(
        (
            "talks",
            "consultation",
            "consultations",
            "conversation",
            "discussions",
            "negotiation",
            "negotiations",
        ),
        EventType.MEETING,
    ),
    EventType.TEST: Concept(
        ("test", "control tests", "test launch", "tests", "trial", "trials"), None
    ),
    EventType.TRAINING: Concept(("training", "training course", "trainings"), None),
    EventType.VISIT: Concept(("visit", "tour", "trip"), None),
}

ORGANISATION_TYPES: dict[OrganisationType, Concept] = {
    OrganisationType.COMPANY: Concept(
        (
            "company",
            "airline",
            "airlines",
            "concern",
            "corporation",
            "enterprise",
            "factory",
            "holding",
            "joint-stock company",
            "refinery",
            "shipyard",
        ),
        None,
    ),
    OrganisationType.PUBLIC_BODY: Concept(
        (
            "public body",
            "air force",
            "armed forces",
            "audit office",
            "border force",
            "border guard",
            "border service",
            "cabinet",
            "central bank",
            "chamber of deputies",
            "chiefs of staff",
            "city council",
            "city executive committee",
            "city hall",
            "consulate",
            "council of ministers",
            "court",
            "court of accounts",
            "customs",
            "district executive committee",
            "embassy",
            "gendarmerie",
            "general staff",
            "government",
            "ground forces",
            "house of representatives",
            "inspectorate",
            "intelligence service",
            "investigative committee",
            "knesset",
            "legislature",
            "majlis",
            "ministry",
            "municipality",
            "national assembly",
            "national bank",
            "national guard",
            "navy",
            "office of the president",
            "parliament",
            "police",
            "presidential administration",
            "presidential office",
            "prime minister's office",
            "prosecutor",
            "rada",
            "regional council",
            "regional executive committee",
            "security council",
            "security service",
            "seimas",
            "sejm",
            "senate",
            "state committee",
            "state duma",
            "treasury",
            "tribunal",
        ),
        None,
    ),
}

ROLES: dict[Role, Concept] = {
    Role.ABSENT: Concept(("absent", "declined", "did not attend"), None),
    Role.CHAIR: Concept(("chair", "chaired", "led", "presided"), None),
    Role.HOST: Concept(("host", "hosted", "received"), None),
    Role.ORGANISER: Concept(("organiser", "arranged", "organised"), None),
    Role.PARTICIPANT: Concept(("participant", "attended", "took part", "was present"), None),
}

TOPICS: dict[TopicConcept, Concept] = {
    TopicConcept.AGRICULTURE: Concept(
        ("agriculture", "farming", "food", "harvest"), TopicConcept.ECONOMY
    ),
    TopicConcept.ARMS_CONTROL: Concept(
        (
            "arms control",
            "disarmament",
            "non-proliferation",
            "nuclear weapons",
            "strategic stability",
        ),
        TopicConcept.SECURITY,
    ),
    TopicConcept.AVIATION: Concept(("aviation", "air traffic"), TopicConcept.TRANSPORT),
    TopicConcept.CONFLICT: Concept(
        (
            "armed conflict",
            "ceasefire",
            "conflict settlement",
            "peace settlement",
            "peace talks",
            "war",
        ),
        TopicConcept.SECURITY,
    ),
    TopicConcept.CORRUPTION: Concept(
        (
            "corruption",
            "anti-corruption",
            "bribe",
            "bribery",
            "bribes",
            "combating corruption",
            "embezzlement",
            "fight against corruption",
            "graft",
        ),
        TopicConcept.CRIME,
    ),
    TopicConcept.CRIME: Concept(
        ("crime", "law and order", "law enforcement", "offences", "organised crime", "policing"),
        None,
    ),
    TopicConcept.CULTURE: Concept(("culture", "arts"), None),
    TopicConcept.CYBER: Concept(
        ("cyber security", "cyber attacks", "disinformation", "information security"),
        TopicConcept.SECURITY,
    ),
    TopicConcept.DEFENCE: Concept(
        (
            "defence",
            "armaments",
            "armed forces",
            "arms",
            "defense",
            "military",
            "military cooperation",
            "military-technical cooperation",
            "weapons",
        ),
        TopicConcept.SECURITY,
    ),
    TopicConcept.DIPLOMACY: Concept(
        ("foreign relations", "bilateral relations", "diplomacy", "foreign policy", "integration"),
        None,
    ),
    TopicConcept.ECONOMY: Concept(
        (
            "economy",
            "budget",
            "business",
            "economic cooperation",
            "finance",
            "industry",
            "investment",
            "taxation",
        ),
        None,
    ),
    TopicConcept.EDUCATION: Concept(("education", "schools", "universities"), None),
    TopicConcept.ELECTIONS: Concept(("elections", "electoral campaign", "voting"), None),
    TopicConcept.ELECTRICITY: Concept(("electricity", "power supply"), TopicConcept.ENERGY),
    TopicConcept.EMERGENCY: Concept(
        (
            "emergencies",
            "civil protection",
            "disaster relief",
            "emergency prevention",
            "emergency situations",
            "rescue",
        ),
        None,
    ),
    TopicConcept.ENERGY: Concept(("energy", "pipelines"), TopicConcept.ECONOMY),
    TopicConcept.ENVIRONMENT: Concept(("environment", "climate", "ecology", "pollution"), None),
    TopicConcept.GAS: Concept(("gas", "natural gas"), TopicConcept.ENERGY),
    TopicConcept.HEALTH: Concept(
        ("health", "epidemic", "healthcare", "pandemic", "vaccination"), None
    ),
    TopicConcept.HUMAN_RIGHTS: Concept(
        ("human rights", "civil liberties", "political prisoners", "press freedom"), None
    ),
    TopicConcept.MIGRATION: Concept(("migration", "border control"), None),
    TopicConcept.NUCLEAR_POWER: Concept(("nuclear power", "atomic energy"), TopicConcept.ENERGY),
    TopicConcept.OIL: Concept(("oil", "petroleum"), TopicConcept.ENERGY),
    TopicConcept.RAILWAYS: Concept(("railways", "rail links"), TopicConcept.TRANSPORT),
    TopicConcept.REFUGEES: Concept(("refugees", "asylum"), TopicConcept.MIGRATION),
    TopicConcept.ROADS: Concept(("roads", "highways"), TopicConcept.TRANSPORT),
    TopicConcept.SANCTIONS: Concept(("sanctions", "embargo"), TopicConcept.DIPLOMACY),
    TopicConcept.SCIENCE: Concept(("science", "research"), None),
    TopicConcept.SECURITY: Concept(
        ("security", "collective security", "national security", "public safety"), None
    ),
    TopicConcept.SMUGGLING: Concept(("smuggling", "contraband"), TopicConcept.CRIME),
    TopicConcept.SPORT: Concept(("sport", "sports"), None),
    TopicConcept.TERRORISM: Concept(
        ("terrorism", "anti-terrorism", "counter-terrorism", "extremism", "terrorist groups"),
        TopicConcept.SECURITY,
    ),
    TopicConcept.TOURISM: Concept(("tourism", "travel industry"), None),
    TopicConcept.TRADE: Concept(
        ("trade", "commerce", "customs", "exports", "imports", "tariffs"), TopicConcept.ECONOMY
    ),
    TopicConcept.TRAFFICKING: Concept(
        ("trafficking", "drug trafficking", "human trafficking"), TopicConcept.CRIME
    ),
    TopicConcept.TRANSPORT: Concept(("transport", "logistics"), TopicConcept.ECONOMY),
    TopicConcept.VISAS: Concept(("visas", "visa regime"), TopicConcept.MIGRATION),
}
