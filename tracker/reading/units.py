"""The units of reports: which convert into each other, and which are merely alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class UnitKind(StrEnum):
    """The family of a unit; figures of different families are never compared."""

    THINGS = "things"
    PEOPLE = "people"
    TIMES = "times"
    VISITS = "visits"
    MONEY = "money"
    FOREIGN_MONEY = "foreign-money"
    PERCENT = "percent"
    POINTS = "points"
    MULTIPLE = "multiple"
    AREA = "area"
    LENGTH = "length"
    WEIGHT = "weight"
    VOLUME = "volume"
    POWER = "power"
    ENERGY = "energy"
    DURATION = "duration"
    DENSITY = "density"
    CONTAINERS = "containers"


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: the unit it is counted in, its family, and the factor between the two."""

    name: str
    kind: UnitKind
    factor: Decimal


_CONVERTED = {
    UnitKind.MONEY: "元 1",
    UnitKind.AREA: "平方米 1 平方公里 1000000 平方千米 1000000 公顷 10000 亩 666.66666667",
    UnitKind.LENGTH: "米 1 公里 1000 千米 1000 海里 1852",
    UnitKind.WEIGHT: "公斤 1 千克 1 斤 0.5 吨 1000 吨标准煤 1000",
    UnitKind.VOLUME: "立方米 1 方 1",
    UnitKind.POWER: "千瓦 1 兆瓦 1000 吉瓦 1000000",
    UnitKind.ENERGY: "千瓦时 1 度 1",
    UnitKind.PERCENT: "% 1 ‰ 0.1",
    UnitKind.POINTS: "个百分点 1 百分点 1 个点 1",
    UnitKind.MULTIPLE: "倍 1",
    UnitKind.DENSITY: "微克/立方米 1 微克 1",
    UnitKind.CONTAINERS: "标箱 1 标准箱 1 TEU 1",
}
_ALIKE = {
    UnitKind.THINGS: (
        "个 家 户 项 件 条 所 座 处 部 篇 份 套 起 宗 台 辆 列 架 艘 对 类 种 张 只 头 匹 株 棵 尾 羽 枚 颗 "
        "门 堂 节 幅 则 例 批 本 册 支 组 间 栋 幢 片 块 款 道 口 眼 根 盏 段 班 卷 副 方面 标段 台套 件套"
    ),
    UnitKind.PEOPLE: "人 名 位",
    UnitKind.TIMES: "次 场 场次 期 轮 回 趟 批次 班次 项次 件次 家次 户次 课时",
    UnitKind.VISITS: "人次",
}
_SEPARATE = {
    UnitKind.FOREIGN_MONEY: "美元 欧元 港元",
    UnitKind.DURATION: "个工作日 工作日 个小时 小时 分钟 天 个月 学时",
}


def _table() -> dict[str, Unit]:
    """Every printed unit."""
    units: dict[str, Unit] = {}
    for kind, line in _CONVERTED.items():
        words = line.split()
        for name, factor in zip(words[::2], words[1::2], strict=True):
            units[name] = Unit(words[0], kind, Decimal(factor))
    for kind, line in _ALIKE.items():
        units |= {name: Unit(line.split()[0], kind, Decimal(1)) for name in line.split()}
    for kind, line in _SEPARATE.items():
        units |= {name: Unit(name.removeprefix("个"), kind, Decimal(1)) for name in line.split()}
    return units | {"日": units["天"]}


UNITS = _table()
_NOT_BEFORE = """
个:体人性别 家:庭长校园电政居门 户:籍外 项:目 条:例 所:有在属 处:置理罚于级 部:门分级委队署 份:额
套:餐路 起:步到来草点 台:阶胞企湾风账 对:接于标口外照 类:似别 种:植粮业质 张:家江 头:部雁 组:织建团
支:持撑付部出 批:准复发量 片:区 班:子 本:级土地科质 道:路德 口:岸碑 门:户类 名:录单牌优列 位:居列于数置
人:才口民员均力工数大们士身文居机 场:馆景所地 期:间限 轮:换训岗 回:落升稳收应 天:然津府空山
方:面案式向法针位便可阵舱 元:宵首旦月素 度:假过 节:能水约日 株:洲 只:有 款:项 根:据本 次:数生要 幅:度
例:如 块:链 间:接 副:省 米:线 日:报前起常均益趋渐本电语上下夜子
"""


def _printed(name: str) -> str:
    """The unit as a pattern that leaves words alone which merely begin like it (部门, 人才)."""
    others = dict(pair.split(":") for pair in _NOT_BEFORE.split()).get(name)
    return re.escape(name) + (f"(?![{others}])" if others else "")


UNIT = "(?:" + "|".join(_printed(name) for name in sorted(UNITS, key=lambda name: (-len(name), name))) + ")"
