"""Saved web pages: the report in them, without what the site put around it.

The tree is not walked: a sign is planted at every edge of a block and the library hands over the text in
one piece, which costs about what parsing costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.readers import metadata
from tracker.readers.encoding import decode, lines
from tracker.readers.kinds import Start
from tracker.readers.layout import row
from tracker.readers.raw import Metadata, Raw, Unreadable
from tracker.readers.site import report
from tracker.reading.document import Notice

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ELEMENT = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|script|style|br|h[1-6])[\s/>]",
    re.IGNORECASE,
)
_EDGE = "\x1e"
_TAB = "\x1f"
_BLOCKS = (
    "p,div,br,hr,table,td,th,caption,ul,ol,li,dl,dt,dd,h1,h2,h3,h4,h5,h6,section,article,main,center,"
    "blockquote,form,fieldset,figure,figcaption,address,pre"
)
_NO_TEXT = [
    *("script", "style", "noscript", "template", "iframe", "select", "textarea", "button", "input", "svg"),
    *("object", "nav", "footer", "aside", "title", "audio", "video"),
]
_HIDDEN = "[hidden],[style*='display:none'],[style*='display: none']"
_MAY_HIDE = ("hidden", "HIDDEN", "display")
_CONTAINERS = frozenset(
    {"div", "table", "tbody", "tr", "td", "article", "section", "main", "center", "form", "body"}
)
_HEADING = re.compile(
    _EDGE + r"\s{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_SPACES = re.compile(r"[ \t\r\f\n\xa0]+")
_WRAPPED = re.compile(r"\n(?<=[^\x00-\x7f]\n)(?=[^\x00-\x7f])")
_TAG = re.compile(
    rb"<(/?)(?!(?:br|hr|img|meta|link|input|p|li|t[drh]|d[td]|tbody|option|col)\b)(?=[a-z])", re.IGNORECASE
)
_MANY_TAGS = 20_000
_DESCENTS = 60
_AROUND = 0.05
_LEAST = 20


def told(start: Start) -> bool:
    """By the first element of a page, whatever stands before it."""
    return _ELEMENT.search(start.text) is not None


def read(data: bytes) -> Raw:
    """Return the report on a page; raises `readers.no-text` for a page that a script fills."""
    _check_depth(data)
    text, notices = decode(data)
    return page(text, notices)


def page(source: str, notices: tuple[Notice, ...] = (), url: str | None = None) -> Raw:
    """Return the report in a page's source; `url` is where a wrapper says it was saved from."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(lines(source).replace(_EDGE, " ").replace(_TAB, " "))
    body = tree.body
    if body is None:
        raise Unreadable("readers.no-text")
    said, contradictions = _said(tree, source, url)
    tree.strip_tags(_NO_TEXT)
    for node in body.css(_HIDDEN) if any(word in source for word in _MAY_HIDE) else ():
        node.decompose()
    _plant(body)
    content = _content(body)
    _rows(content)
    text = "\n".join(report(_lines(content.text())))
    if len(text) < _LEAST:
        raise Unreadable("readers.no-text")
    return Raw(text, "html", said, (*notices, *contradictions))


def _check_depth(data: bytes) -> None:
    """Refuse a page nested so deep that the parser, quadratic in depth, would take hours."""
    if data.count(b"<") < _MANY_TAGS:
        return
    depth = 0
    for tag in _TAG.finditer(data):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _MANY_TAGS:
            raise Unreadable("readers.too-deep")


def _plant(body: LexborNode) -> None:
    """Put a sign at both edges of every block; lines of preformatted text are kept."""
    for node in body.css("pre"):
        node.replace_with(_EDGE + node.text().replace("\n", _EDGE) + _EDGE)
    for node in body.css(_BLOCKS):
        node.insert_before(_EDGE)
        node.insert_after(_EDGE)


def _content(body: LexborNode) -> LexborNode:
    """Go down to the smallest container that holds all prose but a twentieth, and every heading.

    Prose is a block with a full stop: menus, lists of links and footers have none.
    """
    node, (prose, headings) = body, _weigh(body.text())
    for _ in range(_DESCENTS):
        children = [(child, child.text()) for child in node.iter() if child.tag in _CONTAINERS]
        least = prose * (1 - _AROUND)
        weighed = [(*_weigh(text), child) for child, text in children if len(text) >= least and "。" in text]
        if not weighed:
            break
        best, held, chosen = max(weighed, key=lambda each: each[0])
        if best < least or headings > held:
            break
        node, prose, headings = chosen, best, held
    return node


