"""Where a report ends and the page around it goes on: links, neighbours, imprint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.reading.furniture import is_signature
from tracker.reading.numbering import mark_at
from tracker.reading.text import Span

_LABEL = r"(?:相关|推荐|延伸|热点|精彩)(?:文档|文章|报道|阅读|链接|新闻|信息|稿件|推荐)"
_AFTER = re.compile(
    rf"[【\[(（]?\s*(?:{_LABEL}(?:推荐|列表|更多)?\s*(?:[】\])）：:>]|$)|分享到|上一[篇条]|下一[篇条]|友情链接"
    r"|(?:主办|主管|承办)(?:单位)?\s*[：:].{2,40}(?:办|网站)\w{0,4}\s*[：:]|版权所有|网站地图|网站标识码|技术支持\s*[：:]|联系电话\s*[：:]"
    r"|.{0,30}(?:ICP备|公网安备)|(?:国务院|各?省|各?市|各?区县|地方|国家|中央)\w{0,6}网站$"
    r"|抄[送报]\s*[：:]|公开属性\s*[：:]|(?:网站)?首页\s*[|｜]|扫一扫|关闭窗口|打印本?页|返回顶部|附件：.{0,80}\.(?:docx?|pdf|xlsx?|wps|ofd|zip)$)"
)
_LINK = re.compile(r".{4,80}\s[\[(（]?20\d\d[-/.]\d{1,2}[-/.]\d{1,2}[\])）]?$")
_DATED = re.compile(r"(?:日|\d)[)）]?$")
_ANNEX = re.compile(r"附\s*[件录表：:]")
_PROSE = re.compile("[。；;]")
_IMPRINT = 120
_LONGEST = 160


def is_after(line: str) -> bool:
    """Whether a stripped line is one that sites set below what they publish, and some above it."""
    return len(line) <= _LONGEST and _AFTER.match(line) is not None


def of_report(text: str, body: Sequence[Span]) -> Sequence[Span]:
    """The paragraphs without those of the page below: links would be read as promises that nobody made.

    A line of the site ends the report where no more prose follows than an imprint has; where no such line
    does, dated links below the last prose do, and whatever follows signature and date but an annex.
    """
    lines = [text[start:end] for start, end in body]
    prose = [len(line) if _PROSE.search(line) and not is_after(line) else 0 for line in lines]
    below = sum(prose)
    for place, line in enumerate(lines):
        if below <= _IMPRINT and is_after(line):
            return _without_links(body[:place], lines, prose)
        below -= prose[place]
    return _without_links(body, lines, prose)


def _without_links(body: Sequence[Span], lines: Sequence[str], prose: Sequence[int]) -> Sequence[Span]:
    """The paragraphs up to the first link below the last prose, or to the first line below the signature."""
    last = next((place for place in range(len(body) - 1, -1, -1) if prose[place]), len(body))
    signed = False
    for place in range(last + 1, len(body)):
        line = lines[place]
        if _LINK.match(line):
            return body[:place]
        if _ANNEX.match(line):
            break
        if is_signature(line):
            signed = signed or _DATED.search(line) is not None
        elif signed and mark_at(line, 0, len(line)) is None:
            return body[:place]
    return body
