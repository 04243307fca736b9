"""The process that reads files for `isolation`: one JSON line in, one JSON line out, limits on itself."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from tracker.readers.files import Found
from tracker.readers.raw import Unreadable
from tracker.readers.table import read_bytes


def main(memory: int) -> None:
    """Serve requests until there are no more; `memory` in bytes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory(memory)
    serve(sys.stdin.buffer, answers)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer each line of `requests`."""
    for line in requests:
        request = json.loads(line)
        _limit_time(request["seconds"])
        answers.write(json.dumps(answer(request)).encode("ascii") + b"\n")
        answers.flush()


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Read one file; an error that no reader foresaw is a damaged file."""
    found = Found(request["name"], Path(request["path"]), tuple(request["members"]))
    try:
        return asdict(read_bytes(found.read(), found.name))
    except Unreadable as failure:
        return {"code": failure.code, "details": {key: str(value) for key, value in failure.details.items()}}
    except MemoryError:
        return {"code": "readers.memory", "details": {}}
    except RecursionError:
        return {"code": "readers.too-deep", "details": {}}
    except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this file only
        return {"code": "readers.failed", "details": {"error": type(error).__name__}}


def _limit_memory(memory: int) -> None:
    """Limit the address space where the system can; leave no core files behind."""
    try:
        import resource
    except ImportError:
        return
    for limit, soft in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(limit)[1]
        try:
            resource.setrlimit(limit, (soft if hard < 0 else min(soft, hard), hard))
        except (ValueError, OSError):
            continue


def _limit_time(seconds: float) -> None:
    """Let the system end this process some processor seconds from now, should nobody else."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 2
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))
