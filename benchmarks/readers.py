"""Each reader against the bare library calls it stands on, in the same run, as a Markdown table.

    python benchmarks/readers.py FOLDER [ROUNDS]

The bare calls open the container and hand over the text and nothing else, with the encoding known.
`own work` is what the reader adds, as a share of the bare calls: 1.0 doubles the time.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from olefile import OleFileIO  # type: ignore[import-untyped] # it has no types
from pypdfium2 import PdfDocument  # type: ignore[import-untyped] # it has no types
from selectolax.lexbor import LexborHTMLParser

from tracker.readers.encoding import decode
from tracker.readers.files import files
from tracker.readers.kinds import kind
from tracker.readers.raw import Unreadable
from tracker.readers.table import read_bytes

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml")


def plain(data: bytes) -> str:
    """Decode, the encoding known."""
    return decode_known(data)


def decode_known(data: bytes) -> str:
    """Decode by the first encoding that fits."""
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(data)[0]


def html(data: bytes) -> str:
    """Parse a page and take the text of its body."""
    body = LexborHTMLParser(decode_known(data)).body
    return body.text() if body is not None else ""


def mhtml(data: bytes) -> str:
    """Part a web archive and take the text of its page."""
    pages = (part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html")
    return "".join(html(bytes(part.get_payload(decode=True) or b"")) for part in pages)


def docx(data: bytes) -> str:
    """Parse the parts that a document's text and numbers hang on."""
    with ZipFile(io.BytesIO(data)) as members:
        trees = [etree.fromstring(members.read(name)) for name in _PARTS if name in members.namelist()]
    return "".join(map(str, trees[0].itertext()))


def doc(data: bytes) -> str:
    """Read the streams of a Word file and decode one."""
    with OleFileIO(io.BytesIO(data)) as ole:
        streams = [ole.openstream(name).read() for name in ("1Table", "WordDocument") if ole.exists(name)]
        ole.get_metadata()
    return str(streams[-1].decode("utf-16-le", "replace"))


def pdf(data: bytes) -> str:
    """Take the text of every page."""
    document = PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def ofd(data: bytes) -> str:
    """Parse every part of an OFD."""
    with ZipFile(io.BytesIO(data)) as members:
        trees = [etree.fromstring(members.read(name)) for name in members.namelist() if name.endswith(".xml")]
    return "".join(str(text) for tree in trees for text in tree.itertext())


BARE: dict[str, Callable[[bytes], str]] = {
    "txt": plain,
    "html": html,
    "mhtml": mhtml,
    "docx": docx,
    "doc": doc,
    "pdf": pdf,
    "ofd": ofd,
}


def timed(reads: list[Callable[[bytes], object]], data: bytes, rounds: int) -> list[float]:
    """Processor seconds of each way to read a file: the best of `rounds`, turn about."""
    best = [float("inf")] * len(reads)
    for _ in range(rounds):
        for place, read in enumerate(reads):
            started = time.process_time()
            read(data)
            best[place] = min(best[place], time.process_time() - started)
    return best


def reader(data: bytes) -> object:
    """Read as the program does."""
    try:
        return read_bytes(data, "")
    except Unreadable as failure:
        return failure


def main(folder: Path, rounds: int) -> None:
    """Print the table."""
    samples: dict[str, list[bytes]] = {}
    for found in files([folder]):
        data = found.read()
        samples.setdefault(kind(data), []).append(data)
    print("| format | files | reader, ms of processor a file | bare library, ms | own work |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, bare in BARE.items():
        if name in samples:
            count = len(samples[name])
            times = [timed([reader, bare], data, rounds) for data in samples[name]]
            ours, theirs = (sum(column) / count * 1e3 for column in zip(*times, strict=True))
            print(f"| {name} | {count} | {ours:.2f} | {theirs:.2f} | {ours / theirs - 1:.2f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 7)
