"""Questions read without a store, over a small index of invented names."""

import time

import pytest

from graph.asking.entry import Entry
from graph.asking.index import NameIndex
from graph.asking.query import Either, Kind, NotNamed, Query, Refusal, Tenure
from graph.asking.understand import understand
from ontology.terms import EventType, NodeKind, Role, Status


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(
        [
            Entry(id="ilze", kind=NodeKind.PERSON, name="Ilze Kalnina", countries=("LV",)),
            Entry(id="jonas", kind=NodeKind.PERSON, name="Jonas Holt"),
            Entry(id="erik", kind=NodeKind.PERSON, name="Erik Holt"),
            Entry(
                id="audit", kind=NodeKind.ORGANISATION, name="State Audit Office", aliases=("SAO",)
            ),
            Entry(id="latvia", kind=NodeKind.COUNTRY, name="Latvia", countries=("LV",)),
            Entry(id="riga", kind=NodeKind.PLACE, name="Riga"),
            Entry(id="vidzeme", kind=NodeKind.PLACE, name="Vidzeme region"),
            Entry(id="graft", kind=NodeKind.TOPIC, name="combating graft", broader=("corruption",)),
            Entry(id="corruption", kind=NodeKind.TOPIC, name="corruption"),
            Entry(
                id="chair",
                kind=NodeKind.POST,
                name="Chairman",
                bodies=("audit",),
                holders=("jonas",),
            ),
            Entry(id="deputy", kind=NodeKind.POST, name="Deputy Chairman", bodies=("audit",)),
            Entry(id="fair", kind=NodeKind.EVENT, name="BALTFISH-2021 exhibition"),
        ],
        latest="2021-03-31",
    )


def read(question: str, index: NameIndex) -> Query:
    found = understand(question, index)
    assert isinstance(found, Query), found
    return found


@pytest.mark.parametrize(
    "question",
    [
        "Who attended anti-corruption meetings?",
        "who was at the meetings on corruption",
        "Name the participants of meetings about corruption.",
        "Which people took part in meetings on the fight against corruption?",
        "Please tell me who was present at the anti-corruption meetings",
        "List everyone who sat in the meetings on graft",
    ],
)
def test_one_question_in_many_words_is_one_query(question: str, index: NameIndex) -> None:
    query = read(question, index)
    assert query.kind is Kind.PARTICIPANTS
    assert EventType.SESSION in query.selection.types
    assert [set(f.topics) for f in query.selection.facets] in (
        [{"graft", "corruption"}],
        [{"graft"}],
    )
    assert query.roles == (Role.CHAIR, Role.HOST, Role.PARTICIPANT)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Who chaired the meetings in Riga?", Role.CHAIR),
        ("By whom were the meetings in Riga chaired?", Role.CHAIR),
        ("Who organised the meetings in Riga?", Role.ORGANISER),
        ("Who hosted the exhibition?", Role.HOST),
        ("Who was absent from the meeting in Riga?", Role.ABSENT),
        ("Who didn't attend the meeting in Riga?", Role.ABSENT),
    ],
)
def test_the_verb_gives_the_role(question: str, role: Role, index: NameIndex) -> None:
    assert read(question, index).roles == (role,)


def test_a_period_is_taken_out_of_the_question(index: NameIndex) -> None:
    period = read(
        "Which meetings did Ilze Kalnina attend between 5 and 13 March 2021?", index
    ).selection.period
    assert period is not None
    assert (period.first, period.last) == ("2021-03-05", "2021-03-13")


def test_a_month_without_a_year_is_the_last_one_that_the_reports_know(index: NameIndex) -> None:
    period = read("What happened last December?", index).selection.period
    assert period is not None
    assert (period.first, period.last) == ("2020-12-01", "2020-12-31")


def test_after_a_date_begins_the_day_after(index: NameIndex) -> None:
    period = read("What happened after 3 March 2021?", index).selection.period
    assert period is not None
    assert period.first == "2021-03-04"


