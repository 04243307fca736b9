"""PDF by PDFium: its text, line by line, with places to join paragraphs by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tracker.readers import metadata
from tracker.readers.kinds import Start
from tracker.readers.paragraphs import Line, paragraphs
from tracker.readers.raw import Metadata, Raw, Unreadable
from tracker.readers.site import report
from tracker.reading.document import Notice

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped] # it has no types

MOST_PAGES = 3_000
"""A report has below 100 pages; a file of more than this is refused, not read for an hour."""

_PASSWORD = 4
_MAGIC_WITHIN = 1024
_HAN = re.compile(r"[\u4e00-\u9fff]")
_UNMAPPED = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_BROWSER = re.compile(r"Mozilla|Chrom|Skia|Firefox|Safari|wkhtml|Edge", re.IGNORECASE)
_HYPHEN = "\ufffe"
_MOST_UNMAPPED = 0.1
_SUPPLEMENT = dict(
    zip(
        "⺁⺈⺊⺌⺍⺎⺒⺓⺜⺝⺟⺠⺧⺩⺪⺫⺬⺶⺷⺻⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "厂刀卜小小兀巳幺日月母民牛王疋目示羊羊聿月臼虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
)


def told(start: Start) -> bool:
    """By its magic number, which may follow some bytes of something else."""
    return b"%PDF-" in start.head[:_MAGIC_WITHIN]


def read(data: bytes) -> Raw:
    """Return the paragraphs; raises `readers.scan` for pages that are only pictures, or another reason."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        raise Unreadable("readers.encrypted" if encrypted else "readers.damaged") from error
    try:
        return _read(document)
    except PdfiumError as error:
        raise Unreadable("readers.damaged") from error
    finally:
        document.close()


def _read(document: PdfDocument) -> Raw:
    """Read an open document."""
    if len(document) > MOST_PAGES:
        raise Unreadable("readers.too-large")
    pages: list[list[Line]] = []
    pictures: list[int] = []
    for place in range(len(document)):
        page = document[place]
        pages.append(list(_lines(page)))
        if not pages[-1] and _has_picture(page):
            pictures.append(place + 1)
        page.close()
    found = paragraphs(pages)
    text = "\n".join(report(found) if _from_browser(document) else found)
    if not _HAN.search(text):
        raise Unreadable("readers.scan" if pictures else "readers.no-text", pages=len(pictures))
    if len(_UNMAPPED.findall(text)) > len(text) * _MOST_UNMAPPED:
        raise Unreadable("readers.no-unicode")
    numbers = ", ".join(map(str, pictures[:20]))
    notices = (Notice("readers.scan-pages", (("pages", numbers),)),) if pictures else ()
    return Raw(text, "pdf", _metadata(document), notices)


def _lines(page: PdfPage) -> Iterator[Line]:
    """Yield the lines of a page as PDFium parts them, radicals and line-end hyphens made plain."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    height = page.get_height()
    place = 0
    for part in text_page.get_text_range().split("\r\n"):
        width = len(part) + sum(letter > "\uffff" for letter in part)
        shown = part.strip()
        if shown:
            first = raw.FPDFText_GetCharIndexFromTextIndex(text_page.raw, place)
            last = raw.FPDFText_GetCharIndexFromTextIndex(text_page.raw, place + len(part.rstrip()) - 1)
            left, bottom, _, top = text_page.get_charbox(max(first, 0), loose=True)
            right = text_page.get_charbox(max(last, first, 0), loose=True)[2]
            yield Line(_plain(part), left, right, height - bottom, top - bottom)
        place += width + 2
    text_page.close()


def _has_picture(page: PdfPage) -> bool:
    """Tell whether a page holds an image."""
    from pypdfium2 import raw

    return any(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _plain(text: str) -> str:
    """Replace radicals by the characters they stand for: printers of web pages mix them up."""
    return text.translate(_radicals())


@cache
def _radicals() -> dict[int, str]:
    """Kangxi radicals by their Unicode decomposition, the supplement by a list; all one for one."""
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return table | {ord(sign): plain for sign, plain in _SUPPLEMENT.items()} | {ord(_HYPHEN): "-"}


def _from_browser(document: PdfDocument) -> bool:
    """Tell whether a PDF is a printed web page, with the site's own lines around the report."""
    said = document.get_metadata_dict()
    return _BROWSER.search(f"{said.get('Creator')} {said.get('Producer')}") is not None


def _metadata(document: PdfDocument) -> Metadata:
    """Return title and author; the date of making is no date of publication."""
    said = document.get_metadata_dict()
    return Metadata(title=metadata.title(said.get("Title")), author=metadata.author(said.get("Author")))
