from __future__ import annotations

import pytest
from made_files import W, docx, paragraph, zipped

from tracker.readers.docx import read
from tracker.readers.raw import Unreadable

LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style}<w:suff w:val="nothing"/>'
    f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    for level, kind, pattern, style in (
        (0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="H1"/>'),
        (1, "japaneseCounting", "（%2）", ""),
        (2, "decimal", "%3.", ""),
    )
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1b"><w:name w:val="mine"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
)

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def lines(body: str, **parts: str) -> list[str]:
    return read(docx(body, **parts)).text.split("\n")


def listed(text: str, level: int, num: int = 1) -> str:
    return paragraph(
        text,
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>',
    )


def styled(text: str, style: str, more: str = "") -> str:
    return paragraph(text, f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>')


def test_numbers_come_from_paragraphs_and_styles_and_begin_anew() -> None:
    body = (
        styled("主要举措", "H1")
        + listed("甲。", 1)
        + listed("子。", 2)
        + listed("丑。", 2)
        + listed("乙。", 1)
        + styled("工作安排", "H1b")
        + listed("丙。", 1)
    )
    assert lines(body, numbering=NUMBERING, styles=STYLES) == [
        *("一、主要举措", "（一）甲。", "1.子。", "2.丑。", "（二）乙。", "二、工作安排", "（一）丙。"),
    ]


def test_a_list_that_starts_anew_shares_its_count_with_its_twin() -> None:
    body = listed("甲。", 1) + listed("乙。", 1) + listed("丙。", 1, num=2) + listed("丁。", 1, num=2)
    assert lines(body, numbering=NUMBERING) == ["（一）甲。", "（二）乙。", "（一）丙。", "（二）丁。"]


def test_a_style_s_number_can_be_taken_away() -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert lines(styled("前言", "H1", off), numbering=NUMBERING, styles=STYLES) == ["前言"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>", "新"),
        (
            "<w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo>",
            "来",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r>", "见"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r>', "见"),
        ('<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r>', "见"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
        ('<w:smartTag w:element="d"><w:r><w:t>标签</w:t></w:r></w:smartTag>', "标签"),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
        (
            FIELD.format("begin")
            + "<w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:t>码</w:t></w:r>"
            + FIELD.format("separate")
            + "<w:r><w:t>果</w:t></w:r>"
            + FIELD.format("end"),
            "果",
        ),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/><w:t>三</w:t></w:r>", "一\t二-三"),
        ('<w:r><w:t>见</w:t><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "见"),
    ],
)
def test_a_paragraph_reads_as_its_reader_sees_it(inside: str, expected: str) -> None:
    assert lines(f"<w:p>{inside}</w:p>", styles=STYLES) == [expected]


def test_a_deleted_paragraph_end_joins_and_does_not_count() -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:r><w:t>前半</w:t></w:r></w:p>"
    )
    assert lines(deleted + listed("后半。", 1), numbering=NUMBERING) == ["（一）前半后半。"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内。</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {mc}>{both}</mc:AlternateContent>"
    assert lines(f"<w:p><w:r>{both}</w:r><w:r><w:t>锚段。</w:t></w:r></w:p>") == ["锚段。", "框内。"]


def test_a_table_of_contents_does_not_repeat_the_headings() -> None:
    assert lines(styled("一、主要举措\t1", "T") + paragraph("一、主要举措"), styles=STYLES) == [
        "一、主要举措"
    ]


def test_a_row_is_a_line_and_a_table_that_arranges_the_page_is_none() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    small = f"<w:tbl>{row(paragraph('1'), paragraph('开展') + paragraph('评查'))}</w:tbl>"
    assert lines(small) == ["1\t开展 评查"]
    large = "".join(paragraph(f"第{n}句。") for n in range(9))
    assert lines(f"<w:tbl>{row(large)}</w:tbl>") == [f"第{n}句。" for n in range(9)]
    gone = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("删") + "</w:tc></w:tr></w:tbl>"
    assert lines(gone + paragraph("留")) == ["留"]


def test_footnotes_stand_below_under_a_heading() -> None:
    body = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/><w:t>一句。</w:t></w:r></w:p>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in ((1, "别处。"), (2, "注。"))
    )
    assert lines(body, footnotes=notes) == ["正文一句。", "注释", "注。"]


def test_the_strict_form_and_another_main_part_are_read() -> None:
    strict = f"<w:document {W}><w:body>{paragraph('严格。')}</w:body></w:document>".replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
        'Target="/word/d2.xml"/></Relationships>'
    )
    made = zipped({"[Content_Types].xml": "<a/>", "_rels/.rels": relations, "word/d2.xml": strict})
    assert read(made).text == "严格。"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "readers.bomb"),
        ('<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "readers.bomb"),
        ("<a>" * 5000 + "</a>" * 5000, "readers.damaged"),
        ("<w:document>", "readers.damaged"),
        (f"<w:document {W}/>", "readers.damaged"),
        ("", "readers.damaged"),
    ],
)
def test_hostile_xml_is_refused(document: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(zipped({"[Content_Types].xml": "<a/>", "word/document.xml": document}))
    assert caught.value.code == code
