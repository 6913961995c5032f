"""An endpoint that answers well, badly, late or not at all: each is an answer or a reason, in time."""

import asyncio
import json
import sys
import time
from pathlib import Path

import pytest
from doors import settings
from endpoints import MODEL, Reply, always, endpoint
from pydantic import BaseModel, ConfigDict

from api.failures import WrongSetting
from api.llm.endpoint import Endpoint
from api.settings import Settings
from ontology.errors import MissingPart, NoModelAnswer

KEY = "sk-a-key-that-nobody-must-see"


class Colour(BaseModel):
    """A shape to be answered in."""

    model_config = ConfigDict(extra="forbid")

    name: str


GOOD = Reply('{"name": "red"}')


def _settings(url: str, **more: object) -> Settings:
    given = {"llm_url": url, "llm_model": MODEL, "llm_key": KEY, "llm_seconds": 5.0} | more
    return settings(Path("unused"), **given)


def _answers(of: Settings, *texts: str) -> list[str]:
    """The names that were answered, or why there is none."""
    found = Endpoint(of).answers("Name a colour.", texts, Colour)
    return [each.message if isinstance(each, NoModelAnswer) else each.name for each in found]


def _answer(reply: Reply, **more: object) -> str:
    with endpoint(always(reply)) as heard:
        (found,) = _answers(_settings(heard.url, **more), "Which?")
    assert KEY not in found
    return found


def test_an_answer_has_the_form_that_was_asked_for_and_no_chance_in_it() -> None:
    with endpoint(always(GOOD)) as heard:
        assert _answers(_settings(heard.url), "Which?") == ["red"]
    (body,), (headers,) = heard.bodies, heard.headers
    assert (body["model"], body["temperature"], body["seed"]) == (MODEL, 0, 0)
    schema = body["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["required"] == ["name"]
    assert schema["schema"]["additionalProperties"] is False
    assert [each["content"] for each in body["messages"]] == ["Name a colour.", "Which?"]
    assert headers["authorization"] == f"Bearer {KEY}"


def test_what_the_environment_says_of_another_service_is_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-service")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-another-service")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://192.0.2.1/v1")
    with endpoint(always(GOOD)) as heard:
        assert _answers(_settings(heard.url, llm_key=None), "Which?") == ["red"]
    assert "another-service" not in json.dumps(heard.headers)


def test_answers_come_in_the_order_of_what_was_asked_and_so_many_at_once_as_are_allowed() -> None:
    def script(body: dict[str, object], number: int) -> Reply:
        text = str(body["messages"][-1]["content"])  # type: ignore[index]
        return Reply(json.dumps({"name": text}), seconds=0.3 / number)

    texts = [f"colour {number}" for number in range(6)]
    with endpoint(script) as heard:
        assert _answers(_settings(heard.url, llm_at_once=2), *texts) == texts
    assert heard.at_once == 2


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply('{"name": "re'), "does not have the form"),
        (Reply("Red is a fine colour."), "does not have the form"),
        (Reply('{"colour": "red"}'), "does not have the form"),
        (Reply('{"name": "red", "also": "blue"}'), "does not have the form"),
        (Reply('{"name": 7}'), "does not have the form"),
        (Reply("[]"), "does not have the form"),
        (Reply(""), "empty"),
        (Reply(None), "empty"),
        (Reply(body=b'{"choices": []}'), "empty"),
        (Reply(body=b"<html>It works!</html>"), "does not have the form"),
        (Reply(body=b"null"), "does not have the form"),
        (Reply(body=b""), "does not have the form"),
        (Reply('{"name": "red"', finish="length"), "cut off"),
        (Reply(None, finish="content_filter"), "empty"),
        (Reply(status=400, body=b"{}"), "does not take what it is asked (status 400)"),
        (Reply(status=401, body=f'{{"error": "{KEY} is wrong"}}'.encode()), "the key"),
        (Reply(status=404, body=b"{}"), "no such address or model"),
        (Reply(status=500, body=b"oh"), "failed (status 500)"),
    ],
)
def test_what_is_no_answer_says_why_and_never_shows_the_key(reply: Reply, why: str) -> None:
    assert why in _answer(reply)