def _weigh(text: str) -> tuple[int, int]:
    """Count the characters of blocks with a full stop, and the blocks that begin with a Chinese number."""
    prose = sum([len(block) for block in text.split(_EDGE) if "。" in block])
    return prose, len(_HEADING.findall(_EDGE + text))


def _rows(content: LexborNode) -> None:
    """Put each row of the innermost tables on one line."""
    for table in content.css("table:not(:has(table))"):
        for line in table.css("tr"):
            cells = [_lines(cell.text()) for cell in line.css("td,th")]
            if len(cells) > 1:
                shown = [each.replace("\t", _TAB) for each in row(cells)]
                line.replace_with(_EDGE + _EDGE.join(shown) + _EDGE)


def _lines(text: str) -> list[str]:
    """Part text at the planted signs; white space counts as in a browser, none between Chinese characters."""
    text = _SPACES.sub(lambda run: "\n" if "\n" in run[0] else " ", text)
    text = _WRAPPED.sub("", text).replace("\n", " ") if "\n" in text else text
    found = [line for line in map(str.strip, text.split(_EDGE)) if line]
    return [line.strip(_TAB).replace(_TAB, "\t") for line in found] if _TAB in text else found


_TITLES = ("articletitle", "og:title", "title", "dc.title")
_DATES = ("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "dc.date", "publish_date")
_AUTHORS = ("contentsource", "source", "article:author", "author", "sitename")
_SHOWN_DATE = re.compile(
    r"(?:发布|发表|成文|生成)(?:日期|时间)[\s:：\]】]{0,8}((?:19|20)\d\d[-/.年][01]?\d[-/.月][0-3]?\d)"
)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,9}\)(\S{1,2000}) -->")
_SITE = re.compile(r" - |--|[_|｜]")
_HEAD, _LINKS, _ABOVE = 4096, 1 << 15, 20_000


def _said(tree: LexborHTMLParser, source: str, url: str | None) -> tuple[Metadata, tuple[Notice, ...]]:
    """Return what the page says of itself: `<meta>` before what it shows, that before `<title>`."""
    metas: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        key = attributes.get("name") or attributes.get("property") or ""
        metas.setdefault(key.lower(), attributes.get("content") or "")
    shown = tree.css_first("h1")
    heading = None if shown is None else shown.text()
    titles = [*(metas.get(key) for key in _TITLES), heading, _own_part(_text(tree, "title"))]
    link = tree.css_first("link[rel=canonical]") if "canonical" in source[:_LINKS] else None
    saved = _SAVED_FROM.search(source[:_HEAD])
    urls = [url, saved and saved[1], metas.get("og:url"), link and link.attributes.get("href")]
    published = _first(metadata.date(metas.get(key)) for key in _DATES)
    visible = _SHOWN_DATE.search(tree.body.text()[:_ABOVE] if tree.body is not None else "")
    said = metadata.date(visible[1]) if visible is not None else None
    notices: tuple[Notice, ...] = ()
    if published and said and published[:4] != said[:4]:
        notices = (Notice("readers.dates-differ", (("meta", published), ("page", said))),)
    return Metadata(
        title=_first(map(metadata.title, titles)),
        published=published or said,
        url=_first(each for each in urls if each and each.startswith(("http://", "https://"))),
        author=_first(metadata.author(metas.get(key)) for key in _AUTHORS),
    ), notices


def _own_part(title: str | None) -> str | None:
    """Return the part of a window's title that is the page's and not the site's."""
    parts = _SITE.split(title or "")
    return next((part for part in parts if "报告" in part), parts[0])


def _text(tree: LexborHTMLParser, selector: str) -> str | None:
    """Return the text of the first element a selector finds."""
    node = tree.css_first(selector)
    return None if node is None else node.text()


def _first(values: Iterable[str | None]) -> str | None:
    """Return the first value that is one."""
    return next((value for value in values if value), None)
