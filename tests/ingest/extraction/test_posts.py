"""Who holds which post: titles beside names, titles told with a verb, and whose post a bare title is."""

import pytest
from extracted import posts_of

BESIDE_A_NAME = [
    (
        "Latvian Prosecutor General Ilze Vanaga spoke first.",
        ("Ilze Vanaga", "Prosecutor General", "Latvia"),
    ),
    (
        "The floor went to Minister of Foreign Affairs of Chile Rosa Inostroza.",
        ("Rosa Inostroza", "Minister of Foreign Affairs", "Chile"),
    ),
    (
        "Teodor Brankov, Chairman of the State Audit Commission, was there.",
        ("Teodor Brankov", "Chairman", "State Audit Commission"),
    ),
    (
        "The head of the Border Guard Service, Major General Olav Tveit, declined to comment.",
        ("Olav Tveit", "head", "Border Guard Service"),
    ),
    (
        "Chief of the General Staff of the Armed Forces of Ghana General Kofi Mensah-Bonsu arrived.",
        ("Kofi Mensah-Bonsu", "Chief of the General Staff", "Armed Forces of Ghana"),
    ),
    (
        "Chairman of the Cabinet of Ministers Kubat Osmonov opened the talks.",
        ("Kubat Osmonov", "Chairman", "Cabinet of Ministers"),
    ),
    (
        "Ambassador of Norway to Kenya Sigrid Haugland presented her credentials.",
        ("Sigrid Haugland", "Ambassador to Kenya", "Norway"),
    ),
    (
        "Chile's ambassador to Peru, Marta Oyarzo, joined them.",
        ("Marta Oyarzo", "ambassador to Peru", "Chile"),
    ),
    (
        "President Ansel Quiroga of Ecuador signed the decree.",
        ("Ansel Quiroga", "President", "Ecuador"),
    ),
    (
        "Economy, Trade and Industry Minister of Japan Ken Morishige answered.",
        ("Ken Morishige", "Economy, Trade and Industry Minister", "Japan"),
    ),
    (
        "Mira Kostadin, director of the Institute for Security Studies, wrote it.",
        ("Mira Kostadin", "director", "Institute for Security Studies"),
    ),
    (
        "Head of the Independent Authority Against Bribery Teodor Brankov spoke.",
        ("Teodor Brankov", "Head", "Independent Authority Against Bribery"),
    ),
    (
        "The head of the department for overseeing the use of means of the Attorney General Office Olav Tveit came.",
        (
            "Olav Tveit",
            "head",
            "department for overseeing the use of means of the Attorney General Office",
        ),
    ),
    (
        "Secretary of the Anti-Bribery Council under the President of Ecuador Ansel Quiroga opened it.",
        ("Ansel Quiroga", "Secretary", "Anti-Bribery Council under the President of Ecuador"),
    ),
    (
        "The Union's head of delegation in Tirana, Britta Lindahl, was there.",
        ("Britta Lindahl", "head of delegation", "Union"),
    ),
    (
        "The State Audit Commission denied that its head, Teodor Brankov, had left.",
        ("Teodor Brankov", "head", "State Audit Commission"),
    ),
    (
        "Latvian Academy of Sciences President Ilze Vanaga was there.",
        ("Ilze Vanaga", "President", "Academy of Sciences"),
    ),
    (
        "King of Saudi Arabia Nasser bin Khalid Al Rashid arrived.",
        ("Nasser bin Khalid Al Rashid", "King", "Saudi Arabia"),
    ),
    (
        "Speaker of the People's Assembly Olav Tveit opened it.",
        ("Olav Tveit", "Speaker", "People's Assembly"),
    ),
    (
        "First Deputy Chief of Staff of the Executive Office Olav Tveit came.",
        ("Olav Tveit", "First Deputy Chief of Staff", "Executive Office"),
    ),
    (
        "Marta Oyarzo, Vice President for New Ventures at the Lima-based Coastal Policy Centre, agreed.",
        ("Marta Oyarzo", "Vice President for New Ventures", "Coastal Policy Centre"),
    ),
    (
        "Marta Oyarzo, Executive Director of Lima-based Coastal Fund, agreed.",
        ("Marta Oyarzo", "Executive Director", "Coastal Fund"),
    ),
    ("Forward Malta leader Carmen Borg spoke.", ("Carmen Borg", "leader", "Forward Malta")),
    ("On Monday Malta leader Carmen Borg spoke.", ("Carmen Borg", "leader", "Malta")),
    (
        "Norwegian Minister of the Armed Forces Olav Tveit came.",
        ("Olav Tveit", "Minister of the Armed Forces", "Norway"),
    ),
    (
        "Olav “Storm” Tveit, commanding general of the Northern Command, said so.",
        ("Olav “Storm” Tveit", "commanding general", "Northern Command"),
    ),
    ("New Jersey Governor Rosa Berg came.", ("Rosa Berg", "Governor", "New Jersey")),
    (
        "The Government of Chile, led by Prime Minister Rosa Inostroza, agreed.",
        ("Rosa Inostroza", "Prime Minister", "Chile"),
    ),
    (
        "The Northern Regional Government, represented by Prime Minister Rosa Berg, agreed.",
        ("Rosa Berg", "Prime Minister", "Northern Regional Government"),
    ),
    (
        "The Norwegian delegation, headed by Foreign Minister Olav Tveit, arrived.",
        ("Olav Tveit", "Foreign Minister", "Norway"),
    ),
    (
        "We visit Viktor Holm [head of the Saturn Research Company] today.",
        ("Viktor Holm", "head", "Saturn Research Company"),
    ),
    (
        "The Central Bank Governor [Nora Grib] reported.",
        ("Nora Grib", "Governor", "Central Bank"),
    ),
    (
        "Ilze Vanaga, a former diplomat and director of the Coastal Institute, agreed.",
        ("Ilze Vanaga", "director", "Coastal Institute"),
    ),
    (
        "Ilze Vanaga visited a farm, and director of the Coastal Institute Rosa Berg came.",
        ("Rosa Berg", "director", "Coastal Institute"),
    ),
    (
        "Secretary of Malta’s Security Council Joseph Vella came.",
        ("Joseph Vella", "Secretary", "Malta’s Security Council"),
    ),
    (
        "A delegation to Norway led by Foreign Minister Rosa Berg arrived.",
        ("Rosa Berg", "Foreign Minister", None),
    ),
]


