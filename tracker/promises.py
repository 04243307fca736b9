"""Which sentences of a plan promise something, and how one could tell whether it was kept."""

from __future__ import annotations

import re
from enum import StrEnum

from tracker.quantities import quantities


class Testability(StrEnum):
    """How one could tell whether a promise was kept."""

    NUMERIC = "numeric"
    DELIVERABLE = "deliverable"
    CONTINUING = "continuing"
    DECLARATORY = "declaratory"


_SHORTEST = 5
_LONGEST_LEAD = 22

_CLOSING = re.compile(
    "^(?:各位代表[,!])?(?:让我们|我们坚信|我们相信|我们深信|我们坚信)|团结在以.{1,12}同志为|^各位代表[^,]{0,2}$"
    "|^各位代表,.{0,20}!$|一定能够?(?!力).{0,60}!?$|必将|^只要.{1,60}(?:就|总|定|必)|^(?:只有|唯有)|谢谢大家"
)
_CONTEXT_FRAME = re.compile(
    "^(?:当前|纵观|放眼|回顾|综合(?:分析|研判|权衡)|从.{1,16}(?:看|来看),|近些?年|去年|过去|一年来|这些(?:目标|指标)|上述(?:目标|指标)"
    "|确定(?:这些|这一|上述)|提出(?:这些|这一|上述)|这样的目标|(?:这|那)(?:是|些|条|个|就是)|但是?|同时也|(?:20\\d{2}|今)年[^,]{0,16}是)"
)
_STATE = re.compile(
    "(?<![凡就只可但若总要还都正])是(?!否)|处于|面临|寄托|承载|孕育|赋予|提出了|出现了?|增多|减少了|回落|迈上|已经|仍然|依然|没有|有着|充满"
    "|存在|严重|不容|具有.{0,20}(?:作用|意义|性)$|有利于(?!.{1,12}的)|更加积极有为|前景广阔|体现了|形势|离不开|重在|必须的|还有|愿同|愿与|创造出|迈出"
)
_DOES = re.compile(
    "^(?:继续|持续|进一步|全面|深入|加快|大力|积极|着力|扎实|切实|坚决|严格|稳步|有序|有效|充分|更好|更加|精准|科学|统筹|全力|不断|主动|依法|高质量|高标准|高水平)*"
    "(?:推|加|完善|建|实|开|深化|支持|促|提|强|优化|健全|扩|发|落实|打|培|做|抓|鼓励|引|保|稳|严|改|构|创|制|出|办|巩固|拓|整|治|新|统筹|确|防|化|规|探|组"
    "|增|降|争|启|畅|盘|筹|编|修|布|壮|释|营|弘|用好|管好|守|控|压|减|清|服务|参与|丰富|繁荣|形成|解决|消除|聚|突出|抢抓|坚持|围绕|锚定|以)"
)
_DUTY = re.compile(
    "(?<![重主需必只首纲摘将])要(?!求|素|害|点|闻|务)|必须|力争|争取|确保(?=[^,]{2})|今年再|(?:^|[,;:])(?:我们|今年|各级政府)?(?:将|应当|努力|坚决)"
)
_GUIDANCE = re.compile(
    "(?:总体要求|指导思想|总的要求|工作思路|基本原则|总体思路)(?:就|应该)?是[::]|^以.{0,40}为指导,"
)
_PREAMBLE = re.compile(
    "^.{0,60}?(?:抓好|做好|办好|抓|做|把握|推进|围绕|聚焦|突出|从|开展|实施)(?:好|以下|下列|下面|如下|几|[一二三四五六七八九十两]{1,3}|\\d{1,2})[^,。]{0,8}?"
    "(?:方面|工作|任务|重点|实事|几点|大事)[^,。]{0,6}[:。;]?$|(?:如下|以下)[^,。]{0,10}[:]$|[^,。]{0,30}(?:主要|重点|具体)(?:是|包括|有)?:$"
)
_AFTER_GOALS = re.compile(
    "^(?:为|要)?(?:实现|完成|做好|落实)[^,]{0,24}(?:目标|任务|工作|部署)[^,]{0,6},(?:我们)?(?:要|必须|需要|应当|关键|重在)"
)
_CONCRETE = re.compile(
    '\\d|《|"[^"]{2,}"|工程|行动|计划|条例|试点|项目|平台|基地|机制|制度|中心|园区|办法|方案|标准|清单|示范|体系|专项|条件|规划'
)
_STANCE = re.compile(
    "两个确立|四个意识|四个自信|两个维护|政治(?:判断力|领悟力|执行力|规矩|纪律|立场|建设|责任|方向)|时时放心不下|事事心中有底|底线思维|极限思维"
    "|忧患意识|斗争精神|紧迫感|责任感|使命感|干字当头|实干|务实|真抓|当家人|心上事|放心事|初心|宗旨|头顶|以人民为中心|硬道理|理念|主基调|为民造福"
    "|有为政府|各级政府要切实|不辜负|做到起步|能早则早|敢于担当|勇于担当|担当作为|精气神|执行者|高度一致|思想上政治上|清醒|信心|定力"
)
_ACTION = re.compile(
    "加快|加大|加强|扩大|建设|建立|建成|建好|健全|完善|实施|开展|推广|推行|制定|出台|编制|修订|整治|治理|改造|新建|新增|培育|引进|支持|鼓励|引导|规范"
    "|查处|打击|清理|压减|盘活|发放|补贴|补助|培训|监管|监督|审计|公开|办理|落实|改革|试点|保障|救助|改善|发展|推进|优化|强化|用好|降低|提振|反对|杜绝"
    "|执行|推动|促进|提升|扩|化解|防范|稳定|协同"
)
_RESPONSIBLE = re.compile("^(?:主办|牵头|责任|配合|协办|承办)单位:|^责任部门:")