def test_what_is_sent_goes_to_the_named_address_alone() -> None:
    with endpoint(always(GOOD)) as elsewhere:
        to = (("Location", f"{elsewhere.url}/chat/completions"),)
        assert "status 307" in _answer(Reply(status=307, body=b"", headers=to))
    assert elsewhere.bodies == []


def test_a_busy_server_is_asked_again_when_it_says_so() -> None:
    def script(_: object, number: int) -> Reply:
        busy = Reply(status=429, body=b"{}", headers=(("Retry-After", "1"),))
        return busy if number == 1 else GOOD

    start = time.monotonic()
    with endpoint(script) as heard:
        assert _answers(_settings(heard.url), "Which?") == ["red"]
    assert time.monotonic() - start >= 1


def test_a_server_that_stays_busy_is_given_up_in_time() -> None:
    start = time.monotonic()
    busy = Reply(status=429, body=b"{}", headers=(("Retry-After", "60"),))
    assert "no answer within 1 seconds" in _answer(busy, llm_seconds=1.0)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("reply", [Reply("{}", seconds=8), Reply(seconds=8, trickles=True)])
def test_a_slow_answer_is_not_waited_for_even_if_it_comes_byte_by_byte(reply: Reply) -> None:
    start = time.monotonic()
    assert "no answer within 1 seconds" in _answer(reply, llm_seconds=1.0)
    assert time.monotonic() - start < 5


def test_where_nothing_listens_it_is_tried_for_one_text_alone() -> None:
    with endpoint(always(GOOD)) as heard:
        url = heard.url
    start = time.monotonic()
    found = _answers(_settings(url, llm_at_once=1), *map(str, range(50)))
    assert set(found) == {f"No language model answers at {url}"}
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(("status", "asked"), [(401, 1), (403, 1), (404, 1)])
def test_a_refusal_that_holds_for_all_is_not_asked_for_again(status: int, asked: int) -> None:
    with endpoint(always(Reply(status=status, body=b"{}"))) as heard:
        found = _answers(_settings(heard.url, llm_at_once=1), *map(str, range(20)))
    assert len(set(found)) == 1
    assert len(heard.bodies) == asked


def test_a_server_that_is_always_late_is_left_alone_after_three_times() -> None:
    with endpoint(always(Reply("{}", seconds=2))) as heard:
        found = _answers(_settings(heard.url, llm_seconds=0.3, llm_at_once=1), *map(str, range(20)))
    assert len(found) == 20
    assert len(heard.bodies) == 3


def test_bad_answers_to_some_texts_do_not_keep_others_from_being_asked() -> None:
    def script(_: object, number: int) -> Reply:
        return GOOD if number % 5 == 0 else Reply("no JSON")

    with endpoint(script) as heard:
        found = _answers(_settings(heard.url, llm_at_once=1), *map(str, range(10)))
    assert found.count("red") == 2
    assert len(heard.bodies) == 10


def test_it_is_asked_from_a_notebook_too_where_a_loop_runs_already() -> None:
    async def cell() -> list[str]:
        return _answers(_settings(heard.url), "Which?")

    with endpoint(always(GOOD)) as heard:
        assert asyncio.run(cell()) == ["red"]


@pytest.mark.parametrize("missing", ["llm_url", "llm_model"])
def test_an_endpoint_that_is_not_named_is_a_wrong_setting(missing: str) -> None:
    with pytest.raises(WrongSetting, match=f"ACTORGRAPH_{missing.upper()} is not set"):
        Endpoint(_settings("http://127.0.0.1:9/v1", **{missing: None}))


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(MissingPart, match="Run `make extras`"):
        Endpoint(_settings("http://127.0.0.1:9/v1"))


@pytest.mark.parametrize("url", ["localhost:11434", "ftp://host/v1", f"http://{KEY}@host/v1"])
def test_an_address_that_is_none_or_holds_a_key_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="without a user or key"):
        _settings(url)
