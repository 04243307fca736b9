"""Words that say how far a thing is done, that it is lacking, or that everything of a kind is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tracker.reading import numerals


class Stage(StrEnum):
    """How far a clause says a thing has come."""

    DONE = "done"
    UNDERWAY = "underway"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A claim that all things of a kind are done, at text[start:end]; `count` as it says, if it does.

    `tasks` says that it speaks of the plan's tasks (十方面工作任务), not of livelihood projects (民生实事).
    """

    start: int
    end: int
    count: int | None
    tasks: bool


_UNFINISHED = re.compile(
    r"正在|尚在|有序推进|稳步推进|加快推进|顺利推进|推进中|初稿|征求[^，。；]{0,12}意见|会签|前期工作|准备工作|筹备|着手|论证中|拟于"
    r"|完成(?:征迁|选址|立项|可研|初步设计)"
)
_UNDERWAY = re.compile(
    r"扎实推进|积极推进|持续推进|全力推进|加快建设|加速建设|启动(?!仪式)|开工(?!率)|破题|探索|谋划|研究制定|起草|进展顺利|取得.{0,4}进展"
)
_DONE = re.compile(
    r"完成|建成|建立|印发|出台|颁布|制定(?!中)|修订|编制|废止|实现|达到|达|获评|荣获|获批|入选|落地|投用|投产|投运|竣工|通车|通航|开通"
    r"|上线|挂牌|成立|设立|组建|开馆|揭牌|完工|交付|贯通|启用|到位|签订|签约|审结|办结|办理|审查|审核|审议|开展|组织|举办|召开|编发|发布|新增|新建|新改建|改造|整改"
    r"|化解|调解|培训|全覆盖|兑现|销号|下降|增长|提升至|提高到|圆满|全部|累计|[^未不]已|[次件个家场项部人期篇条%]"
)
_ACHIEVED = re.compile(
    r"搭建|形成|开工|建成|完成|出台|印发|投产|投用|通车|竣工|完工|交付|贯通|启用|建立|制定|修订|编制|实现|达到|全覆盖|成立|设立|开通|上线|挂牌|运行|运营"
)
_LACK = re.compile(
    r"不够|不足|不强|不高|不畅|不全|不深|不优|不严|不多|不及时|不到位|不完善|不健全|不平衡|不充分|不规范|不均衡|不顺畅|不匹配|不适应|不理想"
    r"|滞后|尚未|未能|没有|缺乏|缺少|欠缺|短缺|缺口|缺位|短板|弱项|薄弱|差距|乏力|困难|难度|难以|偏[低少弱慢紧软大]|较[低少弱慢]|堵点|痛点"
    r"|任重道远|承压|突出|频发|多发|时有发生|过高|过快|过大|严重|严峻|艰巨|较重|疲软|放缓|不及预期|没有完成|未完成|未达|加剧|矛盾|不[快紧实牢稳准精活]"
    r"|有待|仍需|还需|需要?进一步|亟待|亟需|瓶颈|压力|隐患|问题|参差不齐|流于形式|缓慢|迟缓|搁置|停滞|未(?!来|成年|必|雨)"
)
_NOT_DONE = re.compile(
    r"未(?:能|按|如期|开工|动工|建成|完成|建立|落实|出台|启动|实现|投用|交付|挂牌|印发|到位)|尚未|仍未|还未|至今(?:没有|未)|迟迟|进展缓慢|推进缓慢|搁置|停滞"
    r"|没有(?:按期|如期|完成|建成|建立|出台|落实|启动|实现|形成|开工|交付)|(?:未达|不及|低于)预期"
)
_EMPTY = re.compile(
    r"进一步|有待|需要|仍需|还需|亟待|亟需|不够|不足|不高|不强|问题|困难|短板|差距|薄弱|存在|部分|个别|一些|少数|一定"
    r"|加强|提升|提高|完善|增强|强化|深化|健全|推进|推动|促进|优化|加大|加快|落实|开展|持续|不断|工作|能力|水平|质量|力度|机制"
    r"|方面|领域|建设|经济社会发展|高质量发展|未达|预期|目标|任务|艰巨|繁重|压力|面临|突出"
    r"|法治政府|依法行政|(?:习近平)?法治思想|[^\w]|[的和与及在对为还仍]"
)
_SAYS_DONE = re.compile(r"圆满|超额|如期|提前|全部|全面完成|均已|兑现|清零|全覆盖|完成")
_VAGUE_LACK = re.compile(
    r"(?:仍|还|尚)?(?:有待|需要?|亟待|亟需)(?:进一步|继续|持续)?(?:加强|提升|提高|完善|深化|增强|优化|改进|强化|加大)|还不够(?:深入|高|强|到位)?"
    r"|(?:不够|不)(?:深入|扎实|充分|平衡|到位)|存在(?:一定)?差距"
)
_RESOLVE = re.compile(
    r"辜负|我们(?:将|一定|要)|下.{0,3}气力|直面(?:这些)?问题|认真(?:加以)?解决|采取.{0,6}措施"
)
_ALL = re.compile(
    rf"(?P<count>{numerals.NUMERAL})?(?:[大类件项个方面]{{0,2}})(?:省级|市级|区级|年度|重点|[省市区县])?"
    r"(?:(?P<works>民生实事|为民办实事|惠民实事|利民实事|为民实事|民生项目|实事项目|实事)"
    r"|(?P<tasks>重点工作|工作任务|重点任务|目标任务|年度任务|主要任务|工作要点))"
    r"(?:[^。；！？：的]{0,16}?(?:全部|全面|圆满|如期|顺利|均已|超额|保质保量|高标准|高质量)[^。；！？的]{0,4}?"
    r"(?:完成|办结|兑现|落实|办成|落地|实现|见效)|[^。；！？：，的]{0,6}?(?:完成|落地见效))(?![率情])"
)