def test_a_number_in_a_name_is_no_date(index: NameIndex) -> None:
    selection = read("Where was the BALTFISH-2021 exhibition held?", index).selection
    assert selection.period is None
    assert selection.facets[0].events == ("fair",)


def test_now_and_then_are_told_apart(index: NameIndex) -> None:
    assert read("Who is the chairman of the SAO?", index).tenure is Tenure.NOW
    assert read("Who was the chairman of the SAO?", index).tenure is Tenure.EVER
    assert read("Who is the former chairman of the SAO?", index).tenure is Tenure.FORMER


def test_a_chairman_is_no_deputy_chairman(index: NameIndex) -> None:
    for question in ("Who is the chairman of the SAO?", "Who heads the State Audit Office?"):
        posts = read(question, index).posts
        assert posts is not None
        assert posts.ids == ("chair",)


def test_an_actor_may_be_named_by_his_post(index: NameIndex) -> None:
    one = read("Whom did the chairman of the State Audit Office meet?", index).one
    assert one is not None
    assert one.ids == ("jonas",)


def test_what_is_planned_is_asked_for_as_planned(index: NameIndex) -> None:
    assert read("Which meetings are planned?", index).statuses == (Status.PLANNED,)
    assert read("Who will attend the meeting in Riga?", index).statuses == (Status.PLANNED,)
    assert read("Who attended the meeting in Riga?", index).statuses == (Status.HAPPENED,)


def test_a_place_is_found_with_or_without_its_kind(index: NameIndex) -> None:
    for place in ("Vidzeme", "the Vidzeme region", "the region of Vidzeme"):
        facet = read(f"Which meetings were held in {place}?", index).selection.facets[0]
        assert facet.places == ("vidzeme",)


def test_a_name_that_two_have_is_refused_with_both(index: NameIndex) -> None:
    found = understand("Whom did Holt meet?", index)
    assert isinstance(found, Refusal)
    assert "Erik Holt, Jonas Holt" in found.reason


def test_a_name_that_no_report_has_is_no_refusal(index: NameIndex) -> None:
    for question in (
        "When did Ilze Kalnina meet Bruno Zarins?",
        "Who is the Foreign Minister of Latvia?",
    ):
        assert isinstance(understand(question, index), NotNamed)


def test_the_nearest_name_is_offered_for_a_misspelt_one(index: NameIndex) -> None:
    found = understand("Whom did Ilze Kalninova meet?", index)
    assert isinstance(found, NotNamed)
    assert found.nearest == ("Ilze Kalnina",)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Who attended secret meetings?", "secret"),
        ("Who ate at the meetings?", "ate"),
        ("What is the price of meetings?", "price"),
        ("Why did Ilze Kalnina meet Jonas Holt?", "Why"),
        ("Where was Ilze Kalnina born?", "born"),
        ("Who attended meetings because of the weather?", "because"),
    ],
)
def test_a_word_that_is_not_understood_is_named(question: str, word: str, index: NameIndex) -> None:
    found = understand(question, index)
    assert isinstance(found, Refusal), found
    assert word in found.words


def test_an_endless_question_is_refused_at_once(index: NameIndex) -> None:
    assert isinstance(understand("who attended " * 1000, index), Refusal)
    assert isinstance(understand("", index), Refusal)
    assert isinstance(understand("who and " * 40, index), Refusal)


def test_a_long_question_that_can_be_parted_in_many_ways_is_refused_soon(index: NameIndex) -> None:
    words = "in Riga on graft of Ilze and trade with Vidzeme at Holt for SAO " * 3
    started = time.perf_counter()
    assert isinstance(understand(f"Who attended meetings {words}", index), Refusal)
    assert time.perf_counter() - started < 10


