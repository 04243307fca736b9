"""Each reader against bare calls of the library it stands on, in the same run, as a Markdown table.

    python benchmarks/readers.py FOLDER [ROUNDS]

The bare calls do as much of the reader's job as the library does: tell the encoding, open the container,
hand over the text with what places it (`against`). What no library does is left to the reader: finding the
report on a page, lists and deletions, joining lines. `own work` is what the reader adds, as a share of the
bare calls: 1.0 doubles the time.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

from charset_normalizer import from_bytes
from lxml import etree
from olefile import OleFileIO  # type: ignore[import-untyped] # it has no types
from pypdfium2 import PdfDocument  # type: ignore[import-untyped] # it has no types
from selectolax.lexbor import LexborHTMLParser

from tracker.readers.files import files
from tracker.readers.raw import Unreadable
from tracker.readers.table import kind, read_bytes

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml")


def txt(data: bytes) -> str:
    """Tell the encoding and decode: charset-normalizer."""
    return str(from_bytes(data).best())


def known(data: bytes) -> str:
    """Decode by the first encoding that fits."""
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def html(data: bytes) -> str:
    """Decode, parse, drop what is not shown, text by blocks: selectolax, its encoding told by trying."""
    tree = LexborHTMLParser(known(data))
    tree.strip_tags(["script", "style", "noscript", "nav", "footer", "aside"])
    return tree.body.text(separator="\n", strip=True) if tree.body is not None else ""


def mhtml(data: bytes) -> str:
    """Part the archive, then as a page: email and selectolax."""
    pages = (part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html")
    return "".join(html(bytes(part.get_payload(decode=True) or b"")) for part in pages)


def docx(data: bytes) -> str:
    """Parse the four parts that text and numbers hang on, all text: zipfile and lxml."""
    with ZipFile(io.BytesIO(data)) as members:
        trees = [etree.fromstring(members.read(name)) for name in _PARTS if name in members.namelist()]
    return "".join(map(str, trees[0].itertext()))


def doc(data: bytes) -> str:
    """Open, read the two streams and the properties, decode one: olefile."""
    with OleFileIO(io.BytesIO(data)) as ole:
        streams = [ole.openstream(name).read() for name in ("1Table", "WordDocument") if ole.exists(name)]
        ole.get_metadata()
    return str(streams[-1].decode("utf-16-le", "replace"))


def pdf(data: bytes) -> str:
    """Text of every page: pypdfium2."""
    document = PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def ofd(data: bytes) -> str:
    """Parse every part, each text with its place: zipfile and lxml."""
    with ZipFile(io.BytesIO(data)) as members:
        trees = [etree.fromstring(members.read(name)) for name in members.namelist() if name.endswith(".xml")]
    texts = (item for tree in trees for item in tree.iter("{*}TextCode"))
    return "".join(f"{item.text}{item.get('X')}{item.get('Y')}" for item in texts)


BARE: dict[str, Callable[[bytes], str]] = {
    "txt": txt,
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
    print("| format | against | files | reader, ms of processor a file | bare library, ms | own work |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for name, bare in BARE.items():
        if name in samples:
            count = len(samples[name])
            times = [timed([reader, bare], data, rounds) for data in samples[name]]
            ours, theirs = (sum(column) / count * 1e3 for column in zip(*times, strict=True))
            against = (bare.__doc__ or "").rstrip(".")
            print(f"| {name} | {against} | {count} | {ours:.2f} | {theirs:.2f} | {ours / theirs - 1:.2f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 7)
