from __future__ import annotations

from tracker.reading.sections import Section, SectionKind, sections

M, P, D, N, X = (
    SectionKind.MEASURES,
    SectionKind.PROBLEMS,
    SectionKind.DUTY,
    SectionKind.PLAN,
    SectionKind.OTHER,
)


def read(text: str, *, work_report: bool = False) -> tuple[Section, ...]:
    return sections(text, 0, len(text), work_report=work_report)


def kinds(text: str, *, work_report: bool = False) -> list[SectionKind]:
    return [section.kind for section in read(text, work_report=work_report)]


def test_the_five_contents_in_the_order_of_the_report() -> None:
    text = (
        "一、主要负责人履行第一责任人职责情况\n带头学法。\n二、主要举措与成效\n办结率100%。\n三、存在的不足和原因\n学习不深。\n"
        "四、“八五”普法责任制落实\n走进社区。\n五、2025年主要安排\n修订办法。\n"
    )
    assert kinds(text) == [D, M, P, X, N]


def test_chapters_without_any_such_word_before_the_problems_are_measures() -> None:
    text = "一、夯实基础\n学法。\n二、规范权力\n审查。\n三、存在的问题\n不够深。\n四、下一步打算\n再学。\n"
    assert kinds(text) == [M, M, P, N]


def test_a_plan_heading_without_a_year() -> None:
    assert kinds("一、工作情况\n学法。\n二、存在问题\n不够深。\n三、改进措施\n再学。\n") == [M, P, N]


def test_one_chapter_of_problems_and_plan_is_divided() -> None:
    text = "一、工作情况\n学法。\n二、存在问题和改进措施\n培训不够。\n下一步，我办将开展培训。\n"
    found = read(text)
    assert [section.kind for section in found] == [M, P, N]
    assert found[2].heading is None
    assert text[found[2].start : found[2].end] == "下一步，我办将开展培训。"


WORK = (
    "一、2025年和“十四五”时期工作回顾\n建成学校5所。\n“十四五”时期，建成医院3所。\n"
    "同时，我们也清醒看到，群众就医还存在不少困难。\n"
    "二、“十五五”时期主要目标任务\n到2030年建成学校50所。\n"
    "三、2026年重点工作\n（一）办好教育。新建学校6所。\n四、加强自身建设\n压减会议10%。\n"
    "附件1\n2026年十件民生实事\n一、新增托位。新增托位1000个。\n二、改造老旧小区。改造20个。\n"
    "附件2 名词解释\n1.托位：婴幼儿照护的位子。\n"
)


def test_a_work_report_of_a_year_between_two_five_year_plans() -> None:
    found = read(WORK, work_report=True)
    assert [section.kind for section in found] == [M, P, X, N, N, N, X]
    assert [section.outline for section in found] == [False, False, True, False, False, False, False]
    assert [item.number for item in found[5].items] == ["一、", "二、"]


def test_a_chapter_of_outline_and_plan_is_divided_where_this_year_begins() -> None:
    text = (
        "一、2025年工作回顾\n建成5所。\n二、“十五五”时期目标任务和2026年工作安排\n"
        "“十五五”时期要建成50所。\n今年要建成6所。\n"
    )
    found = read(text, work_report=True)
    assert [(section.kind, section.outline) for section in found] == [(M, False), (X, True), (N, False)]


def test_unnumbered_chapters_make_numbered_ones_items() -> None:
    text = "2024年工作回顾\n建成5所。\n2025年工作安排\n一、办好教育\n新建6所。\n二、办好医疗\n新建2所。\n"
    found = read(text, work_report=True)
    assert [section.kind for section in found] == [M, N]
    assert [item.heading for item in found[1].items] == ["办好教育", "办好医疗"]


def test_a_heading_broken_over_two_lines_is_one() -> None:
    text = (
        "一、2024年工作回顾\n建成。\n二、2025年工作安排\n新建。\n"
        "三、持续提升\n服务水平\n压减会议。\n再压减。\n"
    )
    assert read(text, work_report=True)[2].heading == "三、持续提升服务水平"


def test_signatures_and_furniture_at_the_end_belong_to_no_section() -> None:
    text = "一、工作情况\n学法。\n二、下一步打算\n再学。\n临河区司法局\n2025年1月3日\n打印本页\n"
    last = read(text)[-1]
    assert text[last.start : last.end].endswith("再学。")


def test_work_of_a_year_before_the_problems_is_measures() -> None:
    text = (
        "一、主要负责人履行第一责任人职责情况\n学法。\n二、2024年法治政府建设主要工作\n审查。\n三、存在的问题\n不够深。\n"
        "四、2025年法治政府建设主要工作\n再学。\n"
    )
    assert kinds(text) == [D, M, P, N]


def test_a_row_of_a_table_is_neither_heading_nor_its_end() -> None:
    table = "序号\t任务\n1\t开展执法监督\n"
    text = f"一、主要举措与成效\n{table}（一）健全制度。完善审查机制。\n二、2025年工作安排\n再学。\n"
    measures = read(text)[0]
    assert measures.heading == "一、主要举措与成效"
    assert [item.number for item in measures.items][-1] == "（一）"
