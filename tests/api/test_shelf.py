"""What holds of the same bytes that come more than once."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from api.shelf import Given, Sidecar

NAMES = ("a.txt", "b.txt", "c.txt")


def came(name: str, text: str | None) -> Given:
    return Given(file=name, sidecar=Sidecar(file=name, text=text) if text else None)


@st.composite
def comings(draw: st.DrawFn) -> tuple[list[Given], list[Given]]:
    """The same files twice, each with its own sidecar or none, in two orders and any number of times."""
    texts = {name: draw(st.sampled_from((None, "{}", '{"title": "T"}'))) for name in NAMES}
    files = [came(name, texts[name]) for name in draw(st.sets(st.sampled_from(NAMES), min_size=1))]
    again = st.lists(st.sampled_from(files), max_size=3)
    orders = [draw(st.permutations([*files, *draw(again)])) for _ in range(2)]
    return orders[0], orders[1]


@given(comings())
def test_neither_order_nor_repetition_changes_what_holds(
    orders: tuple[list[Given], list[Given]],
) -> None:
    one, other = (reduce(Given.also, order) for order in orders)
    assert one == other
    assert all(one.also(each) == one for each in orders[0])


def test_a_date_holds_until_another_is_given() -> None:
    dated = Given(file="a.txt", date="2020")
    assert dated.also(Given(file="a.txt")) == dated
    assert dated.also(Given(file="a.txt", date="2021")).date == "2021"


def test_a_sidecar_that_was_changed_corrects_itself_and_no_other() -> None:
    known = came("a.txt", '{"title": "One"}')
    assert known.also(came("a.txt", "{}")) == came("a.txt", "{}")
    assert known.also(came("b.txt", "{}")) == known
    assert known.also(Given(file="a.txt")) == known
