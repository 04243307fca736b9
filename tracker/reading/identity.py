"""Who issued a report, under which title and number, on which day, and which years it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.reading.furniture import is_furniture, is_signature
from tracker.reading.numbering import value
from tracker.reading.text import Span, fold, lines

_TITLE = re.compile("(?:报告|总结|汇报|建设情况|工作情况)(?:\\(.{0,20}\\))?$")
_WORK_TITLE = re.compile("政府工作(?:的)?报告")
_LAW_TITLE = re.compile("法治政府建设|依法行政|法治建设|依法治")
_SET_OFF = "#*_ \u3000"
_STOP = re.compile("[,。;]")
_LINES_OF_HEAD = 30
_LINES_OF_FOOT = 4
_LONGEST_TITLE = 60
_LONGEST_BANNER = 90
_OPENING = 300
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,16}[〔\[［(（【]\s*(?:19|20)\d{2}\s*[〕\]］)）】]\s*第?\s*\d{1,5}\s*号"
)
_DATE = r"(20\d{2})[年/.-](\d{1,2})[月/.-](\d{1,2})日?"
_DATED = re.compile(rf"(?:^|(?:时间|日期|发布):|新华社.{{0,4}}){_DATE}")
_DAY = re.compile(_DATE)
_HAN_DAY = re.compile(
    "[二〇○零一三四五六七八九0]{4}年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?:年|(?=政府工作报告|国务院))")
_HAN_YEAR = re.compile("([二][〇○0零Oo][〇○0零一二三四五六七八九]{2})年")
_HAN_DIGITS = {char: str(place) for place, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "○0零Oo", "0"
)

_BODY = (
    "(?:人民政府办公(?:厅|室)|政府办公(?:厅|室)|政府办|人民政府|管理委员会|管委会|委员会|政府|[^,。、:]{0,12}局|[^,。、:]{0,8}厅|办事处"
    "|总队|支队|中心|新区|高新区|开发区)"
)
_LAW_SUBJECT = re.compile(
    r"^(?:关于)?(?P<who>[^,。:《》\d]{2,30}?)(?:关于(?:报送|上报|印发)?)?(?:(?:19|20)\d{2}年?度?|年度|推进|法治政府|依法行政)"
)
_SUBJECT = re.compile(
    rf"(?:^|,)(?:(?:19|20)\d{{2}}年(?:度)?(?:以来)?,?|一年来,|今年以来,)?(?P<who>[^,。:《》]{{2,24}}?{_BODY})"
    "(?:坚持|始终|紧紧|深入|全面|认真|严格|以|在|把|将|按照|围绕|切实|高度|坚决|持续|不断|积极|立足|聚焦)"
)
_NOBODY = re.compile("^(?:区|市|县|省|镇|乡|州|旗|街道|我|本|全|各|该|上级|同级|自治区|党)(?!中区|北区|南区)")
_MEETING = re.compile(
    "在(?P<where>[\u4e00-\u9fff]{2,14}?(?:省|市|自治区|自治州|特别行政区|区|县|州|旗|盟))第?[一二三四五六七八九十\\d]{1,4}届(?:人民代表大会|人大)"
)
_COUNCIL = re.compile("代表国务院|国务院(?:政府)?工作报告|国务院总理")
_PLACE_TITLE = re.compile(
    "(?:20\\d{2}年?)?(?P<where>[\u4e00-\u9fff]{2,14}?)(?:20\\d{2}年)?(?:人民)?政府工作报告"
)
_SPEAKS = re.compile("(?:现在,)?我代表(?P<who>[\u4e00-\u9fff]{2,16}?(?:人民政府|国务院))")


@dataclass(frozen=True, slots=True)
class Title:
    """The title as printed (a title on two lines is one, without the break) and where it stands."""

    text: str
    plain: str
    start: int
    end: int


def told(text: str) -> Title:
    """A title that is not in the text but was told beside it."""
    return Title(text, fold(text).text, 0, 0)


def _bare(text: str, line: Span) -> Span:
    """A line without the signs that set a title off: 《…》, or what is left of another program's markup."""
    bare = text[slice(*line)].strip(_SET_OFF)
    if bare[:1] + bare[-1:] in {"《》", "【】"}:
        bare = bare[1:-1]
    start = line[0] + text[slice(*line)].find(bare)
    return start, start + len(bare)


