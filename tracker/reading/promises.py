"""Which sentences of a plan promise something, and how one could tell whether it was kept."""

from __future__ import annotations

import re
from enum import StrEnum

from tracker.reading.quantities import Quantity, quantities
from tracker.reading.text import fold


class Testability(StrEnum):
    """How one could tell whether a promise was kept."""

    NUMERIC = "numeric"
    DELIVERABLE = "deliverable"
    CONTINUING = "continuing"
    DECLARATORY = "declaratory"


_SHORTEST = 5
_LONGEST_LEAD = 18

_CLOSING = re.compile(
    "^(?:各位代表[,!])?(?:让我们|我们坚信|我们相信|我们深信|我们坚信)|团结在以.{1,12}同志为|^各位代表[^,]{0,2}$"
    "|^各位代表,.{0,20}!$|一定能够?(?!力).{0,60}!?$|必将|^只要.{1,60}(?:就|总|定|必)|^(?:只有|唯有)|谢谢大家"
)
_CONTEXT_FRAME = re.compile(
    "^(?:当前|纵观|放眼|回顾|综合(?:分析|研判|权衡)|从.{1,16}(?:看|来看),|近些?年|去年|过去|一年来|这些(?:目标|指标)|上述(?:目标|指标)"
    "|确定(?:这些|这一|上述)|提出(?:这些|这一|上述)|这样的目标|一些|部分|少数|有的|世界|国际|全球|主要发达国家|(?:这|那)(?:是|些|条|个|就是)|但是?|同时也|(?:20\\d{2}|今)年[^,]{0,16}是)"
)
_STATE = re.compile(
    "(?<![凡就只可但若总要还都正点务])是(?!否)|^符合|拥有|处于|面临|寄托|承载|孕育|赋予|提出了|出现了?|增多|减少了|回落|迈上|已经|仍然|依然|没有|有着|充满"
    "|存在|严重|不容|具有.{0,20}(?:作用|意义|性)$|有利于(?!.{1,12}的)|更加积极有为|前景广阔|体现了|离不开|重在|必须的|还有|愿同|愿与|创造出|迈出"
)
_DOES = re.compile(
    "^(?:继续|持续|进一步|全面|深入|加快|大力|积极|着力|扎实|切实|坚决|严格|稳步|有序|有效|充分|更好|更加|精准|科学|统筹|全力|不断|主动|依法|高质量|高标准|高水平)*"
    "(?:推|加|完善|建|实|开|深化|支持|促|提|强|优化|健全|扩|发|落实|打|培|做|抓|鼓励|引|保|稳|严|改|构|创|制|出|办|巩固|拓|整|治|新[增建改设办开]|统筹|确|防|化|规|探|组"
    "|增|降|争|启|畅|盘|筹|编|修|布|壮|释|营|弘|用好|管好|守|控|压|减|清|服务|参与|丰富|繁荣|形成|解决|消除|聚|突出|抢抓|坚持|围绕|锚定|以)"
)
_COPULA = re.compile("(?<![凡就只可但若总要还都正点务其别的于一二三四五六七八九十])是(?!否)")
_DUTY = re.compile(
    "(?<![重主需必只首纲摘将紧简概提])要(?!求|素|害|点|闻|务)|必须|力争|争取|确保(?=[^,]{2})|今年再|(?:^|[,;:])(?:我们|今年|各级政府)?(?:将|应当|努力|坚决)"
)
_GUIDANCE = re.compile(
    "(?:总体要求|指导思想|总的要求|工作思路|基本原则|总体思路)(?:就|应该)?是[::]|^以.{0,40}为指导,"
)
_PREAMBLE = re.compile(
    "^.{0,60}?(?:抓好|做好|办好|抓|做|把握好?|推进|围绕|聚焦|突出|从|开展|实施)"
    "(?:以下|下列|下面|如下|(?:几|[一二三四五六七八九十两]{1,3}|\\d{1,2})(?:个|项|大|方面|件|点))[^,。]{0,8}?"
    "(?:方面|工作|任务|重点|几点|大事|原则)[^,。]{0,6}[:。;]?$|(?:如下|以下)[^,。]{0,10}[:]$|[^,。]{0,30}(?:主要|重点|具体)(?:是|包括|有)?:$"
)
_CONCRETE = re.compile(
    '\\d|《|"[^"]{2,}"|工程|行动|计划|条例|试点|项目|平台|基地|机制|制度|中心|园区|办法|方案|标准|清单|示范|体系|专项|条件|规划'
)
_STANCE = re.compile(
    "两个确立|四个意识|四个自信|两个维护|政治(?:判断力|领悟力|执行力|规矩|纪律|立场|建设|责任|方向)|党的全面领导|重要讲话|指示批示|决策部署|履职|履行职责|时时放心不下|事事心中有底|底线思维|极限思维"
    "|忧患意识|斗争精神|紧迫感|责任感|使命感|干字当头|实干|务实|真抓|当家人|心上事|放心事|初心|宗旨|头顶|以人民为中心|硬道理|理念|主基调|为民造福"
    "|有为政府|不辜负|能早则早|敢于担当|勇于担当|担当作为|精气神|执行者|高度一致|思想上政治上|清醒|信心|定力|实际行动|人民至上|获得感"
)
_STRONG = re.compile(
    "建设|建立|建成|健全|完善|实施|开展|推广|推行|制定|出台|编制|修订|整治|治理|改造|新建|新增|培育|引进|支持|鼓励|规范|查处|打击|清理|压减|盘活|发放"
    "|补贴|补助|培训|监管|监督|审计|公开|办理|落实|试点|救助|加大|扩大|降低|优化|保证|化解"
)
_RHETORIC = re.compile(
    "^(?:要|始终)?把(?!握)|^(?:要)?让|更足|更深|新篇章|迈进|主动力|稳定锚|制高点|幸福(?!感)|笑容|业绩|底色|本色|(?:扛|担|尽).{0,6}责任|政治责任|温暖|携手|我们|绝不|奋力|争先|开创"
)
_RESPONSIBLE = re.compile("^(?:主办|牵头|责任|配合|协办|承办)单位:|^责任部门:")


