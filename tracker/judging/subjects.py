"""What a figure measures: its name without what is said of anything, and how alike two such names are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tracker.matching.wording import alike
from tracker.reading.quantities import TIME_WORDS, Quantity

WHOLE_NAME = 5
"""Least characters of a name that is the same thing with a place or a kind before it (县城供水管网漏损率)."""

SHORT_NAME = 3
"""Least characters of a name that stands for a longer one told before in the sentence (调解率)."""

CONTEXT = 120
"""Characters before a figure that may tell the long name of what it measures."""

_SAID_OF_ANYTHING = re.compile(
    r"力争|确保|创建|争创|认定|覆盖率|推动|推进|深入|实施|开展|建设|建成|新建|新增|打造|培育|新培育|完成|实现|达到|组织|举办|全省|全市|全区|全县|全国"
    r"|全州|全旗|全自治区|全年|今年|去年|累计|年度|同比|稳定在?|保持在?|我[省市区县]|预计|预期|主要|继续|再|共|约|将|要|为"
    r"|（[^（）]{0,12}）|20\d\d年|“十[三四五]五”(?:时期|期间)?|(?<!平)均|[的了等第各全超近达]|左右|以上|比上年|提高|提升|增加(?!值)|增长|下降"
    r"|降低|减少|控制在?|高质量|高标准|大力|加快|扎实|一批|以来|[“”]|[涨增降]幅|增速|温和|上涨"
)
_PREDICATE = re.compile(
    r"(?:实现|入选|获批|获|投产|落地|全部|正在|建成|完成|纳入|加快|进入|达到|通过|上线|开工|投用).*$"
)
_TITLED = re.compile(
    r"(?:企业|项目|单位|产品|案例|成果|地区|县区|村|社区|家)?(?:成功)?(?:入选|获评|获批|获得|被评为|被认定为|列入)(?P<title>.+)"
)


_CLAUSE_END = re.compile(r"[，,；;：:]")
_SENTENCE_END = re.compile(r"[。！？\n]")
_OPPOSED = tuple(
    re.compile(members)
    for members in (
        "户籍|常住",
        "城镇|城市|农村|乡村|城乡",
        "进出口|进口|出口",
        "第一|第二|第三",
        "国家级|省级|市级|区级|县级|乡镇|街道|村级",
        "公办|民办",
        "小学|初中|高中|义务教育|学前|幼儿园",
        "工业|农业|服务业|建筑业",
        "货物|服务",
        "税收|非税",
        "新建|改造|修复",
        "铁路|高铁|高速|公路|航道",
    )
)
"""Words of which at most one fits a thing: 户籍人口城镇化率 is not 常住人口城镇化率."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures: its `core` without what is said of anything, and the `context` before it."""

    core: str
    context: str


def subject(text: str, quantity: Quantity) -> Subject:
    """What a figure of `text` measures; where its clause does not say (年内建成8万平方米), the one before."""
    context = text[max(0, quantity.start - CONTEXT) : quantity.start]
    return Subject(core(quantity) or _named_before(context), context)


def _named_before(context: str) -> str:
    """The clause before the one that ends here, without what is said of anything; empty after a full stop."""
    clauses = _CLAUSE_END.split(_SENTENCE_END.split(context)[-1])
    return _SAID_OF_ANYTHING.sub("", clauses[-2]) if len(clauses) > 1 else ""


def same_subject(one: Subject, other: Subject) -> float:
    """How alike two subjects are, 0–1; a short name counts as the long one its sentence has already told."""
    short, long = sorted((one, other), key=lambda subject: len(subject.core))
    told = long.core.removesuffix(short.core)
    if len(short.core) >= SHORT_NAME and told != long.core and told in short.context:
        return 1.0
    return likeness(one.core, other.core)


def likeness(one: str, other: str) -> float:
    """How alike two measured things are, whatever the order of words: Dice coefficient of pairs, 0–1."""
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    left, right = _pairs(one), _pairs(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def kinship(one: str, other: str) -> float:
    """How much of two measured things is the same in the same order, 0–1; 0 where one has no name."""
    return alike(one, other) if one and other else 0.0


def narrower(name: Subject, other: Subject) -> bool:
    """Whether the other thing is the named one with a place or a kind before it."""
    return len(name.core) >= WHOLE_NAME and other.core.endswith(name.core)


def opposed(one: str, other: str) -> bool:
    """Whether two names differ in a word that cannot be meant both ways (户籍 and 常住)."""
    found = ((group.findall(one), group.findall(other)) for group in _OPPOSED)
    return any(ours and theirs and set(ours).isdisjoint(theirs) for ours, theirs in found)


def core(quantity: Quantity) -> str:
    """The words that say what a figure measures, without what is said of anything."""
    titled = _TITLED.match(quantity.after)
    after = titled["title"] if titled else _PREDICATE.sub("", quantity.after)
    before = TIME_WORDS.sub("", quantity.before)
    return _SAID_OF_ANYTHING.sub("", before) + _SAID_OF_ANYTHING.sub("", after)


def _pairs(text: str) -> Counter[str]:
    """Neighbouring characters, two by two."""
    return Counter(text[i : i + 2] for i in range(len(text) - 1))