def test_two_actors_may_be_named_together(index: NameIndex) -> None:
    for question in (
        "When did Ilze Kalnina and Jonas Holt meet?",
        "When did both Ilze Kalnina and Jonas Holt meet?",
        "When did Ilze Kalnina and the chairman of the State Audit Office meet?",
        "When was the meeting between Ilze Kalnina and Jonas Holt?",
        "When was the meeting of Ilze Kalnina with Jonas Holt held?",
    ):
        query = read(question, index)
        assert query.kind is Kind.WHEN
        assert (query.one and query.one.ids, query.other and query.other.ids) == (
            ("ilze",),
            ("jonas",),
        )


def test_what_is_to_come_is_asked_for_in_every_form(index: NameIndex) -> None:
    for question in (
        "When will Ilze Kalnina meet Jonas Holt?",
        "Is Ilze Kalnina going to meet Jonas Holt?",
        "Who will Ilze Kalnina meet?",
        "Who is going to visit Riga?",
        "When is the exhibition planned?",
    ):
        assert read(question, index).statuses == (Status.PLANNED,), question


def test_words_in_quotation_marks_are_one_name(index: NameIndex) -> None:
    for question in (
        "Where was “BALTFISH-2021” held?",
        'Where was the exhibition "BALTFISH-2021" held?',
        "Where was the exhibition called BALTFISH-2021 held?",
    ):
        assert read(question, index).selection.facets[0].events == ("fair",), question
    assert isinstance(understand("Where was the exhibition “Herring” held?", index), NotNamed)


@pytest.mark.parametrize(
    "question",
    [
        "Whom did Ilze Kalnina or Erik Holt meet?",
        "Whom did either Ilze Kalnina or Mr Erik Holt meet?",
    ],
)
def test_or_joins_two_questions_and_cuts_through_no_name(question: str, index: NameIndex) -> None:
    found = understand(question, index)
    assert isinstance(found, Either), found
    assert [query.one and query.one.ids for query in found.queries] == [("ilze",), ("erik",)]


def test_an_or_in_quotation_marks_is_part_of_a_name(index: NameIndex) -> None:
    assert isinstance(understand("Whom did “Trade or Aid” meet?", index), NotNamed)


@pytest.mark.parametrize(
    "question",
    [
        "who tok part in the meetings in Riga?",
        "Wich people attended the meetings in Riga?",
        "who attended teh meetings in Riga please",
    ],
)
def test_a_word_nobody_knows_is_read_as_the_one_slip_that_makes_a_question(
    question: str, index: NameIndex
) -> None:
    query = read(question, index)
    assert query.kind is Kind.PARTICIPANTS
    assert len(query.slips) == 1


@pytest.mark.parametrize(
    "question",
    ["Who fed the meetings in Riga?", "Who tax part in the meetings in Riga?", "Who met Jonsa?"],
)
def test_a_word_that_is_no_slip_of_the_grammar_is_no_guess(question: str, index: NameIndex) -> None:
    assert not isinstance(understand(question, index), Query)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("whos the chairman of the SAO", "who is the chairman of the SAO"),
        ("Who didnt attend the meeting in Riga?", "Who did not attend the meeting in Riga?"),
        ("wheres the exhibition", "where's the exhibition"),
    ],
)
def test_a_contraction_without_its_apostrophe_is_read_as_with_it(
    short: str, long: str, index: NameIndex
) -> None:
    assert understand(short, index) == understand(long, index)


def test_officials_who_represent_a_body_hold_a_post_there(index: NameIndex) -> None:
    for question in (
        "Which officials represented the State Audit Office at the meeting in Riga?",
        "Who represented the SAO at the meeting in Riga?",
        "What people represented the State Audit Office during the meeting in Riga?",
    ):
        assert read(question, index).people.posts == ("chair", "deputy")


def test_a_topic_ends_where_the_place_begins(index: NameIndex) -> None:
    for question in (
        "Who attended the meetings on corruption in Riga?",
        "Who attended the most meetings about corruption in Riga?",
        "Where were the meetings on graft in Riga?",
    ):
        facets = read(question, index).selection.facets
        assert [bool(f.places) for f in facets] == [False, True]


