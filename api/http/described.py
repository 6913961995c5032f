"""The description of the API (OpenAPI), with answers that the example reports really give."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from fastapi import FastAPI

_Json = Mapping[str, Any]  # OpenAPI is JSON of any shape; nothing of it leaves this module
EXAMPLES = "examples.json"
_MEDIA = "application/json"


def describe(app: FastAPI) -> None:
    """Gives the app's description what FastAPI does not know of."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = made()
            _let_be_sparse(told)
            for route, example in examples().items():
                _show(told, route, example)
        return app.openapi_schema or {}

    app.openapi = described  # type: ignore[method-assign]


def examples() -> dict[str, dict[str, Any]]:
    """By method and route: an answer, what was sent, and the address where the example reports alone give it."""
    text = files("api.http").joinpath(EXAMPLES).read_text("utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def _show(told: _Json, route: str, example: _Json) -> None:
    method, _, path = route.partition(" ")
    operation = told["paths"][path][method.lower()]
    succeeds = min(operation["responses"])
    operation["responses"][succeeds]["content"][_MEDIA]["example"] = example["answer"]
    if body := example.get("body"):
        operation["requestBody"]["content"][_MEDIA]["example"] = body


def _let_be_sparse(told: _Json) -> None:
    """Of what can be asked for with `fields`, only the id is always there."""
    schemas: dict[str, Any] = told["components"]["schemas"]
    for operations in told["paths"].values():
        asked = operations.get("get", {}).get("parameters", ())
        for fields in (parameter for parameter in asked if parameter["name"] == "fields"):
            answer = operations["get"]["responses"]["200"]["content"][_MEDIA]
            name = _named(answer["schema"])
            listed = schemas[name]["properties"].get("items")
            thing = schemas[_named(listed["items"]) if listed else name]
            thing["required"] = ["id"]
            names = "|".join(thing["properties"])
            fields["schema"] = {"type": "string", "pattern": f"^({names})(,({names}))*$"}


def _named(schema: _Json) -> str:
    return str(schema["$ref"]).rpartition("/")[2]
