"""What kind of body an organisation is, by its name."""

import pytest

from ontology.organisations import organisation_type
from ontology.terms import OrganisationType

PUBLIC, COMPANY = OrganisationType.PUBLIC_BODY, OrganisationType.COMPANY


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Salt", PUBLIC),
        ("Ministry for State Enterprises", PUBLIC),
        ("Prosecutor's Office", PUBLIC),
        ("department of the Prosecutor General’s Office", PUBLIC),
        ("State Salt Committee", PUBLIC),
        ("the State Border Service", PUBLIC),
        ("SUPREME COURT OF QUARIA", PUBLIC),
        ("Quaria Salt Company", COMPANY),
        ("State Salt Holding", COMPANY),
        ("Salt Lovers' Committee", None),
        ("State of the Salt Union", None),
        ("River League", None),
        ("Courtney Foundation", None),
        ("", None),
    ],
)
def test_a_body_is_of_the_type_that_the_nouns_of_its_name_say(
    name: str, expected: OrganisationType | None
) -> None:
    assert organisation_type(name) is expected