def _is_context(said: str) -> bool:
    """Whether a sentence only says how things stand: a state, and nobody who must or will do anything."""
    if _DUTY.search(said) or _DOES.match(said) or _targets(said):
        return False
    head = said.split(",", 1)[0]
    return (_STATE.search(said if _CONTEXT_FRAME.match(said) else head)) is not None


def _targets(said: str) -> bool:
    """Whether it names the figures aimed at."""
    return (
        "预期目标" in said
        or re.search("(?:增长|达到?|以上|左右|以内)\\d|\\d[^,]{0,8}(?:以上|左右|以内)", said) is not None
    )


def _is_stance(said: str) -> bool:
    """Whether every clause is an attitude: nothing in it is done to anything."""
    clauses = [clause for clause in re.split("[,;:、。!]", said) if clause]
    held = sum(1 for clause in clauses if _STANCE.search(clause))
    done = sum(1 for clause in clauses if not _STANCE.search(clause) and _ACTION.search(clause))
    return held > 0 and done == 0


def is_promise(said: str, *, heading: bool, lead: bool, spoken: bool) -> bool:
    """Whether a folded sentence without its number promises something.

    `heading` says that it heads an item, `lead` that it opens an unnumbered paragraph of several
    sentences. `spoken` is for speeches to a congress, where much is said that promises nothing;
    elsewhere an attitude in the plan is a promise, if a declaratory one.
    """
    if heading or len(said) < _SHORTEST or _RESPONSIBLE.search(said):
        return False
    if lead and len(said) <= _LONGEST_LEAD and not _CONCRETE.search(said):
        return False
    if _CLOSING.search(said) or _GUIDANCE.search(said) or _PREAMBLE.search(said):
        return False
    return not (spoken and (_is_context(said) or _is_stance(said)))


def testability(said: str) -> Testability:
    """The grade of a folded promise."""
    if quantities(said):
        return Testability.NUMERIC
    return Testability.CONTINUING