_OF_A_NAME = re.compile(
    "[^，。；、\\d]{0,4}(?:行动|工程|重点工作|改革|机制|制度|清单|专项|提升|战略|要求|规定)"
)
_ONCE = re.compile(
    "制定|出台|编制|修订|印发|起草|颁布|开工|竣工|建成|投产|投用|通车|运营|组建|设立|成立|挂牌|举办|承办|筹办|办好.{0,16}(?:会|节|赛|活动)|发布|上线|启动"
    "|争创|创建|申建|申报|申遗|争取.{0,20}(?:落地|获批|支持|布局|纳入)|获批|落地|全面(?:建立|实施|推行|取消|完成)|取消|免征|绘制|参赛|一批"
    "|建立(?!健全|和完善).{0,18}(?:机制|制度|平台|库|清单|档案|中心|规则)|构建.{0,12}(?:图谱|平台|网络)"
    "|(?:建设|打造|布局).{0,18}(?:平台|基地|园区|产业园|项目|走廊|枢纽|实验室|系统|学校|医院|综合体|品牌|线路|产品|图谱)"
)
_BEGUN = re.compile(
    "(?:实施|开展|推出|推行).{0,24}(?:专项整治|专项治理|攻坚战|行动|工程|计划|普查|督察|评估|改革|试点|承诺制|三年)|试点|《[^》]+》|(?:高铁|铁路|高速|机场|水库|水利枢纽|电站|核电|大桥)"
    '|"[^"]{2,16}"(?:行动|工程|计划|平台|品牌|活动|项目|试点|系统|基地)'
)
_ONGOING = re.compile(
    "^(?:持续|继续|接续|进一步|不断|深化|深入|加强|巩固|提升|强化|优化|坚持|坚决|严格|全面落实|稳步|注重|加大)"
)
_VALUES = re.compile(
    "核心价值观|弘扬.{1,12}精神|两个维护|四个意识|七个有之|五个必须|作出.{0,8}贡献|良好风尚|桥梁纽带|先进文化|高度警惕|走在.{0,6}(?:前列|前面)|的文章|执行者|法定职责"
    "|遵守宪法|有效供给|重要实践地|政治清明|发挥更大作用"
)
_MEASURE = re.compile(
    "完善|健全|建立|扩大|支持(?!工会|其)|鼓励|开展|实施|推广|整治|治理|改造|监管|办理|培训|审查|清理|补贴|评查|学习|宣传|督查|考核|调研|优化|普法|述法|备案|合法性|改革|教育"
)


