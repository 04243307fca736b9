"""Members of a zip, opened in memory within limits: nothing of it ever reaches the disk."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from tracker.readers.raw import Unreadable

MEMBER_BYTES = 64 * 1024**2
"""The most one member may inflate to: the largest real part seen is below 3 MiB."""

ALL_BYTES = 4 * 1024**3
"""The most all members of an archive may claim to inflate to; no member yields more than it claims."""

READ_BYTES = 256 * 1024**2
"""The most that is inflated for one document."""

MEMBERS = 20_000
"""The most members one archive may name."""

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_BROKEN = (BadZipFile, LargeZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


class Members:
    """The members of a zip held in memory, by the names a reader would expect to see."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (*_BROKEN, RecursionError, OverflowError) as error:
            raise Unreadable("readers.truncated") from error
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MEMBERS or sum(info.file_size for info in infos) > ALL_BYTES:
            raise Unreadable("readers.bomb")
        self._infos: dict[str, ZipInfo] = {}
        for info in infos:
            self._infos[_unlike(_name(info), self._infos)] = info
        self._left = READ_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self) -> list[str]:
        """Return the names in the archive's own order, folders left out."""
        return list(self._infos)

    def head(self, name: str) -> bytes:
        """Return a member's first four bytes; none if it cannot be read."""
        try:
            with self._zip.open(self._infos[name]) as member:
                return member.read(4)
        except (*_BROKEN, RuntimeError):
            return b""

    def read(self, name: str) -> bytes:
        """Return a member's bytes; raises `Unreadable` if it is damaged, encrypted, absent or too large."""
        info = self._infos.get(name)
        if info is None:
            raise Unreadable("readers.damaged")
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("readers.encrypted")
        if info.file_size > min(MEMBER_BYTES, self._left):
            raise Unreadable("readers.bomb")
        try:
            with self._zip.open(info) as member:
                data = member.read(MEMBER_BYTES + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise Unreadable("readers.damaged") from error
        self._left -= len(data)
        return data


def _unlike(name: str, others: dict[str, ZipInfo]) -> str:
    """Return a name of its own for a member: a zip may hold two files of one name."""
    count, own = 1, name
    while own in others:
        count += 1
        own = f"{name} ({count})"
    return own


def _name(info: ZipInfo) -> str:
    """Undo zipfile's reading of a Chinese Windows name as code page 437."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    raw = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
