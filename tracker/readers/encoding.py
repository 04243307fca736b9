"""Bytes of unknown encoding → text. What a page declares is not asked: too often it is wrong."""

from __future__ import annotations

import codecs
import re

from tracker.readers.raw import Unreadable
from tracker.reading.document import Notice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf_16_le", "utf_16_be")
_USUAL = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\u00ff\u2000-\u27bf\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_SAMPLE = 1 << 20
_MOST_ODD = 0.1
_MOST_DAMAGED = 0.005
_MOST_NULS = 0.02
_FIRST = 1 << 12
_SPREAD = 1 << 11
_COMMON = "的工作政府法治建设发展行和年"
_KNOWN = 0.04
_FEW = 100


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Return the text, with a notice where the encoding was guessed or bytes were lost.

    Raises `readers.junk` where the bytes are no text in any encoding that reports come in.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _plausible(_lossy(data[len(bom) :], encoding))
    if data.count(b"\x00") <= len(data) * _MOST_NULS:
        try:
            return _plausible((data.decode("utf-8"), ()))
        except UnicodeDecodeError:
            text, notices = _lossy(data if _nearly_utf8(data[:_FIRST]) else b"", "utf-8")
            if text and _damage(text) <= max(3, len(text) * _MOST_DAMAGED) and len(text) < len(data):
                return _plausible((text, notices))
    return _plausible(_guessed(data))


def lines(text: str) -> str:
    r"""Return `text` with every line end as \n and without \x00, which no store keeps."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _nearly_utf8(sample: bytes) -> bool:
    """Tell from the beginning whether it is worth decoding all of a file that is not quite UTF-8."""
    return _damage(sample.decode("utf-8", "replace")) * _FEW < len(sample) + _FEW * _FEW


def _guessed(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Decode as GB18030 if it looks familiar, else by the library's choice, else by what loses least."""
    if _familiar(data[:_FIRST]):
        return _lossy(data, "gb18030")
    encoding = _preferred(data[: _SAMPLE // 4 * 4]) or min(
        _CANDIDATES, key=lambda each: _damage(data.decode(each, "replace"))
    )
    text, notices = _lossy(data, encoding)
    return text, (Notice("readers.encoding-guessed", (("encoding", encoding),)), *notices)


def _familiar(sample: bytes) -> bool:
    """Tell whether the commonest characters of reports come up as GB18030: most files need no more."""
    text = sample[: len(sample) - 4].decode("gb18030", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    known = sum(map(text.count, _COMMON))
    return beyond > _FEW and known > beyond * _KNOWN and _damage(text) * _FEW < beyond


def _preferred(sample: bytes) -> str | None:
    """Return charset-normalizer's choice among the candidates; an odd byte at the end is forgiven."""
    from charset_normalizer import from_bytes

    for cut in range(4):
        best = from_bytes(sample[: len(sample) - cut], cp_isolation=list(_CANDIDATES)).best()
        if best is not None:
            return best.encoding
    return None


def _lossy(data: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    """Decode, saying how many characters were lost."""
    text = data.decode(encoding, "replace")
    lost = _damage(text)
    return text, (Notice("readers.encoding-damaged", (("count", str(lost)),)),) if lost else ()


def _damage(text: str) -> int:
    return text.count("\ufffd")


def _plausible(read: tuple[str, tuple[Notice, ...]]) -> tuple[str, tuple[Notice, ...]]:
    """Pass on what was read unless more than a tenth of it is no character of a Chinese text."""
    sample = read[0][:: len(read[0]) // _SPREAD + 1]
    if len(_USUAL.sub("", sample)) > len(sample) * _MOST_ODD:
        raise Unreadable("readers.junk")
    return read