@pytest.mark.parametrize(("text", "tenure"), BESIDE_A_NAME, ids=lambda each: str(each)[:40])
def test_a_title_beside_a_name_gives_person_post_and_body(
    text: str, tenure: tuple[str, str, str]
) -> None:
    assert posts_of(text) == {tenure}


def test_stacked_titles_share_their_country() -> None:
    assert posts_of(
        "Deputy Prime Minister and Minister of Finance of Malta Joseph Vella spoke."
    ) == {
        ("Joseph Vella", "Deputy Prime Minister", "Malta"),
        ("Joseph Vella", "Minister of Finance", "Malta"),
    }


def test_a_plural_title_is_shared_out_over_its_countries() -> None:
    text = (
        "The foreign ministers of Chile and Peru, Rosa Inostroza and Alonso Paredes, met in Lima."
    )
    assert posts_of(text) == {
        ("Rosa Inostroza", "foreign minister", "Chile"),
        ("Alonso Paredes", "foreign minister", "Peru"),
    }


def test_a_body_behind_a_comma_does_not_take_the_title_of_the_name_before() -> None:
    text = (
        "Prime Minister of Norway Ansel Holm, Federation Council Speaker Nora Grib, State Council Speaker "
        "Peter Dahl and Security Council Secretary Rosa Berg were present."
    )
    assert posts_of(text) == {
        ("Ansel Holm", "Prime Minister", "Norway"),
        ("Nora Grib", "Speaker", "Federation Council"),
        ("Peter Dahl", "Speaker", "State Council"),
        ("Rosa Berg", "Secretary", "Security Council"),
    }


def test_in_a_list_each_title_goes_to_its_own_name() -> None:
    text = (
        "It was attended by the Minister of Justice of Malta, Carmen Borg, the head of the Fraud "
        "Squad Agency, Luca Farrugia, and Ambassador of Italy to Malta Piero Sanna."
    )
    assert posts_of(text) == {
        ("Carmen Borg", "Minister of Justice", "Malta"),
        ("Luca Farrugia", "head", "Fraud Squad Agency"),
        ("Piero Sanna", "Ambassador to Malta", "Italy"),
    }


def test_a_counterpart_holds_the_same_post_in_his_own_country() -> None:
    text = "Defence Minister of Norway Olav Tveit received his Swedish counterpart, Britta Lindahl."
    assert ("Britta Lindahl", "Defence Minister", "Sweden") in posts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ansel Quiroga became Chairman of the State Audit Commission.",
        "Ansel Quiroga was appointed Chairman of the State Audit Commission.",
        "Parliament appointed Ansel Quiroga Chairman of the State Audit Commission.",
        "Since 2030 Ansel Quiroga has been Chairman of the State Audit Commission.",
    ],
)
def test_a_post_can_be_told_with_a_verb(text: str) -> None:
    assert posts_of(text) == {("Ansel Quiroga", "Chairman", "State Audit Commission")}


