"""Reading in a process of its own, so that a file that kills its reader takes only itself along.

The process is kept for the next file and replaced when it dies, is ended or has read its share. It answers
in JSON, which can do no harm here. Plain text is read at once: decoding and two linear regular expressions
are all that touches it. On systems without limits on memory, those on time still hold.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.readers.files import Found
from tracker.readers.raw import Metadata, Raw, Unreadable
from tracker.readers.table import kind, read_bytes
from tracker.reading.document import Notice


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds of wall clock and bytes of address space."""

    seconds: float = 60.0
    memory: int = 2 * 1024**3


DEFAULT = Limits()
SHARE = 500
_PLAIN = 16 * 1024**2
_SETTLE = 5.0
START = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from tracker.readers.worker import main
main(int(sys.argv[2]))
"""


def isolated(found: Found, limits: Limits = DEFAULT) -> Raw | Unreadable:
    """The text of a file, or why there is none; nothing a file holds makes this raise."""
    try:
        head = _head(found)
        if head is not None:
            return read_bytes(head, found.name)
    except Unreadable as failure:
        return failure
    worker = idle(limits.memory) or _Worker(limits.memory)
    answer = worker.ask(found, limits.seconds)
    if isinstance(answer, Unreadable):
        return answer
    _keep(worker)
    return _value(answer)


def _head(found: Found) -> bytes | None:
    """The content of a file that can be read at once, None for one that needs a process."""
    if found.members or _size(found.path) > _PLAIN:
        return None
    data = found.read()
    if data[:2] == b"PK" or kind(data) != "txt":
        return None
    return data


def _size(path: Path) -> int:
    """A file's size in bytes, 0 if it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _value(answer: dict[str, Any]) -> Raw | Unreadable:
    """What a worker's answer says."""
    if "code" in answer:
        return Unreadable(answer["code"], **answer["details"])
    return Raw(
        answer["text"],
        answer["format"],
        Metadata(**answer["metadata"]),
        tuple(Notice(each["code"], tuple(map(tuple, each["details"]))) for each in answer["notices"]),
    )


class _Worker:
    """A process that reads files one after another."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.served = 0
        path = [entry for entry in sys.path if entry]
        self.process = subprocess.Popen(  # noqa: S603 - this very interpreter
            [sys.executable, "-P", "-c", START, json.dumps(path), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, found: Found, seconds: float) -> dict[str, Any] | Unreadable:
        """The answer, or why there is none, after which the process is gone."""
        request = {
            "name": found.name,
            "path": str(found.path.absolute()),
            "members": found.members,
            "seconds": seconds,
        }
        late = threading.Event()
        timer = threading.Timer(seconds, self._stop, (late,))
        timer.start()
        try:
            line = self._exchange(json.dumps(request).encode("ascii") + b"\n")
        finally:
            timer.cancel()
        self.served += 1
        if line.endswith(b"\n"):
            return dict(json.loads(line))
        code = self.close()
        if late.is_set() or (code < 0 and -code == _signal("SIGXCPU")):
            return Unreadable("readers.timeout", seconds=round(seconds))
        return Unreadable("readers.crash")

    def _exchange(self, line: bytes) -> bytes:
        """Send a line and wait for one; what comes back is cut short if the process dies."""
        process = self.process
        if process.stdin is None or process.stdout is None:
            return b""
        try:
            process.stdin.write(line)
            process.stdin.flush()
            return process.stdout.readline()
        except OSError:
            return b""

    def _stop(self, late: threading.Event) -> None:
        """End the process because its time is over."""
        late.set()
        self.process.kill()

    def alive(self) -> bool:
        """Whether the process still waits: the system may have ended it meanwhile."""
        return self.process.poll() is None

    def close(self) -> int:
        """End the process and say how it ended."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue
        try:
            return self.process.wait(_SETTLE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def _signal(name: str) -> int:
    """A signal's number, 0 on systems that lack it."""
    import signal

    return int(getattr(signal, name, 0))


_lock = threading.Lock()
waiting: list[_Worker] = []
owner = os.getpid()


def idle(memory: int) -> _Worker | None:
    """A worker that waits; those of a parent process are its own and must not be shared."""
    global owner  # noqa: PLW0603 - which process the waiting workers belong to
    with _lock:
        if owner != os.getpid():
            waiting.clear()
            owner = os.getpid()
        waiting[:] = [worker for worker in waiting if worker.alive()]
        for place, worker in enumerate(waiting):
            if worker.memory == memory:
                return waiting.pop(place)
    return None


def _keep(worker: _Worker) -> None:
    """Let a worker wait for the next file, unless it has read its share."""
    if worker.served >= SHARE:
        worker.close()
        return
    with _lock:
        waiting.append(worker)


@atexit.register
def dismiss() -> None:
    """End the waiting workers with the program."""
    if owner == os.getpid():
        while waiting:
            waiting.pop().close()
