from __future__ import annotations

import pytest
from made_files import REPORT

from tracker.readers.html import read
from tracker.readers.raw import Raw, Unreadable

HEAD = (
    '<html><head><title>{title}--青禾县政府网</title><meta name="ArticleTitle" content="{title}">'
    '<meta name="PubDate" content="2025-01-20 16:32"><meta name="ContentSource" content="青禾县司法局">'
    '<link rel="canonical" href="https://www.qinghe.example/art/1.html"></head><body>'
    '<script>var a="一、脚本不是正文。"</script><div class="nav"><ul>'
    + "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12))
    + "</ul></div><div>当前位置：<a>首页</a> &gt; 公开</div>"
).format(title=REPORT[0])
TAIL = (
    '<div class="share">分享到：<a>微信</a></div><div>上一篇：<a>另一份报告</a></div>'
    "<ul><li><a>县司法局2023年度法治政府建设情况报告</a><span>2024-01-19</span></li></ul>"
    "<div><p>主办：青禾县人民政府　地址：青禾路1号</p></div></body></html>"
)
INFO = "<div>发布日期：2025-01-20　来源：青禾县司法局　浏览次数：7　字号：[大 中 小]</div>"


def page(content: str, *, head: str = HEAD, encoding: str = "utf-8") -> Raw:
    return read(
        f"{head}<div><h1>{REPORT[0]}</h1>{INFO}<div id=z>{content}</div></div>{TAIL}".encode(encoding)
    )


SHAPES = {
    "p": "".join(f"<p>　　{line}</p>\n" for line in REPORT),
    "br": "<br/><br>\n".join(f"&nbsp;&nbsp;{line}" for line in REPORT),
    "div": "".join(f"<div><span>{line}</span></div>" for line in REPORT),
    "word": "".join(
        '<p class="MsoNormal"><a name="_GoBack"></a>\n  <span lang="EN-US"><span>'
        + line[:5]
        + "</span></span><o:p></o:p><span>"
        + line[5:]
        + "</span>\n</p>"
        for line in REPORT
    ),
    "unclosed": "<font>" + "".join(f"<P>{line}" for line in REPORT) + "</font>",
    "pre": "<pre>" + "\n".join(REPORT) + "</pre>",
    "headings": "".join(
        f"<section><h3>{line}</h3></section>" if line[1] == "、" else f"<section><p>{line}</p></section>"
        for line in REPORT
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_report_is_the_same_in_every_shape(shape: str, encoding: str) -> None:
    assert page(SHAPES[shape], encoding=encoding).text.split("\n") == list(REPORT)


def test_the_day_of_signing_is_kept() -> None:
    signed = SHAPES["p"] + "<p>2025年1月18日</p>"
    assert page(signed).text.split("\n") == [*REPORT, "2025年1月18日"]
    assert page(signed.replace("<p>2025年1月18日</p>", "<p>二〇二五年一月十八日</p>")).text.endswith("十八日")


def test_nested_layout_tables_give_lines_and_no_menu() -> None:
    old = (
        f"<HTML><TITLE>{REPORT[0]}</TITLE><BODY><TABLE><TR><TD><TABLE><TR><TD><A>首页</A><TD><A>新闻</A></TABLE>"
        "<TR><TD><TABLE><TR><TD><UL>"
        + "".join(f"<LI><A>链接{n}</A>" for n in range(9))
        + "</UL><TD><FONT>"
        + "".join(f"<P>{line}" for line in REPORT)
        + "</FONT><TR><TD>【关闭窗口】【打印】</TABLE></TABLE>"
    )
    assert read(old.encode()).text.split("\n") == list(REPORT)


def test_a_table_of_data_keeps_its_rows() -> None:
    table = "<table><tr><td>序号</td><td><p>任务</p></td></tr><tr><td>1</td><td>开展评查2轮</td></tr></table>"
    content = SHAPES["p"].replace(f"<p>　　{REPORT[3]}</p>", f"<p>　　{REPORT[3]}</p>{table}")
    assert page(content).text.split("\n") == [*REPORT[:4], "序号\t任务", "1\t开展评查2轮", *REPORT[4:]]


def test_hidden_text_stays_hidden() -> None:
    hidden = '<p style="display:none">（三）不应出现。</p><p hidden>也不应出现。</p>'
    assert "不应出现" not in page(SHAPES["p"] + hidden).text


def test_a_plan_in_a_container_of_its_own_is_not_lost() -> None:
    first = "".join(f"<p>{line}</p>" for line in REPORT[:6]) + "<p>" + "全县法治建设稳步推进。" * 200 + "</p>"
    second = "".join(f"<p>{line}</p>" for line in REPORT[6:])
    text = page(f"<div>{first}</div><div>{second}</div>").text
    assert text.split("\n")[-4:] == list(REPORT[6:])


def test_the_page_says_who_and_when() -> None:
    said = page(SHAPES["p"]).metadata
    assert (said.title, said.published, said.author) == (REPORT[0], "2025-01-20", "青禾县司法局")
    assert said.url == "https://www.qinghe.example/art/1.html"


def test_tags_win_over_what_the_page_shows_and_that_over_the_window_title() -> None:
    bare = page(SHAPES["p"], head=f"<html><title>{REPORT[0]} - 青禾县政府网</title><body>")
    assert (bare.metadata.title, bare.metadata.published, bare.notices) == (REPORT[0], "2025-01-20", ())
    other = page(SHAPES["p"], head='<html><meta name="publishdate" content="2019/3/5"><body>')
    assert other.metadata.published == "2019-03-05"
    assert [(notice.code, dict(notice.details)) for notice in other.notices] == [
        ("readers.dates-differ", {"meta": "2019-03-05", "page": "2025-01-20"}),
    ]


def test_a_clerk_and_a_script_are_no_source() -> None:
    head = '<html><meta name="author" content="张三"><meta property="og:url" content="javascript:a()"><body>'
    said = page(SHAPES["p"], head=head).metadata
    assert (said.author, said.url) == (None, None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body><div id=app></div><script>load()</script></body></html>", "readers.no-text"),
        (b"<div>" * 60_000 + "法治。".encode(), "readers.too-deep"),
    ],
)
def test_what_holds_no_report_says_why(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == code


@pytest.mark.parametrize("filler", ["<br>", "<p>", "<td>"])
def test_many_tags_that_do_not_nest_are_no_depth(filler: str) -> None:
    assert page(SHAPES["p"] + filler * 60_000).text.startswith(REPORT[0])


def test_where_a_browser_saved_it_from_is_kept() -> None:
    saved = "<!-- saved from url=(0036)http://www.qinghe.example/art/7.html --><html><body>"
    assert page(SHAPES["p"], head=saved).metadata.url == "http://www.qinghe.example/art/7.html"
