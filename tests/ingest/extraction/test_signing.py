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
