"""The API keys of a data folder: `keys.json` holds what each may do and its hash, never the key itself.

A key is 256 random bits, which nobody can guess from a plain SHA-256.
"""

import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, TypeAdapter

from api.failures import KeyMissing, NotAllowed, WrongSetting
from api.settings import Settings
from api.whole import write_whole
from ontology.errors import InvalidInput, NotKnown


class Scope(StrEnum):
    """What a key may do; whoever may write or review may read."""

    READ = "read"
    WRITE = "write"
    REVIEW = "review"


class Key(BaseModel):
    """A key as it is kept."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created: str
    sha256: str


class Caller(NamedTuple):
    """Who has a key that is known, and what it may do."""

    id: str
    scopes: frozenset[Scope]


_KEYS = TypeAdapter(tuple[Key, ...])


class KeyRing:
    """The keys that a server knows: those of its data folder, and the one of its settings, which may do all."""

    def __init__(self, settings: Settings) -> None:
        """Reads nothing yet; a key made while the server runs counts from then on."""
        self._settings = settings
        self._file = settings.data / "keys.json"

    def all(self) -> Sequence[Key]:
        """The keys of the data folder, the oldest first; raises WrongSetting where they cannot be read."""
        try:
            return _KEYS.validate_json(self._file.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            raise WrongSetting(
                f"The keys in {self._file} cannot be read", "Repair the file, or remove it"
            ) from error

    def make(self, name: str, scopes: Iterable[Scope]) -> tuple[Key, str]:
        """A new key, and what its holder sends, which is told this once; raises InvalidInput without a name."""
        if not name.strip() or not name.isprintable():
            raise InvalidInput(
                f"A key cannot be called {name!r}", "Say whose it is, or what it is for"
            )
        secret = f"ag_{secrets.token_urlsafe(32)}"
        key = Key(
            id=f"key-{secrets.token_hex(4)}",
            name=name,
            scopes=tuple(sorted(set(scopes))),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            sha256=_hash(secret),
        )
        with self._alone():
            self._write((*self.all(), key))
        return key, secret

    def revoke(self, identifier: str) -> None:
        """Removes a key; raises NotKnown."""
        with self._alone():
            known = self.all()
            kept = [each for each in known if each.id != identifier]
            if len(kept) == len(known):
                raise NotKnown(f"There is no key {identifier!r}", "`actorgraph keys list` has them")
            self._write(kept)

    # ------------------------------------------------------------- who may do what

    def needed(self, scope: Scope) -> bool:
        """Is a key needed for this? Not to read, unless the server is private; nor on loopback while it has none."""
        if scope is Scope.READ:
            return self._settings.private
        return not self._settings.only_loopback or self.can(scope)

    def can(self, scope: Scope) -> bool:
        """Is there a key that may do this?"""
        return self._settings.api_key is not None or any(
            scope in each.scopes for each in self.all()
        )

    def holds_any(self) -> bool:
        """Is there a key at all?"""
        return self._settings.api_key is not None or bool(self.all())

    def caller(self, given: str) -> Caller | None:
        """Who sends this key; None where it is not known."""
        own = self._settings.api_key
        if own is not None and secrets.compare_digest(
            given.encode(), own.get_secret_value().encode()
        ):
            return Caller("settings", frozenset(Scope))
        hashed = _hash(given)
        for key in self.all():
            if secrets.compare_digest(hashed, key.sha256):
                return Caller(key.id, frozenset((Scope.READ, *key.scopes)))
        return None

    def check(self, scope: Scope, given: str) -> None:
        """Raises KeyMissing where a key is needed that was not given, NotAllowed where it may not do this.

        A key that is not known, or not any more, is refused also where none is needed.
        """
        caller = self.caller(given) if given else None
        if given and caller is None:
            raise KeyMissing(
                "The server does not know this API key",
                "Send one that `actorgraph keys list` has, or none where none is needed",
            )
        if not self.needed(scope):
            return
        if not self.can(scope) and scope is not Scope.READ:
            raise KeyMissing(
                f"This server only reads: it listens beyond loopback, and no API key may {scope}",
                "Start it with ACTORGRAPH_API_KEY set or a key of `actorgraph keys add`, or on 127.0.0.1",
            )
        if caller is None:
            raise KeyMissing(
                "This needs an API key of the server", "Send it as X-API-Key, or as a bearer token"
            )
        if scope not in caller.scopes:
            raise NotAllowed(f"This key may not {scope}", f"Use one with the scope {scope}")

    # ------------------------------------------------------------- the file

    def _alone(self) -> FileLock:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self._file.with_suffix(".lock"), mode=0o600)

    def _write(self, keys: Sequence[Key]) -> None:
        told = json.dumps([key.model_dump(mode="json") for key in keys], indent=1)
        write_whole(self._file, told.encode(), mode=0o600)


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
