"""Documents that are signed, and by whom."""

import pytest
from extracted import events_of

HOLM, KALNS = "President of Norway Ann Holm", "President of Latvia Mara Kalns"
TALKS = f"On 4 May 2031 {HOLM} held talks with {KALNS} in Riga."


def signers(text: str) -> list[tuple[str, ...]]:
    return [each.participants for each in events_of(text) if each.type == "signing"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{HOLM} and {KALNS} signed a number of agreements.", {"Ann Holm", "Mara Kalns"}),
        (
            "An agreement between the Harbour Ministry and the Salt Agency was also signed.",
            {"Harbour Ministry", "Salt Agency"},
        ),
        (
            f"Several agreements were signed in the presence of {HOLM} and {KALNS}.",
            {"Ann Holm", "Mara Kalns"},
        ),
    ],
)
def test_documents_are_signed_by_those_named(text: str, who: set[str]) -> None:
    (found,) = signers(text)
    assert set(found) == who


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2031 Olav Tveit and Ann Lee signed a memorandum in Oslo.",
        "On 4 May 2031 a memorandum was signed in Oslo by Olav Tveit and Ann Lee.",
        "On 4 May 2031 Ann Lee signed a memorandum with Olav Tveit in Oslo.",
        "On 4 May 2031 a memorandum was signed in Oslo. It was signed by Olav Tveit and Ann Lee.",
        "On 4 May 2031 a memorandum was signed in Oslo. Ann Lee signed it with Olav Tveit.",
        "On 4 May 2031 a memorandum was signed in Oslo. The signatories were Olav Tveit and Ann Lee.",
        "On 4 May 2031 a memorandum was signed in Oslo. On the Norwegian side it was signed by Olav Tveit, "
        "on the Latvian side by Ann Lee.",
    ],
)
def test_all_who_signed_are_told(text: str) -> None:
    (found,) = events_of(text)
    assert (found.type, found.date, found.place) == ("signing", "2031-05-04", "Oslo")
    assert set(found.participants) == {"Olav Tveit", "Ann Lee"}


def test_two_names_without_titles_are_two_persons() -> None:
    text = "On 4 May 2031 a protocol was signed by Ilmari Koskela and Teuvo Rantanen."
    assert signers(text) == [("Ilmari Koskela", "Teuvo Rantanen")]


@pytest.mark.parametrize(
    "text",
    [
        "A rule on salt came into force on 4 May 2031. It was signed by Ann Lee.",
        "The memorandum was signed on 4 May 2031.",
    ],
)
def test_what_was_signed_and_by_whom_must_be_known(text: str) -> None:
    assert signers(text) == []


def test_we_of_two_who_are_of_one_country_are_the_speaker() -> None:
    minister = "Minister of Trade of Norway Olav Tveit"
    talk = f"{HOLM} met with {minister}.\n\nOlav Tveit: We have signed twelve contracts.\n\nAnn Holm: Good."
    assert signers(talk) == [("Olav Tveit",)]


@pytest.mark.parametrize(
    "text",
    [
        "A number of agreements were signed following the talks.",
        "The talks concluded with the signing of a package of agreements.",
    ],
)
def test_documents_signed_after_talks_are_those_of_the_two_countries(text: str) -> None:
    (found,) = signers(f"{TALKS} {text}")
    assert set(found) == {"Norway", "Latvia"}


@pytest.mark.parametrize(
    "text",
    [
        "A number of agreements were signed.",
        f"{TALKS} A number of orders were signed.",
        f"On 4 May 2031 {HOLM} visited a school in Oslo. A number of agreements were signed.",
    ],
)
def test_without_two_countries_nobody_is_known_to_have_signed(text: str) -> None:
    assert signers(text) == []


def test_whose_documents_they_are_the_last_talks_between_two_countries_say() -> None:
    text = (
        "President of Norway Olav Tveit held talks with President of Chile Hugo Maldini in Riga on 5 May 2031."
        " Norwegian Trade Minister Marit Dahl met with Norwegian weavers. The talks concluded with the signing"
        " of a package of agreements."
    )
    (signing,) = [event for event in events_of(text) if event.type == "signing"]
    assert set(signing.participants) == {"Norway", "Chile"}


@pytest.mark.parametrize(
    "text",
    [
        "The two presidents looked on as the following agreements were signed: an agreement on salt.",
        "The two presidents looked on as members of the delegations signed ten agreements on salt.",
    ],
)
def test_what_presidents_watch_being_signed_is_signed_by_their_countries(text: str) -> None:
    found = signers(f"{TALKS} {HOLM} and {KALNS} signed a treaty on fish. {text}")
    assert [set(each) for each in found] == [{"Ann Holm", "Mara Kalns"}, {"Norway", "Latvia"}]


def test_what_is_also_signed_is_signed_apart() -> None:
    text = f"{TALKS} {HOLM} and {KALNS} signed a treaty on fish. {HOLM} and {KALNS} also signed the Riga Declaration."
    assert len(signers(text)) == 2


def test_a_document_that_is_named_was_signed_on_its_day() -> None:
    text = "The agreement on a joint harbour was signed on 4 May 2031."
    assert signers(text) == [()]
