"""Files of every format, made small: what the readers' tests read. All text in them is invented."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from struct import pack, pack_into
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

REPORT = (
    "青禾县司法局关于2024年度法治政府建设情况的报告",
    "一、主要举措与成效",
    "（一）健全学法制度。全年组织集体学法6次，参加240余人次。",
    "（二）规范行政执法。开展案卷评查2轮，发现并纠正问题17个。",
    "二、存在的不足",
    "基层执法力量与任务不相适应。",
    "三、2025年度工作安排",
    "（一）印发《青禾县行政执法监督办法》，年内开展专项监督不少于3次。",
    "（二）建成县级公共法律服务中心，实现镇街全覆盖。",
    "青禾县司法局",
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, **parts: str) -> bytes:
    """A DOCX with a body; `numbering="…"` adds `word/numbering.xml` with that content."""
    members = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {W}>{content}</w:{name}>"
    return zipped(members)


def ofd(pages: Sequence[Sequence[tuple[float, float, str]]], title: str = "") -> bytes:
    """An OFD; each page is lines of x, y (millimetres) and text in 5 mm type."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    members = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocInfo><ofd:Title>{title}</ofd:Title></ofd:DocInfo>"
        "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        members[f"Doc_0/Pages/{number}.xml"] = (
            f"<ofd:Page {space}><ofd:Content><ofd:Layer>"
            + "".join(
                f'<ofd:TextObject Boundary="{x} {y} {5 * len(text)} 6" Size="5">'
                f'<ofd:TextCode X="0" Y="5">{text}</ofd:TextCode></ofd:TextObject>'
                for x, y, text in page
            )
            + "</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(members)


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], **settings: str) -> bytes:
    """A PDF; each page is lines of x, y from the top (points) and text in 16 pt Song type."""
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped] # it has no types
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped] # it has no types
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped] # it has no types
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped] # it has no types

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **settings)
    canvas.setTitle("青禾县司法局法治政府建设年度报告")
    for page in pages:
        canvas.setFont("STSong-Light", 16)
        for x, y, text in page:
            canvas.drawString(x, A4[1] - y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def typeset(lines: Sequence[str], *, width: int = 27, indent: int = 2) -> list[tuple[float, float, str]]:
    """Break paragraphs into the lines of a page: 16 points a character, first lines indented."""
    placed: list[tuple[float, float, str]] = []
    y = 100.0
    for text in lines:
        rest, first = text, indent
        while rest:
            placed.append((80.0 + 16 * first, y, rest[: width - first]))
            rest, first, y = rest[width - first :], 0, y + 28
    return placed


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of up to 60 KiB; streams are padded to 4,096 bytes to stay out of the small ones."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, (0xFFFFFFFE, 0), 1)]
    for number, (name, content) in enumerate(streams.items(), start=1):
        start = len(sectors)
        padded = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        sectors += [padded[at : at + 512] for at in range(0, len(padded), 512)]
        chain += [*range(start + 1, len(sectors)), 0xFFFFFFFE]
        following = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, (start, len(padded)), 0xFFFFFFFF, following))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    first = len(sectors)
    sectors += [directory[at : at + 512] for at in range(0, len(directory), 512)]
    chain += [*range(first + 1, len(sectors)), 0xFFFFFFFE, 0xFFFFFFFD]
    sectors.append(pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain))))
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    pack_into("<IIIIIIIII", head, 40, 0, 1, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    pack_into("<109I", head, 76, len(sectors) - 1, *[0xFFFFFFFF] * 108)
    return bytes(head) + b"".join(sectors)


def _entry(name: str, kind: int, place: tuple[int, int], child: int, right: int = 0xFFFFFFFF) -> bytes:
    """A directory entry; siblings form a list to the right."""
    wide = name.encode("utf-16-le") + b"\0\0"
    return pack("<64sHBBIII36xII4x", wide, len(wide), kind, 1, 0xFFFFFFFF, right, child, *place)


DELETED, HIDDEN = b"\x00\x08\x01", b"\x3c\x08\x01"
ROW_END = b"\x17\x24\x01"


def in_list(number: int, level: int) -> bytes:
    """Property changes that put a paragraph on a level of a list."""
    return pack("<HHHB", 0x460B, number, 0x260A, level)


def properties(kind: int, length: int, text: bytes) -> bytes:
    """A property stream that holds a title of some type and (claimed) length."""
    head = pack("<HHI16sI16sI", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48)
    return head + pack("<IIIIII", 24 + len(text), 1, 2, 16, kind, length) + text


def word97(
    paragraphs: Sequence[tuple[Sequence[tuple[str, bytes]], bytes]],
    *,
    encrypted: bool = False,
    notes: str = "",
    summary: bytes = b"",
) -> bytes:
    r"""A .doc: each paragraph is runs of text with character changes, and paragraph changes.

    The last run must end with its mark (\r or \x07). List 1 has the levels 一、 and （一）.
    """
    text, characters, starts = "", [], []
    for runs, change in paragraphs:
        starts.append((2048 + _size(text), change))
        for run, mark in runs:
            characters.append((2048 + _size(text), mark))
            text += run
    main_length = _size(text) // 2
    text += notes
    end = 2048 + _size(text)
    body = text.encode("utf-16-le")
    page = -(-(2048 + len(body)) // 512)
    main = bytearray(page * 512 + 1024)
    main[2048 : 2048 + len(body)] = body
    main[page * 512 : page * 512 + 512] = _page(
        characters, end, 1, lambda change: bytes([len(change)]) + change
    )
    main[page * 512 + 512 :] = _page(
        starts, end, 13, lambda change: bytes([0, (len(change) + 3) // 2]) + pack("<H", 0) + change
    )
    parts = {
        12: pack("<III", 2048, end, page),
        13: pack("<III", 2048, end, page + 1),
        33: b"\x02" + pack("<III", 16, 0, _size(text) // 2) + pack("<HIH", 0, 2048, 0),
        73: pack("<H", 1) + pack("<ii18xBB", 7, 0, 0, 0),
        74: pack("<I", 1) + pack("<iII4B", 7, 0, 0, 0, 0, 0, 0) + pack("<I", 0),
    }
    table = b""
    pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    pack_into("<H", main, 10, 0x0200 | (0x0100 if encrypted else 0))
    pack_into("<2I", main, 0x4C, main_length, len(notes))
    for index in (12, 13, 33, 74, 73):
        pack_into("<II", main, 0x9A + 8 * index, len(table), len(parts[index]))
        table += parts[index]
    table += (
        _level(39, "\0、") + _level(39, "（\1）") + b"".join(_level(0, f"{chr(n)}.") for n in range(2, 9))
    )
    more = {"\x05SummaryInformation": summary} if summary else {}
    return ole({"WordDocument": bytes(main), "1Table": table, **more})


def _size(text: str) -> int:
    """Bytes of a text in UTF-16."""
    return len(text.encode("utf-16-le"))


def _level(style: int, pattern: str) -> bytes:
    """One level of a list, which nothing follows."""
    return (
        pack("<iBB9xB8xBBBB", 1, style, 0, 2, 0, 0, 0, 0)
        + pack("<H", len(pattern))
        + pattern.encode("utf-16-le")
    )


def _page(runs: Sequence[tuple[int, bytes]], end: int, width: int, grouped: object) -> bytes:
    """A 512-byte page of runs and their changes, which stand from its end upwards."""
    page = bytearray(512)
    page[511] = len(runs)
    pack_into(f"<{len(runs) + 1}I", page, 0, *(start for start, _ in runs), end)
    place = 510
    for number, (_, change) in enumerate(runs):
        if change:
            group = grouped(change)  # type: ignore[operator]
            place = (place - len(group)) // 2 * 2
            page[place : place + len(group)] = group
            page[4 * (len(runs) + 1) + width * number] = place // 2
    return bytes(page)
