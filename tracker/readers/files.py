"""Paths → the files in them, folders and archives opened; nothing of an archive is written to disk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from tracker.readers.raw import Unreadable
from tracker.readers.table import kind
from tracker.readers.zipped import Members

LARGEST = 200 * 1024**2
"""Bytes of the largest file that is looked at; a real report, scans included, is below 50 MiB."""

DEEPEST = 3
"""How many archives may lie in one another."""

_IGNORED = re.compile(r"\.|~\$|__MACOSX$|(?:Thumbs\.db|desktop\.ini)$", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Found:
    """A file in a folder or in an archive; `name` is what to call it before the user.

    It holds no content, so that a thousand of them weigh nothing and go to another process. `members`
    leads from the archive at `path` through archives within it to the file.
    """

    name: str
    path: Path
    members: tuple[str, ...] = ()

    def read(self) -> bytes:
        """The content; raises `Unreadable`."""
        if self.members:
            return _archive(self.path, _stamp(self.path), self.members[:-1]).read(self.members[-1])
        return _content(self.path)

    def sha256(self) -> str:
        """The content's hash, in hex; raises `Unreadable`."""
        return sha256(self.read()).hexdigest()


def files(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file below `paths`, in the order given, folders and archives sorted by name.

    Left out: hidden files, lock files, system litter, and links that lead out of the folder or in circles.
    What cannot be opened is found too, and says why when it is read.
    """
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            yield from _folder(path, root, frozenset({root}))
        else:
            yield from _opened(Found(_shown(str(path)), path))


def _folder(folder: Path, root: Path, above: frozenset[Path]) -> Iterator[Found]:
    """The files below a folder."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield Found(_shown(str(folder)), folder)
        return
    for entry in entries:
        if _IGNORED.match(entry.name):
            continue
        real = entry.resolve()
        if entry.is_symlink() and not real.is_relative_to(root):
            continue
        if entry.is_dir():
            if real not in above:
                yield from _folder(entry, root, above | {real})
        elif entry.is_file():
            yield from _opened(Found(_shown(str(entry)), entry))


def _opened(found: Found) -> Iterator[Found]:
    """The files in an archive, or the file itself if it is none that can be opened."""
    members = _members(found) if len(found.members) < DEEPEST else None
    if members is None:
        yield found
        return
    for name in sorted(members.names()):
        parts = (part for part in name.replace("\\", "/").split("/") if part not in {".", ".."})
        if any(map(_IGNORED.match, parts)):
            continue
        inner = Found(f"{found.name}/{_shown(name)}", found.path, (*found.members, name))
        if members.head(name).startswith(_ZIP):
            yield from _opened(inner)
        else:
            yield inner


def _members(found: Found) -> Members | None:
    """The members of a file that is an archive and no document."""
    try:
        if not found.members:
            with found.path.open("rb") as file:
                if file.read(2) != _ZIP:
                    return None
        data = found.read()
        return Members(data) if kind(data) == "zip" else None
    except (Unreadable, OSError):
        return None


@lru_cache(maxsize=2)
def _archive(path: Path, stamp: tuple[int, int], members: tuple[str, ...]) -> Members:
    """An archive kept open for its next member; `stamp` sees to it that a changed file is read anew."""
    if not members:
        return Members(_content(path))
    return Members(_archive(path, stamp, members[:-1]).read(members[-1]))


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does; raises `Unreadable`."""
    try:
        status = path.stat()
    except OSError as error:
        raise Unreadable("readers.unreadable", reason=error.strerror or "?") from error
    return status.st_mtime_ns, status.st_size


def _content(path: Path) -> bytes:
    """A file's bytes; raises `Unreadable`."""
    if _stamp(path)[1] > LARGEST:
        raise Unreadable("readers.too-large")
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("readers.unreadable", reason=error.strerror or "?") from error


def _shown(name: str) -> str:
    """A name fit for a terminal: no control characters, no bytes that are no text."""
    return _UNPRINTABLE.sub("\ufffd", os.fsencode(name).decode("utf-8", "replace"))