def title(text: str, *, before: int) -> Title | None:
    """The first line before `before` that ends in 报告, with the body named alone on the line above it."""
    above: Span | None = None
    for span in lines(text, 0, before)[:_LINES_OF_HEAD]:
        start, end = _bare(text, span)
        line = text[start:end]
        plain = fold(line).text
        if (is_furniture(line) and not _WORK_TITLE.fullmatch(plain)) or (
            len(plain) > _LONGEST_TITLE and not _STOP.search(plain)
        ):
            continue
        if len(plain) > _LONGEST_TITLE:
            return None
        if _TITLE.search(plain) and (_WORK_TITLE.search(plain) or _LAW_TITLE.search(plain)):
            if above and not is_furniture(text[slice(*above)]) and plain.startswith(("关于", "20")):
                whole = text[slice(*above)] + line
                return Title(whole, fold(whole).text, above[0], end)
            return Title(line, plain, start, end)
        above = (start, end) if is_signature(line) else None
    return None


def document_number(text: str, *, before: int) -> str | None:
    """The number of the document, printed alone on a line before the body."""
    for start, end in lines(text, 0, before)[:_LINES_OF_HEAD]:
        found = _NUMBER.search(text[start:end])
        if found and end - start - len(found.group()) <= 8:  # noqa: PLR2004 -- room for 文号： and brackets
            return found.group()
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None  # noqa: PLR2004 -- a calendar


def _day(line: str) -> str | None:
    """The date a line is for: a date alone, after a label (发布时间：), or in Han digits."""
    plain = fold(line).text
    if "大会" in plain:
        return None
    found = _DATED.search(plain) if is_furniture(line) else _DAY.fullmatch(plain)
    if found:
        return _iso(*(int(part) for part in found.groups()))
    han = _HAN_DAY.fullmatch(plain)
    if han is None:
        return None
    year, month, day = _han_year(plain), value(han["month"]), value(han["day"])
    return _iso(year, month, day) if year and month and day else None


def _foot(text: str, end: int | None) -> list[Span]:
    """The lines a report may be signed in: the four after its last section, then the last four in it."""
    after = len(text) if end is None else end
    return [*lines(text, after)[:_LINES_OF_FOOT], *lines(text, 0, after)[-_LINES_OF_FOOT:][::-1]]


def days(text: str, *, before: int, after: int | None = None) -> Iterator[str]:
    """The days that banners above `before` (时间：2026-02-11) and the signature around `after` give."""
    tops = lines(text, 0, before)[:_LINES_OF_HEAD]
    for start, end in [*tops, *_foot(text, after)]:
        if end - start <= _LONGEST_BANNER and (day := _day(text[start:end])):
            yield day


def _han_year(text: str) -> int | None:
    found = _HAN_YEAR.search(text)
    return int("".join(_HAN_DIGITS[char] for char in found.group(1))) if found else None


def first_year(text: str) -> int | None:
    """The first year a passage names, in digits or 二〇二六年."""
    plain = fold(text).text
    found = _YEAR.search(plain)
    return int(found.group(1)) if found else _han_year(text)


def delivered(text: str, *, before: int) -> int | None:
    """The year of the meeting a work report was delivered to."""
    for start, end in lines(text, 0, before)[:_LINES_OF_HEAD]:
        line = text[start:end]
        if "代表大会" in line or "次会议" in line or ("大会" in line and "年" in line):
            year = first_year(line)
            if year:
                return year
    return None


def work_issuer(text: str, name: Title | None, *, before: int) -> str | None:
    """The government that reports to its congress: 国务院, or the congress's place with 人民政府."""
    plain = fold(text[:before]).text
    if _COUNCIL.search(plain):
        return "国务院"
    meeting = _MEETING.search(plain)
    if meeting:
        return f"{meeting['where']}人民政府"
    speaks = _SPEAKS.search(plain)
    if speaks and len(speaks["who"]) > len("自治区人民政府"):
        return speaks["who"]
    named = _PLACE_TITLE.search(name.plain) if name else None
    if named and not _NOBODY.match(named["where"]):
        return f"{named['where']}人民政府"
    return speaks["who"] if speaks and not _NOBODY.match(speaks["who"]) else None


def _somebody(who: str) -> str | None:
    """A name that says which place it is of; 区政府, 我办 and the like are nobody."""
    name = who.removesuffix("关于").strip("的")
    return None if len(name) < 3 or _NOBODY.match(name) else name  # noqa: PLR2004 -- no body's name is shorter


def law_issuer(text: str, name: Title | None, *, before: int, after: int | None = None) -> str | None:
    """The body a rule-of-law report names in its title, below its end, or as the subject of its opening."""
    if name:
        found = _LAW_SUBJECT.match(name.plain)
        if found and (who := _somebody(found["who"])):
            return who
    for start, end in _foot(text, after):
        line = text[start:end]
        if is_signature(line) and (who := _somebody(_DAY.sub("", fold(line).text))):
            return who
    for start, end in lines(text, name.end if name else 0, before):
        for found in _SUBJECT.finditer(fold(text[start : min(end, start + _OPENING)]).text):
            if who := _somebody(found["who"]):
                return who
    return None
