"""Paths → the files in them, folders and archives opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file in a folder or in an archive; `name` is what to call it before the user.

    It holds no content, so that a thousand of them weigh nothing and go to another process.
    """

    name: str
    path: Path
    members: tuple[str, ...] = ()

    def read(self) -> bytes:
        """The content; raises `Unreadable`."""
        return self.path.read_bytes()

    def sha256(self) -> str:
        """The content's hash, in hex; raises `Unreadable`."""
        return sha256(self.read()).hexdigest()


def files(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file below `paths`, in the order given, folders sorted by name."""
    for path in paths:
        below = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (Found(str(each), each) for each in below if each.is_file())
