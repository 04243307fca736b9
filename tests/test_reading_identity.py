from __future__ import annotations

import pytest

from tracker.reading import identity

LAW = [
    ("某江市临河区人民政府办公室\n关于2024年度法治政府建设情况的报告\n", "某江市临河区人民政府办公室"),
    ("临河区司法局关于报送2024年度法治政府建设情况的报告\n", "临河区司法局"),
    (
        "2024年度法治政府建设情况报告\n2024年，在区委坚强领导下，临河区财政局深入推进依法行政。\n",
        "临河区财政局",
    ),
    ("关于临河高新区2024年度法治政府建设情况的报告\n", "临河高新区"),
    ("临河高新区2024年度法治政府建设情况报告\n", "临河高新区"),
    ("关于2024年度法治政府建设情况的报告\n2024年，临河区政府办坚持依法行政。\n", "临河区政府办"),
    ("关于2024年度法治政府建设情况的报告\n2024年，区政府办公室坚持依法行政。\n", None),
    ("关于2024年度法治政府建设情况的报告\n2024年，我办坚持依法行政。\n", None),
    ("2024年度法治政府建设报告\n一、工作情况\n全面落实。\n临河区司法局\n2025年1月3日", "临河区司法局"),
]


@pytest.mark.parametrize(("text", "expected"), LAW)
def test_law_issuer(text: str, expected: str | None) -> None:
    name = identity.title(text, before=len(text))
    assert identity.law_issuer(text, name, before=len(text)) == expected


WORK = [
    ("2026年临江省政府工作报告\n——2026年1月5日在临江省第三届人民代表大会第四次会议上\n", "临江省人民政府"),
    (
        "2026年临江政府工作报告\n2026年1月5日在临江自治区第三届人民代表大会第四次会议上\n",
        "临江自治区人民政府",
    ),
    ("各位代表：\n现在，我代表国务院，向大会报告政府工作。\n", "国务院"),
    ("2026年临江省政府工作报告\n一、工作回顾\n", "临江省人民政府"),
    ("政府工作报告\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n", None),
]


@pytest.mark.parametrize(("text", "expected"), WORK)
def test_work_issuer(text: str, expected: str | None) -> None:
    name = identity.title(text, before=len(text))
    assert identity.work_issuer(text, name, before=len(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("台账\n临政办字〔2022〕1号\n正文", "临政办字〔2022〕1号"),
        ("文号：临政发[2022]15号\n正文", "临政发[2022]15号"),
        ("根据临政办字〔2022〕1号文件要求，认真组织各项工作并如实报告。", None),
    ],
)
def test_document_number(text: str, expected: str | None) -> None:
    assert identity.document_number(text, before=len(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布时间：2024-01-15 09:20\n正文", "2024-01-15"),
        ("正文\n临河区司法局\n2025年1月3日", "2025-01-03"),
        ("2025年1月3日在临河区人民代表大会上\n正文。\n正文。\n正文。\n正文。\n正文。", None),
        ("时间：2024-13-45\n正文", None),
        ("来源：临河区司法局  发布时间：2025-03-18 09:41  浏览次数：527\n正文", "2025-03-18"),
        ("正文\n临河区司法局\n二〇二五年一月二十三日", "2025-01-23"),
    ],
)
def test_published(text: str, expected: str | None) -> None:
    assert next(identity.days(text, before=len(text)), None) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("２０２４年度", 2024), ("二〇二六年一月", 2026), ("第十四届", None)]
)
def test_first_year(text: str, expected: int | None) -> None:
    assert identity.first_year(text) == expected
