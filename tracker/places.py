"""The provinces and prefectures of China by their short names, and which of them a text names.

From the list of administrative divisions (民政部, 2024): 31 provinces, 293 prefecture-level cities and
40 prefectures of other kinds. Counties are not listed: only their names' endings are used.
"""

from __future__ import annotations

import re


def _words(table: str) -> list[str]:
    return table.split()


PROVINCES = {
    **dict.fromkeys(_words("北京 天津 上海 重庆"), "市"),
    **dict.fromkeys(
        _words(
            "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 "
            "云南 陕西 甘肃 青海"
        ),
        "省",
    ),
    "内蒙古": "自治区",
    "广西": "壮族自治区",
    "西藏": "自治区",
    "宁夏": "回族自治区",
    "新疆": "维吾尔自治区",
}
"""Short name → what makes it the full one."""

CITIES = frozenset(
    _words("""
    石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州
    临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东
    锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 吉林 四平 辽源 通化 白山 松原 白城 哈尔滨 齐齐哈尔 鸡西
    鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州
    镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北
    铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌
    景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海
    日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘
    信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲 湘潭 衡阳 邵阳
    岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州
    汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州
    河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾
    广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨
    日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水
    武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密
    """)
)
"""Prefecture-level cities: `X市` is one; `X县` and `X区` are counties that share the name."""

REGIONS = {
    **dict.fromkeys(
        _words(
            "延边 恩施 湘西 阿坝 甘孜 凉山 黔西南 黔东南 黔南 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 "
            "临夏 甘南 海北 黄南 海南 果洛 玉树 海西 昌吉 博尔塔拉 巴音郭楞 克孜勒苏 伊犁"
        ),
        "州",
    ),
    **dict.fromkeys(_words("大兴安岭 阿里 阿克苏 喀什 和田 塔城 阿勒泰"), "地区"),
    **dict.fromkeys(_words("兴安 锡林郭勒 阿拉善"), "盟"),
}
"""Prefectures of other kinds, where `X市` is a county-level city."""

SHARED_NAMES = frozenset(
    _words("""
    市中区 市南区 市北区 朝阳区 和平区 河东区 河西区 南开区 河北区 鼓楼区 城关区 桥西区 桥东区 新华区 长安区
    铁西区 铁东区 海州区 江北区 南山区 宝山区 普陀区 青山区 白云区 龙华区 永定区 城区 郊区 矿区 新城区 向阳区
    西安区 通州区 西湖区 东湖区 清河区 海城区 城中区 城东区 城西区 城北区 城南区 东区 西区 龙山区
    西城区 东城区 江南区 城厢区 裕华区 建华区 新兴区 新市区 大通区 昌平区 江岸区 南岸区 道外区 兴安区
    丰台区 东山区 东安区 西山区 北塔区 清浦区 云龙区 石龙区 龙门县 东风区 红旗区 爱民区 永安区 新建区 中原区
    """)
)
"""Names that several counties bear or have borne; a report that says no more does not say which."""

_ETHNIC = "[\u4e00-\u9fff]{1,10}?族"
_PREFECTURE = re.compile(
    f"(?P<city>{'|'.join(sorted(CITIES, key=len, reverse=True))})市"
    f"|(?P<region>{'|'.join(sorted(REGIONS, key=len, reverse=True))})(?:(?:{_ETHNIC})?自治州|州|地区|盟)"
    "|(?P<capital>北京|天津|上海|重庆)市"
)


def prefecture(found: re.Match[str]) -> str:
    """The one way this program writes a prefecture that `_PREFECTURE` found."""
    if found["city"]:
        return f"{found['city']}市"
    return f"{found['region']}{REGIONS[found['region']]}" if found["region"] else str(found["capital"])


def prefectures(text: str) -> frozenset[str]:
    """The prefectures and the four great cities a text names in full (枣庄市; not 枣庄)."""
    return frozenset(prefecture(found) for found in _PREFECTURE.finditer(text))


def leading_prefecture(name: str) -> tuple[str, str]:
    """A prefecture at the head of a name and the rest; an empty one where there is none."""
    found = _PREFECTURE.match(name)
    if found and not found["capital"]:
        return prefecture(found), name[found.end() :]
    return "", name
