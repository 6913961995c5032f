"""A child process that does dangerous work: it answers requests, and can be stopped at any time.

Messages are length-prefixed bytes over its standard streams. The child ends when its input does, so
that it never outlives its parent; a bound on its processor time holds even where its code does not
let another thread run. Memory is bounded by address space (where the system can).
"""

import contextlib
import json
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO, NamedTuple, Self

Handler = Callable[[bytes], Iterator[bytes]]
_HEAD = struct.Struct(">cI")
_BEGUN, _MORE, _END = b"!", b"+", b"."
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from ingest.reading.child import serve; serve(*sys.argv[2:])"
)
_GRACE = 5.0
_START_SECONDS = 60.0
"""What a child may take to start, on a busy machine."""


class Bounds(NamedTuple):
    """What a child may use beyond what it starts with: seconds of processor time a request, bytes of memory."""

    seconds: float
    memory_bytes: int


class ChildDiedError(Exception):
    """The child ended, or was ended, before it had answered."""

    def __init__(self, *, late: bool, status: int | None) -> None:
        """`late`: it was ended because its time was up; else its exit status, negative for a signal."""
        super().__init__(f"the child ended with {status}")
        self.late = late
        self.status = status


class Child:
    """A child that runs a handler, `module:function`, which gives the answers to one request after another."""

    def __init__(self, handler: str, bounds: Bounds) -> None:
        """Starts it; nothing is imported there before the first request."""
        command = [sys.executable, "-P", "-c", _START, json.dumps(sys.path), handler]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own code
            [*command, str(bounds.seconds), str(bounds.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._late = False

    def __enter__(self) -> Self:
        """Itself, ended at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def ask(self, request: bytes) -> None:
        """Sends a request, and waits until its handling begins; raises ChildDiedError."""
        try:
            _send(_input_of(self._process), _END, request)
        except OSError as error:
            raise self._death() from error
        self._take(_START_SECONDS)

    def answer(self, seconds: float) -> bytes | None:
        """The next answer, None after the last; raises ChildDiedError, also where it takes longer than `seconds`."""
        kind, body = self._take(seconds)
        return body if kind == _MORE else None

    def _take(self, seconds: float) -> tuple[bytes, bytes]:
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            received = _receive(_output_of(self._process))
        finally:
            timer.cancel()
        if received is None:
            raise self._death()
        return received

    def kill(self) -> None:
        """Stops it at once; `end` is still to be called."""
        self._process.kill()

    def end(self) -> None:
        """Ends it, at once if need be, and leaves nothing behind."""
        with contextlib.suppress(OSError):
            _input_of(self._process).close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _output_of(self._process).close()

    def _end_late(self) -> None:
        self._late = True
        self._process.kill()

    def _death(self) -> ChildDiedError:
        self._process.kill()
        status = self._process.wait()
        ran_out = status == -getattr(signal, "SIGXCPU", 0)
        return ChildDiedError(late=self._late or ran_out, status=status)


def _input_of(process: "subprocess.Popen[bytes]") -> "BinaryIO":
    assert process.stdin is not None  # noqa: S101 - it is a pipe
    return process.stdin  # type: ignore[return-value]


def _output_of(process: "subprocess.Popen[bytes]") -> "BinaryIO":
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    return process.stdout  # type: ignore[return-value]


def _send(stream: BinaryIO, kind: bytes, body: bytes) -> None:
    stream.write(_HEAD.pack(kind, len(body)))
    stream.write(body)
    stream.flush()


def _receive(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    body = stream.read(length)
    return (kind, body) if len(body) == length else None


def serve(handler: str, seconds: str, memory_bytes: str) -> None:
    """The child's main loop: answers requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for library in ("OMP", "OPENBLAS"):  # the children share the processors, each is to use one
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get among the answers
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    module, _, function = handler.partition(":")
    bounds = Bounds(float(seconds), int(memory_bytes))
    while True:
        request = waiting.get()
        handle: Handler = getattr(import_module(module), function)
        _bound(bounds)
        _send(answers, _BEGUN, b"")
        for answer in handle(request):
            _send(answers, _MORE, answer)
        _send(answers, _END, b"")


def _listen(requests: BinaryIO, waiting: "queue.SimpleQueue[bytes]") -> None:
    """Takes requests as they come; ends the process, whatever it does, when the parent is gone."""
    while (received := _receive(requests)) is not None:
        waiting.put(received[1])
    os._exit(0)


def _bound(bounds: Bounds) -> None:
    """Sets the bounds for the next request, over what is in use now; not every system has them."""
    try:
        import resource
    except ImportError:  # pragma: no cover - on Windows
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    for kind, value in (
        (resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + bounds.seconds + _GRACE)),
        (resource.RLIMIT_AS, _space_in_use() + bounds.memory_bytes),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (allowed, hard))


def _space_in_use() -> int:
    """The address space of this process, in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as handle:  # noqa: PTH123 - read at each request
            return int(handle.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 1_000_000_000