def _is_context(said: str) -> bool:
    """Whether a sentence only says how things stand: a state, and nobody who must or will do anything."""
    head = said.split(",", 1)[0]
    if _DUTY.search(said) or _targets(said):
        return False
    if _DOES.match(said):
        return _COPULA.search(head) is not None
    return _STATE.search(said if _CONTEXT_FRAME.match(said) else head) is not None


def _targets(said: str) -> bool:
    """Whether it names the figures aimed at."""
    return (
        "预期目标" in said
        or re.search("(?:增长|达到?|以上|左右|以内)\\d|\\d[^,]{0,8}(?:以上|左右|以内)", said) is not None
    )


def _is_stance(said: str) -> bool:
    """Whether it is an attitude or rhetoric: nothing in it is done to anything in particular."""
    rest = _STANCE.sub("", said).replace('""', "")
    general = not _CONCRETE.search(rest) and not _STRONG.search(rest)
    return general and (rest != said or _RHETORIC.search(said) is not None)


def is_promise(said: str, *, heading: bool, lead: bool, spoken: bool) -> bool:
    """Whether a folded sentence without its number promises something.

    `heading` says that it heads an item, `lead` that it opens an unnumbered paragraph of several
    sentences. `spoken` is for speeches to a congress, where much is said that promises nothing;
    elsewhere an attitude in the plan is a promise, if a declaratory one.
    """
    if len(said) < _SHORTEST or _RESPONSIBLE.search(said) or (heading and not _aims(said)):
        return False
    if (
        lead
        and len(said) <= _LONGEST_LEAD
        and "," not in said
        and not _ONCE.search(said)
        and not _CONCRETE.search(said)
    ):
        return False
    if _CLOSING.search(said) or _GUIDANCE.search(said) or _PREAMBLE.search(said):
        return False
    return not (spoken and (_is_context(said) or _is_stance(said)))


def testability(text: str) -> Testability:
    """The grade of a promise, from the sentence as printed: figures are read with their quotation marks."""
    said = fold(text).text
    if _aims(text):
        return Testability.NUMERIC
    if _ONCE.search(said) or (_BEGUN.search(said) and not _ONGOING.match(said)):
        return Testability.DELIVERABLE
    return Testability.DECLARATORY if _is_declaration(said) else Testability.CONTINUING


def _aims(text: str) -> bool:
    """Whether a figure is aimed at."""
    return any(_is_target(text, one) for one in quantities(text))


def _is_target(text: str, figure: Quantity) -> bool:
    """Whether a figure is aimed at and not part of a name (“三个清单”, 十大行动, 五项重点工作)."""
    before, after = text[max(0, figure.start - 12) : figure.start], text[figure.end : figure.end + 8]
    return (
        before.rfind("“") <= before.rfind("”") and before.count('"') % 2 == 0 and not _OF_A_NAME.match(after)
    )


def _is_declaration(said: str) -> bool:
    """Whether nothing in it could be looked for: values and attitudes, no measure, no thing."""
    if _is_stance(said):
        return True
    return _VALUES.search(said) is not None and not _CONCRETE.search(said) and not _MEASURE.search(said)