@pytest.mark.parametrize(
    ("question", "often"),
    [
        ("Who met Kalnina more than once?", "repeatedly"),
        ("Whom did Kalnina meet more than once in Riga?", "repeatedly"),
        ("With whom has Kalnina met at least twice?", "repeatedly"),
        ("Who did Kalnina meet most often?", "most"),
        ("Who met Kalnina the most often?", "most"),
        ("With whom did Kalnina meet most often?", "most"),
    ],
)
def test_whom_somebody_met_more_than_once_or_most_often(
    question: str, often: str, index: NameIndex
) -> None:
    query = read(question, index)
    assert (query.kind, query.often) == (Kind.CONTACTS, often)


@pytest.mark.parametrize(
    "question",
    [
        "Who showed up at the meeting in Riga?",
        "Who turned up for the meeting in Riga?",
        "who did show up at the meeting in Riga",
    ],
)
def test_who_showed_up_was_there(question: str, index: NameIndex) -> None:
    assert read(question, index).roles == (Role.CHAIR, Role.HOST, Role.PARTICIPANT)


@pytest.mark.parametrize(
    "question",
    [
        "What is Kalnina's job title?",
        "What is the official title of Ilze Kalnina?",
        "What job title does Kalnina have?",
    ],
)
def test_a_job_title_is_a_post(question: str, index: NameIndex) -> None:
    assert read(question, index).kind is Kind.POSTS


def test_a_surname_means_also_those_whom_no_report_calls_by_it_alone() -> None:
    names = {"with": ("Marek Sowa", ("Sowa",)), "without": ("Marek Sowa", ()), "bare": ("Sowa", ())}
    people = NameIndex(
        Entry(id=key, kind=NodeKind.PERSON, name=name, aliases=aliases)
        for key, (name, aliases) in names.items()
    )
    found = understand("Who met Sowa?", people)
    assert isinstance(found, Query)
    assert found.one is not None
    assert set(found.one.ids) == set(names)


def test_a_surname_that_two_have_is_refused_though_one_report_calls_only_one_by_it() -> None:
    people = NameIndex(
        [
            Entry(id="marek", kind=NodeKind.PERSON, name="Marek Sowa", aliases=("Sowa",)),
            Entry(id="anna", kind=NodeKind.PERSON, name="Anna Sowa"),
        ]
    )
    found = understand("Who met Sowa?", people)
    assert isinstance(found, Refusal)
    assert "Anna Sowa" in found.reason


MAREK, BARE = (
    Entry(id="marek", kind=NodeKind.PERSON, name="Marek Sowa"),
    Entry(id="bare", kind=NodeKind.PERSON, name="Sowa"),
)


@pytest.mark.parametrize(("holders", "meant"), [(("marek", "bare"), 2), (("marek",), 1)])
def test_a_full_name_means_also_whom_a_report_calls_by_the_surname_in_the_same_post(
    holders: tuple[str, ...], meant: int
) -> None:
    post = Entry(id="post", kind=NodeKind.POST, name="Minister", holders=holders)
    found = understand("Who met Marek Sowa?", NameIndex([MAREK, BARE, post]))
    assert isinstance(found, Query)
    assert found.one is not None
    assert len(found.one.ids) == meant


@pytest.mark.parametrize("question", ["Who is Anna Sowa?", "Who met Anna Sowa?"])
def test_another_given_name_is_nobody_whom_a_report_calls_by_the_surname(question: str) -> None:
    assert isinstance(understand(question, NameIndex([MAREK, BARE])), NotNamed)


def test_words_before_a_surname_are_no_given_name() -> None:
    found = understand("Meetings of Sowa in 2031", NameIndex([BARE]))
    assert isinstance(found, Query)
    assert found.kind is Kind.EVENTS
