"""A folder of 1,000 mixed files taken in with one and with two processes: seconds each, and their ratio.

Usage: python benchmarks/intake.py [FOLDER]; FOLDER holds one report in many formats (by default the real ones
beside the checkout). Each file is written again and again with other bytes that say nothing, so that none
is known before it is read; what needs LibreOffice is left out. Both runs must store the same.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from tracker.examined import Told
from tracker.intake import take_in
from tracker.readers.files import files
from tracker.storage.store import Store

FORMATS = Path(__file__).resolve().parents[2] / "shared" / "data" / "formats"
SUFFIXES = {".txt", ".html", ".mhtml", ".docx", ".doc", ".pdf", ".ofd"}
FILES = 1_000
AT = "2026-01-01T00:00:00+00:00"


def varied(content: bytes, number: int) -> bytes:
    """The same document with other bytes behind its end, in the form its format ignores."""
    if content.startswith(b"PK"):
        return content[:-2] + (8).to_bytes(2, "little") + f"{number:08}".encode()
    if b"<html" in content[:2000].lower():
        return content + f"<!-- {number} -->".encode()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content + "\n".encode("utf-16-le") * (number + 1)
    return content + (b"\0" if content.startswith(b"\xd0\xcf") else b"\n") * (number + 1)


def fill(folder: Path, source: Path) -> None:
    """Write the files, named as people name them."""
    kinds = sorted(p for p in source.rglob("*") if p.suffix in SUFFIXES and "rtf" not in p.name)
    for number, path in enumerate(islice(cycle(kinds), FILES)):
        (folder / f"新建文档({number}){path.suffix}").write_bytes(varied(path.read_bytes(), number))


def taken(folder: Path, jobs: int) -> tuple[float, list[str]]:
    """Seconds of the intake into a new store, and what became of each file."""
    with (
        tempfile.TemporaryDirectory() as name,
        Store.open(f"sqlite:///{name}/all.sqlite", create=True) as store,
    ):
        start = perf_counter()
        outcomes = list(take_in(store, files([folder]), Told(issuer="云岭市人民政府"), AT, jobs=jobs))
        return perf_counter() - start, [repr(outcome) for outcome in outcomes]


def main(arguments: list[str]) -> None:
    """Fill a folder, take it in twice, and compare."""
    source = Path(arguments[0]) if arguments else FORMATS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, source)
        (one, said), (two, again) = taken(folder, 1), taken(folder, 2)
    same = "the same outcomes" if said == again else "OTHER OUTCOMES"
    print(f"{FILES} files: {one:.1f} s with 1 process ({FILES / one:.0f}/s)")
    print(f"{two:.1f} s with 2 processes, ratio {one / two:.2f}; {same}")


if __name__ == "__main__":
    main(sys.argv[1:])
