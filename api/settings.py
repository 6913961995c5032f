"""The one settings object: made in `api` from the environment and the options, passed down from there."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import Field, PositiveFloat, PositiveInt, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from api.failures import WrongSetting

PREFIX = "ACTORGRAPH_"
RATE = 600
"""Requests a minute that a caller may send to a server beyond loopback, unless it is set otherwise."""
_BOLT = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://\S+$")

_HTTP = re.compile(r"https?://[^\s/@?#]+(?:/[^\s@?#]*)?$")


class Settings(BaseSettings):
    """Where the data is, which store is used, and what the server allows; options win over the environment."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        validate_default=True,
        use_attribute_docstrings=True,
    )

    data: Path = Field(default_factory=lambda: user_data_path("actorgraph", appauthor=False))
    """The data folder: the reports' files, uploads, the embedded store; it may hold other files too."""
    store: str | None = None
    """A driver URI, bolt:// or neo4j://, also with +s; unset, the embedded store in the data folder."""
    store_user: str = "neo4j"
    """The store's user."""
    store_password: SecretStr | None = None
    """The store's password."""
    store_password_file: Path | None = None
    """A file whose first line is the password."""
    store_database: str | None = None
    """The store's database, where it has several."""
    api_key: SecretStr | None = None
    """A key that may do all through HTTP, beside those of `actorgraph keys`; without any, only loopback may write."""
    private: bool = False
    """Reading through HTTP needs a key too."""
    host: str = "127.0.0.1"
    """The address that the server listens on."""
    hosts: Annotated[tuple[str, ...], NoDecode] = ()
    """Names, parted by commas, that the server answers to besides loopback's own; unset, beyond loopback to any."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """The port that the server listens on; 0 takes any that is free."""
    upload_bytes: PositiveInt = 100_000_000
    """The largest file that is taken as an upload."""
    requests_per_minute: PositiveInt | None = None
    """How many requests each caller may send; unset, 600 beyond loopback and any number on it."""
    request_seconds: PositiveFloat = 60.0
    """How long a request may take until its answer begins; uploads and exports may take longer."""
    sparql_seconds: PositiveFloat = 10.0
    """How long a SPARQL query may take."""
    sparql_rows: PositiveInt = 10_000
    """How many rows or triples a SPARQL query is answered with at most."""
    cypher_seconds: PositiveFloat = 5.0
    """How long a statement of Cypher may take."""
    cypher_rows: PositiveInt = 1_000
    """How many rows a statement of Cypher is answered with at most."""
    workers: PositiveInt | None = None
    """How many reports are read at once; unset, one for each processor core."""
    llm: bool = False
    """Ask a language model too; docs/llm.md says what is sent to it."""
    llm_url: str | None = None
    """The address of an endpoint that speaks OpenAI's chat completions, such as http://localhost:11434/v1."""
    llm_model: str | None = None
    """The name of the model there."""
    llm_key: SecretStr | None = None
    """The endpoint's key, where it wants one."""
    llm_key_file: Path | None = None
    """A file whose first line is the key."""
    llm_seconds: PositiveFloat = 120.0
    """How long an answer of the language model may take, all tries together."""
    llm_at_once: PositiveInt = 4
    """How many paragraphs the language model is asked about at once."""

    @property
    def embedded(self) -> Path:
        """The folder of the embedded store."""
        return self.data / "store"

    @property
    def only_loopback(self) -> bool:
        """Does the server listen where only this machine reaches it?"""
        return is_loopback(self.host)

    @property
    def rate(self) -> int | None:
        """How many requests a minute each caller may send; None where any number."""
        return self.requests_per_minute or (None if self.only_loopback else RATE)

    def answers_to(self, host: str) -> bool:
        """Is this one of the names that requests may call the server by?"""
        if not self.only_loopback and not self.hosts:
            return True
        return is_loopback(host) or host.lower() in map(str.lower, self.hosts)

    def password(self) -> str:
        """The store's password; raises WrongSetting where its file cannot be read."""
        return _secret(self.store_password, self.store_password_file, "--store-password-file")

    def llm_secret(self) -> str:
        """The key of the language model's endpoint; raises WrongSetting where its file cannot be read."""
        return _secret(self.llm_key, self.llm_key_file, "--llm-key-file")

    @field_validator("store")
    @classmethod
    def _speaks_bolt(cls, store: str | None) -> str | None:
        if store is not None and not _BOLT.match(store):
            raise ValueError("write bolt://HOST:PORT or neo4j://HOST:PORT")
        return store

    @field_validator("llm_url")
    @classmethod
    def _speaks_http(cls, url: str | None) -> str | None:
        if url is not None and not _HTTP.match(url):
            raise ValueError(
                "write http://HOST:PORT/v1 or https://HOST/v1, without a user or key in it"
            )
        return url

    @field_validator("hosts", mode="before")
    @classmethod
    def _parted(cls, hosts: object) -> object:
        return [each.strip() for each in hosts.split(",")] if isinstance(hosts, str) else hosts

    @field_validator("data")
    @classmethod
    def _is_absolute(cls, data: Path) -> Path:
        try:
            return data.expanduser().absolute()
        except RuntimeError as error:
            raise ValueError("there is no such home folder") from error


def _secret(said: SecretStr | None, file: Path | None, option: str) -> str:
    """The first line of the file where there is one, else what was said."""
    if file is None:
        return said.get_secret_value() if said else ""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(
            f"The file {file} cannot be read", f"Name another with {option}"
        ) from error
    return lines[0] if lines else ""


def is_loopback(host: str) -> bool:
    """Is it a name or address of this machine alone?"""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
