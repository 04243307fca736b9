from __future__ import annotations

import io

import pytest
from made_files import REPORT, pdf, typeset
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped] # it has no types
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped] # it has no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped] # it has no types

from tracker.readers.pdf import read
from tracker.readers.raw import Unreadable

LONG = (
    *REPORT[:3],
    "（二）规范行政执法。" + "全年组织案卷评查与专项监督，逐案反馈并督促整改到位。" * 9,
    *REPORT[4:],
)


def test_lines_are_joined_to_paragraphs_and_page_furniture_goes() -> None:
    placed = typeset(LONG)
    pages = [
        [(80.0, 40.0, "青禾县司法局年度报告"), *part, (280.0, 800.0, f"— {number} —")]
        for number, part in enumerate((placed[:9], placed[9:]), start=1)
    ]
    shifted = [
        [(x, y if y < 90 or y > 790 else 100 + 28 * (n + 1), t) for n, (x, y, t) in enumerate(p)]
        for p in pages
    ]
    raw = read(pdf(shifted))
    assert raw.text.split("\n") == list(LONG)
    assert raw.metadata.title == "青禾县司法局法治政府建设年度报告"


def test_radicals_and_a_hyphen_become_plain() -> None:
    from tracker.readers.pdf import _plain

    assert _plain("⽅⾯⻓⺠2021\ufffe2025") == "方面长民2021-2025"


def test_a_printed_web_page_loses_its_menu_and_links() -> None:
    lines = ["首页", "当前位置：首页>公开", LONG[0], "发布日期：2025-01-20　字号：大 中 小", *LONG[1:]]
    lines += ["分享到：微信 微博", "上一篇：青禾县2023年度法治政府建设情况报告", "三、不是正文的链接"]
    made = pdf([[(80.0, y, text) for _, y, text in typeset(lines, width=27)]])
    printed = made.replace(b"ReportLab PDF Library", b"Mozilla/5.0 Chromium ")
    text = read(printed).text
    assert text.startswith(LONG[0])
    assert "微信" not in text


def scan(pages: int) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_scan_is_said_to_be_one() -> None:
    with pytest.raises(Unreadable) as caught:
        read(scan(3))
    assert (caught.value.code, caught.value.details["pages"]) == ("readers.scan", 3)


def test_a_page_without_anything_holds_no_text() -> None:
    with pytest.raises(Unreadable) as caught:
        read(pdf([[]]))
    assert caught.value.code == "readers.no-text"


def locked(user: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="o", strength=128))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(80, 700, "x")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked("u"), "readers.encrypted"),
        (locked(""), "readers.no-text"),
        (b"%PDF-1.7\n" + b"0" * 500, "readers.damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == code
