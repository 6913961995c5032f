"""Which countries a text names."""

import pytest

from ontology.countries import find_countries


@pytest.mark.parametrize("name", ["New Mexico", "Inner Mongolia", "Northern Ireland"])
def test_a_part_of_a_country_is_not_the_one_whose_name_stands_in_it(name: str) -> None:
    assert find_countries(f"The Governor of {name} came.") == ()
    (found,) = find_countries(f"The President of {name.split()[1]} came.")
    assert found.form == "name"
