"""An endpoint that answers in a given form: bounded in time, in tries and in how much is asked at once.

What it answers beside that form, and what it says of its failures, is shown to nobody: it may repeat the key.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from api.failures import WrongSetting
from api.settings import PREFIX, Settings
from ontology.errors import MissingPart, NoModelAnswer

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_SEED = 0
_PATIENCE = 3
"""Failures in a row after which it is not asked again."""
_Shape = TypeVar("_Shape", bound=BaseModel)
_Result = TypeVar("_Result")


class Endpoint:
    """Asks one model; gives up on an endpoint that cannot be used, or fails several times in a row."""

    def __init__(self, settings: Settings) -> None:
        """Asks nothing yet; raises WrongSetting where no endpoint is named, MissingPart without the library."""
        self.model = _needed(settings.llm_model, "llm_model")
        self._url = _needed(settings.llm_url, "llm_url")
        self._key = settings.llm_secret()
        self._seconds, self._at_once = settings.llm_seconds, settings.llm_at_once
        self._failures = 0
        self._closed: NoModelAnswer | None = None
        if find_spec("openai") is None:
            raise MissingPart(
                "The library for language models is not installed", "Run `make extras`"
            )

    def answers(
        self, instructions: str, texts: Sequence[str], shape: type[_Shape]
    ) -> list[_Shape | NoModelAnswer]:
        """What it answers to each text, in their order, or why there is no answer."""
        return _run(self._answers(instructions, texts, shape)) if texts else []

    async def _answers(
        self, instructions: str, texts: Sequence[str], shape: type[_Shape]
    ) -> list[_Shape | NoModelAnswer]:
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient

        turns = asyncio.Semaphore(self._at_once)
        client = AsyncOpenAI(
            base_url=self._url,
            # One must be there for the library, which would else take another service's from the environment.
            api_key=self._key or "none",
            timeout=self._seconds,
            # What is sent goes to the address that was named, and to no other that this one points to.
            http_client=DefaultAsyncHttpxClient(follow_redirects=False),
        )
        async with client, asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(self._in_turn(client, turns, instructions, text, shape))
                for text in texts
            ]
        return [task.result() for task in tasks]

    async def _in_turn(
        self, client: "AsyncOpenAI", turns: asyncio.Semaphore, instructions: str, text: str,
        shape: type[_Shape],
    ) -> _Shape | NoModelAnswer:  # fmt: skip
        async with turns:
            if self._closed:
                return self._closed
            try:
                async with asyncio.timeout(self._seconds):
                    answer = await self._answer(client, instructions, text, shape)
            except Exception as error:  # noqa: BLE001 - whatever the other side does, the work goes on
                return self._missing(error)
            self._failures = 0
            return answer

    async def _answer(
        self, client: "AsyncOpenAI", instructions: str, text: str, shape: type[_Shape]
    ) -> _Shape:
        from openai import omit

        completion = await client.chat.completions.parse(
            model=self.model,
            messages=[
                {"role": "system", "content": instructions},
                {"role": "user", "content": text},
            ],
            response_format=shape,
            temperature=0,
            seed=_SEED,
            # What the environment of another program says of OpenAI's own service is not for this endpoint.
            extra_headers={"OpenAI-Organization": omit, "OpenAI-Project": omit},
        )
        parsed = completion.choices[0].message.parsed if completion.choices else None
        if parsed is None:
            raise _Empty
        return parsed

    def _missing(self, error: Exception) -> NoModelAnswer:
        """What is told instead of an answer; notes whether it is worth asking on."""
        why, failures = self._reason(error)
        missing = NoModelAnswer(why, "What the rules read stands without it")
        self._failures += failures
        if self._failures >= _PATIENCE:
            self._closed = missing
        return missing

    def _reason(self, error: Exception) -> tuple[str, int]:
        """Why there is no answer, and for how many failures of the endpoint that counts."""
        import openai

        if isinstance(error, TimeoutError | openai.APITimeoutError):
            return f"The language model gave no answer within {self._seconds:g} seconds", 1
        if isinstance(error, openai.APIConnectionError):
            return f"No language model answers at {self._url}", _PATIENCE
        if isinstance(error, openai.APIStatusError):
            status = error.status_code
            said = _STATUSES.get(status, "The language model's server failed")
            return f"{said} (status {status})", _PATIENCE if status in _HOPELESS else 1
        if isinstance(error, openai.LengthFinishReasonError):
            return "The language model's answer was cut off", 0
        if isinstance(error, _Empty | openai.ContentFilterFinishReasonError):
            return "The language model gave an empty answer", 0
        return "The language model's answer does not have the form that was asked for", 0


class _Empty(Exception):  # noqa: N818
    """An answer with nothing in it."""


_HOPELESS = (401, 403, 404)
_STATUSES = {
    400: "The language model's server does not take what it is asked",
    401: f"The language model's server does not take the key ({PREFIX}LLM_KEY)",
    403: f"The language model's server does not take the key ({PREFIX}LLM_KEY)",
    404: "The language model's server knows no such address or model",
    429: "The language model's server is asked too often",
}


def _needed(value: str | None, name: str) -> str:
    if value is None:
        raise WrongSetting(
            f"Which language model to ask is not said: {PREFIX}{name.upper()} is not set",
            "docs/llm.md shows how",
        )
    return value


def _run(work: Coroutine[object, object, _Result]) -> _Result:
    """Runs the work to its end, also where a loop runs already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, work).result()
