from __future__ import annotations

import pytest

from tracker.reading.commitments import commitments
from tracker.reading.document import read
from tracker.reading.ending import is_after

TITLE = "青禾县司法局2024年度法治政府建设年度报告"
REPORT = f"""{TITLE}
2024年，青禾县司法局扎实推进法治政府建设各项工作。现将有关情况报告如下：
一、主要举措与成效
（一）健全学法制度。全年组织集体学法6次，参加240余人次。
二、存在的不足和原因
基层执法力量与任务不相适应，部分干部法治思维有待增强。
三、2025年度工作安排
（一）印发《青禾县行政执法监督办法》，年内开展专项监督不少于3次。
（二）建成县级公共法律服务中心，实现镇街全覆盖。
"""
PLAIN = read(REPORT)
ABOVE = {
    "trail": f"当前位置：首页 > 政务公开 > 法定主动公开内容 > 重点领域信息公开 > 法治政府建设 > {TITLE}\n",
    "short trail": f"首页>>政府信息公开>>{TITLE}\n发布时间：2025-01-21 10:20  来源：县司法局\n"
    "【字体：大 中 小】\n",
    "menu": "首页 县情概况 政务公开 政务服务 互动交流 专题专栏 数据开放 "
    "走进青禾 营商环境 智能问答 无障碍阅读 长者版 登录\n",
    "label": f"首页\n政务公开\n索引号：000014349/2025-00012\n发文机关：青禾县司法局\n标题：{TITLE}\n",
}
SET_OFF = ("# {}", "**{}**", "《{}》", "【{}】")
BELOW = {
    "links": "相关链接\n青禾县2024年政府信息公开工作年度报告\n关于开展2025年度行政执法案卷评查工作的通知\n",
    "dated links": "青禾县2024年政府信息公开工作年度报告 2025-01-12\n"
    "关于印发2025年普法工作要点的通知 2025-01-10\n",
    "neighbours": "上一篇：青禾县司法局2025年重点工作安排\n"
    "下一篇：县司法局开展送法进企业活动\n打印本页 关闭窗口\n",
    "imprint": "扫一扫在手机打开当前页\n主办：青禾县人民政府 承办：青禾县人民政府办公室\n"
    "网站标识码：2306000001  黑ICP备05001234号  黑公网安备 23060002000012号\n"
    "版权所有：青禾县人民政府 未经授权不得转载。\n",
    "shared": "分享到：微信 微博\n【打印】【关闭】\n相关阅读：\n"
    "· 我县推进“八五”普法总结验收\n友情链接\n省政府网站\n",
    "copies": "抄送：县委办公室，县人大常委会办公室，县政协办公室。\n青禾县司法局办公室 2025年1月20日印发\n",
    "foot": "网站首页 | 关于我们 | 网站地图 | 法律声明\n联系地址：青禾县中心路1号\n",
    "sites": "国务院部门网站\n省级政府网站\n一、部门网站\n二、镇街网站\n",
}
SIGNED = "青禾县司法局\n2025年1月20日\n"


@pytest.mark.parametrize("above", ["", *ABOVE])
@pytest.mark.parametrize("signed", ["", SIGNED], ids=["unsigned", "signed"])
@pytest.mark.parametrize("below", ["", *BELOW])
def test_the_page_around_a_report_changes_nothing_in_it(above: str, signed: str, below: str) -> None:
    report = read(ABOVE.get(above, "") + REPORT + signed + BELOW.get(below, ""))
    assert (report.title, report.issuer, report.reported_year) == (TITLE, "青禾县司法局", 2024)
    assert [part.heading for part in report.sections] == [part.heading for part in PLAIN.sections]
    assert [one.text for one in commitments(report)] == [one.text for one in commitments(PLAIN)]
    assert report.text[: report.sections[-1].end].endswith("实现镇街全覆盖。")


@pytest.mark.parametrize("form", SET_OFF)
def test_what_sets_a_title_off_is_no_part_of_it(form: str) -> None:
    report = read(REPORT.replace(TITLE, form.format(TITLE), 1))
    assert (report.title, report.issuer) == (TITLE, "青禾县司法局")


def test_a_title_that_begins_with_a_quoted_name_keeps_it() -> None:
    title = "《法治政府建设实施方案》2024年度落实情况和法治政府建设报告"
    assert read(REPORT.replace(TITLE, title, 1)).title == title


def test_links_below_a_signature_do_not_hide_it() -> None:
    assert read(REPORT + SIGNED + BELOW["links"] + BELOW["imprint"]).published == "2025-01-20"


def test_an_annex_below_the_signature_stays() -> None:
    annex = "附件1：青禾县2025年民生实事\n1.新建学校5所\n2.改造老旧小区12个\n"
    assert read(REPORT + SIGNED + annex).sections[-1].heading == "附件1：青禾县2025年民生实事"


@pytest.mark.parametrize(
    "tail",
    [
        "（三）相关信息系统年内全部接入省级平台\n",
        (
            "（三）稳定和扩大就业\n年度目标：城镇新增就业5000人以上。\n主办单位：县人力资源社会保障局、县财政局\n"
            "（四）改善农村出行\n年度目标：新改建农村公路100公里以上。\n主办单位：县交通运输局\n"
        ),
        "（三）办好政府网站\n（四）相关文件年内清理完毕\n",
    ],
)
def test_what_only_looks_like_a_site_stays(tail: str) -> None:
    report = read(REPORT + tail)
    assert report.text[: report.sections[-1].end] == (REPORT + tail).rstrip()


def test_a_line_of_the_site_above_the_text_ends_nothing() -> None:
    report = read(REPORT.replace("\n", "\n打印本页\n关闭窗口\n", 1))
    assert [one.text for one in commitments(report)] == [one.text for one in commitments(PLAIN)]


def test_a_line_longer_than_any_of_a_site_is_not_even_looked_at() -> None:
    assert is_after("上一篇：甲")
    assert not is_after("上一篇" * 100_000)