def stage(clause: str) -> Stage | None:
    """How far a clause says its thing has come; None where no word tells.

    A result outweighs a beginning (启动 …, 建成), but not what is said to be unfinished (正在 …).
    """
    if _UNFINISHED.search(clause) or (_UNDERWAY.search(clause) and not _ACHIEVED.search(clause)):
        return Stage.UNDERWAY
    return Stage.DONE if _DONE.search(clause) else None


def unfinished(clause: str) -> bool:
    """Whether a clause says outright that its thing is not finished (正在, 初稿, 准备工作)."""
    return _UNFINISHED.search(clause) is not None


def asks_for_a_result(promise: str) -> bool:
    """Whether a promise names a result, so that being under way does not yet keep it."""
    return _ACHIEVED.search(promise) is not None


def achieved(clause: str) -> bool:
    """Whether a clause tells of a result, and of nothing unfinished."""
    return _ACHIEVED.search(clause) is not None and not unfinished(clause)


def names_a_lack(problem: str) -> bool:
    """Whether a passage of a problems section says that something is lacking, not how it will be mended."""
    return _LACK.search(problem) is not None and _RESOLVE.search(problem) is None


def not_done(clause: str) -> bool:
    """Whether a clause says outright that something was not done (未能, 没有建成, 进展缓慢)."""
    return _NOT_DONE.search(clause) is not None


def says_done(clause: str) -> bool:
    """Whether a clause says of itself that its thing is done, without any figure (圆满, 如期, 完成)."""
    return _SAYS_DONE.search(clause) is not None and not unfinished(clause)


def telling(wording: str) -> int:
    """The most characters in a row that are no words of mere lack or effort (进一步加强 …, …能力不足)."""
    return max(map(len, _EMPTY.split(wording)))


def only_vaguely(problem: str) -> bool:
    """Whether all that a problem says is the likes of 有待加强."""
    return _VAGUE_LACK.search(problem) is not None and _LACK.search(_VAGUE_LACK.sub("", problem)) is None


def aggregates(text: str) -> tuple[Aggregate, ...]:
    """Claims such as 40件民生实事全部完成 and 十方面重点工作圆满完成."""
    folded = text.translate(numerals.FOLD)
    return tuple(
        Aggregate(m.start(), m.end(), _count(m["count"]), m["tasks"] is not None)
        for m in _ALL.finditer(folded)
    )


def _count(numeral: str | None) -> int | None:
    """The number of things claimed."""
    value = numerals.value(numeral) if numeral else None
    return None if value is None else int(value)
