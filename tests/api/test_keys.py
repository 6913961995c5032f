"""API keys: who may do what, how they are kept, and the commands about them."""

import stat
from pathlib import Path

import pytest
from doors import actorgraph, client, refused, said, settings

from api.keys import KeyRing, Scope
from ontology.errors import InvalidInput, NotKnown

UPLOAD = {"file": ("a.exe", b"words")}
MAY_WRITE, NO_KEY, NOT_THIS = 415, 401, 403
BEYOND = "0.0.0.0"  # noqa: S104


def test_a_key_is_kept_as_its_hash_alone_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    key, secret = KeyRing(settings(tmp_path)).make("desk", [Scope.WRITE])
    file = tmp_path / "keys.json"
    assert secret not in file.read_text("utf-8")
    assert key.sha256 in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(secret) > 40


def test_a_key_may_do_what_its_scopes_say_and_read(tmp_path: Path) -> None:
    of = settings(tmp_path, host=BEYOND)
    web, ring = client(of), KeyRing(of)
    (_, reader), (_, writer) = (ring.make(each, [Scope(each)]) for each in ("read", "write"))
    for given, status in ((reader, NOT_THIS), (writer, MAY_WRITE), ("ag_else", NO_KEY)):
        for headers in ({"x-api-key": given}, {"authorization": f"Bearer {given}"}):
            assert web.post("/reports", files=UPLOAD, headers=headers).status_code == status
    assert web.post("/reports", files=UPLOAD).status_code == NO_KEY
    assert web.get("/jobs").status_code == 200


def test_a_private_server_is_read_with_a_key_alone(tmp_path: Path) -> None:
    of = settings(tmp_path, private=True)
    web = client(of)
    _, secret = KeyRing(of).make("desk", [Scope.WRITE])
    for path in ("/jobs", "/sparql", "/ontology", "/export/json"):
        refused = web.get(path)
        assert (refused.status_code, refused.json()["type"]) == (
            NO_KEY,
            "urn:actorgraph:key-missing",
        )
        assert refused.headers["www-authenticate"] == "Bearer"
    assert web.get("/jobs", headers={"x-api-key": secret}).status_code == 200
    for path in ("/about", "/", "/page/ask.js"):
        assert web.get(path).status_code == 200


def test_a_key_that_is_revoked_is_refused_by_the_running_server(tmp_path: Path) -> None:
    of = settings(tmp_path, host=BEYOND)
    web, ring = client(of), KeyRing(of)
    key, secret = ring.make("desk", [Scope.WRITE])
    other, _ = ring.make("lab", [Scope.WRITE])
    headers = {"x-api-key": secret}
    assert web.post("/reports", files=UPLOAD, headers=headers).status_code == MAY_WRITE
    ring.revoke(key.id)
    assert web.post("/reports", files=UPLOAD, headers=headers).status_code == NO_KEY
    assert ring.all() == (other,)
    with pytest.raises(NotKnown):
        ring.revoke(key.id)


@pytest.mark.parametrize("host", ["127.0.0.1", BEYOND])
def test_a_key_that_is_not_known_does_not_even_read(tmp_path: Path, host: str) -> None:
    of = settings(tmp_path, host=host)
    web, ring = client(of), KeyRing(of)
    key, secret = ring.make("desk", [Scope.READ])
    for headers in ({"x-api-key": secret}, {"authorization": f"Bearer {secret}"}, {}):
        assert web.get("/jobs", headers=headers).status_code == 200
    ring.revoke(key.id)
    for headers in ({"x-api-key": secret}, {"authorization": f"Bearer {secret}"}):
        answer = web.get("/jobs", headers=headers)
        assert refused(answer) == (NO_KEY, "key-missing")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert web.get("/jobs").status_code == 200


def test_on_loopback_a_key_is_needed_once_there_is_one_that_may_write(tmp_path: Path) -> None:
    of = settings(tmp_path)
    web = client(of)
    assert web.post("/reports", files=UPLOAD).status_code == MAY_WRITE
    assert web.get("/about").json()["key_needed"] is False
    KeyRing(of).make("desk", [Scope.WRITE])
    assert web.post("/reports", files=UPLOAD).status_code == NO_KEY
    assert web.get("/about").json()["key_needed"] is True


def test_keys_that_cannot_be_read_let_nobody_in(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("[{", "utf-8")
    web = client(settings(tmp_path, host=BEYOND))
    assert web.post("/reports", files=UPLOAD, headers={"x-api-key": "x"}).status_code == 500


def test_the_commands_make_list_and_revoke_a_key(tmp_path: Path) -> None:
    made = actorgraph("--data", tmp_path, "keys", "add", "desk", "--scope", "write")
    assert (made.status, made.out.startswith("ag_")) == (0, True)
    (listed,) = said(actorgraph("--data", tmp_path, "keys", "list", "--json").out)
    assert (listed["name"], listed["scopes"]) == ("desk", ["write"])
    assert "sha256" not in listed
    assert actorgraph("--data", tmp_path, "keys", "revoke", listed["id"]).status == 0
    again = actorgraph("--data", tmp_path, "keys", "revoke", listed["id"])
    assert (again.status, again.err.count("\n")) == (1, 1)


@pytest.mark.parametrize("name", ["", "  ", "two\nlines"])
def test_a_key_has_a_name_that_says_something(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInput):
        KeyRing(settings(tmp_path)).make(name, [Scope.READ])
    done = actorgraph("--data", tmp_path, "keys", "add", name)
    assert (done.status, done.out) == (2, "")
    assert "whose it is" in done.err
    assert said(actorgraph("--data", tmp_path, "keys", "list", "--json").out) == []


def test_a_private_server_without_a_key_does_not_start(tmp_path: Path) -> None:
    from doors import environment

    private = environment(ACTORGRAPH_PRIVATE="true")
    done = actorgraph("--data", tmp_path, "serve", "--port", "0", env=private)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "keys add" in done.err
