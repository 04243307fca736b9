"""What becomes of a promise's wording when it is made again."""

from __future__ import annotations

import pytest

from tracker.judging.drift import Drift, compare_promises, is_copy

CASES = [
    (
        "2024年，建立行政执法案例定期发布制度。",
        "建立行政执法案例定期发布制度。",
        Drift.VERBATIM,
        "drift-verbatim",
    ),
    (
        "一是健全重大决策合法性审查机制。",
        "（二）健全重大决策，合法性审查机制。",
        Drift.VERBATIM,
        "drift-verbatim",
    ),
    ("健全重大决策合法性审查机制。", "完善重大行政决策审查把关制度。", Drift.SUBSTANCE, "drift-substance"),
    (
        "新建镇级法治文化广场12个。",
        "新建镇级法治文化广场8个。",
        Drift.WEAKER,
        "drift-figure-lowered",
    ),
    (
        "新建镇级法治文化广场8个。",
        "新建镇级法治文化广场12个。",
        Drift.STRONGER,
        "drift-figure-raised",
    ),
    (
        "案件办理时限控制在20天以内。",
        "案件办理时限控制在30天以内。",
        Drift.WEAKER,
        "drift-figure-lowered",
    ),
    ("新培育省级创业街区20个。", "培育一批省级创业街区。", Drift.WEAKER, "drift-figure-gone"),
    ("新培育省级创业街区20个。", "持续完善创业担保贷款政策。", Drift.SUBSTANCE, "drift-substance"),
    ("6月底前完成规范性文件清理。", "完成规范性文件清理。", Drift.WEAKER, "drift-deadline-gone"),
    (
        "抓好规范性文件清理工作。",
        "年底前抓好规范性文件清理。",
        Drift.STRONGER,
        "drift-deadline-added",
    ),
    ("确保执法监督平台上线。", "推动执法监督平台上线。", Drift.WEAKER, "drift-verb-softened"),
    ("出具《企业合规指引》3份。", "持续加强企业合规指引工作。", Drift.WEAKER, "drift-generalised"),
]


@pytest.mark.parametrize(("before", "after", "drift", "code"), CASES)
def test_drift(before: str, after: str, drift: Drift, code: str) -> None:
    found = compare_promises(before, after)
    assert found.drift is drift
    assert code in [reason.code for reason in found.reasons]


def test_weaker_in_one_thing_and_stronger_in_another_is_neither() -> None:
    before = "新建口袋公园12个，新建体育公园2个。"
    found = compare_promises(before, "新建口袋公园8个，新建体育公园4个。")
    assert found.drift is Drift.SUBSTANCE
    assert {"drift-figure-lowered", "drift-figure-raised"} <= {reason.code for reason in found.reasons}


def test_a_short_phrase_in_both_is_no_copy() -> None:
    assert not is_copy("加强组织领导。", "加强组织领导。")
    assert not is_copy(
        "健全重大决策合法性审查机制。", "健全重大决策合法性审查机制。" + "另行安排其他事项" * 4
    )


@pytest.mark.parametrize(
    ("before", "after", "drift"),
    [
        ("今年高校毕业生820多万人，促进多渠道就业。", "做好高校毕业生就业帮扶工作。", Drift.SUBSTANCE),
        ("培训高校毕业生8000人。", "继续抓好培训高校毕业生工作。", Drift.WEAKER),
        ("高铁通车里程突破3000公里。", "高速公路通车里程突破9300公里。", Drift.SUBSTANCE),
        ("改善条件，惠及学生7.6万名。", "改善条件，惠及学生3万名。", Drift.SUBSTANCE),
        ("赤字率比去年低0.4个百分点。", "赤字率比去年低0.2个百分点。", Drift.SUBSTANCE),
        ("利用城乡“边角”场地建设体育设施。", "维护提升城乡体育设施场地。", Drift.SUBSTANCE),
        ("开展“青石讲堂”活动进社区。", "持续开展讲堂活动进社区。", Drift.WEAKER),
        ("出台推动园区高质量发展的措施。", "推动口岸高质量发展。", Drift.SUBSTANCE),
        ("执法人员人均年度培训不少于60学时。", "人均年度培训不少于40学时。", Drift.WEAKER),
        ("户籍人口城镇化率达到47%。", "常住人口城镇化率达到60%。", Drift.SUBSTANCE),
        ("推动石门口岸复通。", "推动石门口岸复通；", Drift.VERBATIM),
        (
            "开展“数智乡村”行动，推广应用场景。",
            "深化开展数字乡村行动，办好“数智乡村”论坛。",
            Drift.SUBSTANCE,
        ),
        ("820多万人实现就业。", "促进就业。", Drift.SUBSTANCE),
    ],
)
def test_only_what_was_set_and_named_can_be_lost(before: str, after: str, drift: Drift) -> None:
    assert compare_promises(before, after).drift is drift