def test_who_heads_a_body_holds_a_post_in_it() -> None:
    text = "Ansel Quiroga, who heads the State Audit Commission, disagreed."
    assert posts_of(text) == {("Ansel Quiroga", "head", "State Audit Commission")}


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Union of Coastal Football Clubs (UCFC) spoke.",
        "The conference was held at the King Olav Convention Centre.",
        "The foreign ministers of the Steering Group of the Northern Peace Process met.",
        "Olav Tveit, a spokesman for the Norwegian-led mission, spoke.",
    ],
)
def test_names_of_bodies_and_halls_are_no_persons(text: str) -> None:
    assert posts_of(text) <= {("Olav Tveit", "spokesman", None)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Norwegian Trade Minister German Grefov came.", "German Grefov"),
        ("Former President of Chile Hugo Montenegro Paz spoke.", "Hugo Montenegro Paz"),
        ("President of Turkey Ahmet Tayfun Korkmaz arrived.", "Ahmet Tayfun Korkmaz"),
        ("Georgia Melonas, the Greek ambassador, arrived.", "Georgia Melonas"),
        ("The Greek ambassador, Georgia Melonas, arrived.", "Georgia Melonas"),
        ("Chad Holm, Ambassador of Norway, arrived.", "Chad Holm"),
    ],
)
def test_a_name_may_hold_a_word_that_is_a_country_too(text: str, person: str) -> None:
    assert {found[0] for found in posts_of(text)} == {person}


def test_a_list_of_those_present_gives_the_post_behind_the_chair_and_the_field_of_a_head() -> None:
    text = (
        "Participants: Rosa Berg (Chair), State Secretary, Ministry of Trade; "
        "Peter Dahl, Head of Control, Water Agency."
    )
    assert posts_of(text) == {
        ("Rosa Berg", "State Secretary", "Ministry of Trade"),
        ("Peter Dahl", "Head of Control", "Water Agency"),
    }


def test_governors_of_several_regions_hold_one_each() -> None:
    text = "The Governors of the Orlov and Ryabin Regions, Ansel Quiroga and Rosa Berg, came."
    assert posts_of(text) == {
        ("Ansel Quiroga", "Governor", "Orlov Region"),
        ("Rosa Berg", "Governor", "Ryabin Region"),
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ohio Gov. Rosa Berg spoke.", ("Rosa Berg", "Governor", "Ohio")),
        (
            "Head of the Federal Service for Environmental, Technological and Nuclear Supervision Peter Dahl spoke.",
            (
                "Peter Dahl",
                "Head",
                "Federal Service for Environmental, Technological and Nuclear Supervision",
            ),
        ),
        (
            "General Director of the Union of Leather Workers and Shoemakers Alexander Kovalenko spoke.",
            ("Alexander Kovalenko", "General Director", "Union of Leather Workers and Shoemakers"),
        ),
        (
            "During her visit to Latvia Prime Minister of Norway Rosa Berg spoke.",
            ("Rosa Berg", "Prime Minister", "Norway"),
        ),
    ],
)
def test_where_title_body_and_name_meet(text: str, post: tuple[str, str, str]) -> None:
    assert posts_of(text) == {post}


def test_a_title_line_with_a_small_verb_tells_posts() -> None:
    found = posts_of(
        "They spoke.", title="President Hugo Maldini met with Latvian Prime Minister Rosa Berg"
    )
    assert ("Rosa Berg", "Prime Minister", "Latvia") in found


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Rosa Berg, a senior fellow at the Coastal Institute, spoke.",
            ("Rosa Berg", "senior fellow", "Coastal Institute"),
        ),
        (
            "Rosa Berg, an analyst with the Coastal Institute, spoke.",
            ("Rosa Berg", "analyst", "Coastal Institute"),
        ),
        (
            "Special Representative for Ecology and Transport of Norway Rosa Berg spoke.",
            ("Rosa Berg", "Special Representative for Ecology and Transport", "Norway"),
        ),
        (
            "Rosa Berg visited Malta at the invitation of President Hugo Maldini.",
            ("Hugo Maldini", "President", "Malta"),
        ),
        (
            "In Malta, President Hugo Maldini said that his country waits.",
            ("Hugo Maldini", "President", "Malta"),
        ),
    ],
)
def test_where_somebody_works_and_whose_president_invites(
    text: str, post: tuple[str, str, str]
) -> None:
    assert posts_of(text) == {post}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "The US and Chinese foreign ministers, John Carter and Li Wen, met.",
            {
                ("John Carter", "foreign minister", "United States"),
                ("Li Wen", "foreign minister", "China"),
            },
        ),
        (
            "French, German and Polish foreign ministers Jean Roy, Hans Krug and Jan Lis met.",
            {
                ("Jean Roy", "foreign minister", "France"),
                ("Hans Krug", "foreign minister", "Germany"),
                ("Jan Lis", "foreign minister", "Poland"),
            },
        ),
    ],
)
def test_countries_before_a_plural_title_are_shared_out(
    text: str, posts: set[tuple[str, str, str]]
) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("The Reverend Martin Luther King Jr. marched.", set()),
        ("Did President Rosa Berg of Malta come?", {("Rosa Berg", "President", "Malta")}),
        ("President-elect Rosa Berg came.", set()),
        ("The chairman of the coordinating centre of the Northern Muslims spoke.", set()),
    ],
)
def test_what_looks_like_a_title_or_a_name(text: str, posts: set[tuple[str, str, str]]) -> None:
    assert posts_of(text) == posts
