"""The report check: what a norm requires, and how a report stands to it."""

WORDING: dict[str, tuple[str, str]] = {
    # what is required
    "require_measures": ("年度主要举措和成效", "Measures and results of the year"),
    "require_problems": ("存在的不足", "Problems"),
    "require_reasons": ("不足的原因", "Reasons for the problems"),
    "require_duty": (
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "How the principal did the duty of the person first responsible",
    ),
    "require_plan": ("下一年度主要安排", "Main arrangements for the next year"),
    "require_report_by": ("按时报送", "Reported in time"),
    "require_publish_by": ("按时公布", "Published in time"),
    # how it stands
    "state_met": ("有", "found"),
    "state_in_time": ("按期", "in time"),
    "state_partly": ("部分有", "in part"),
    "state_aside": ("未单列", "no part of its own"),
    "state_missing": ("未检出", "not found"),
    "state_late": ("晚于期限", "late by its date"),
    "state_unknown": ("无从判断", "cannot be told"),
    # why
    "part": ("有专门部分", "It has a part of its own"),
    "aside": (
        "没有专门部分，但文中有述及，请核对原文",
        "It has no part of its own, but is mentioned; please look at the text",
    ),
    "missing": (
        "未读出这一部分，文中也未检出相关表述，待复核",
        "No such part was read and nothing in the text mentions it; to be reviewed",
    ),
    "unread": (
        "未能读出报告的章节，不作判断",
        "The parts of the report could not be read, so nothing is said",
    ),
    "reasons-given": (
        "所列 {total} 个问题都写了原因",
        "All problems it names ({total}) come with a reason",
    ),
    "reasons-for-all": (
        "所列 {total} 个问题未分别写原因，但有总的原因表述",
        "The problems ({total}) have no reasons of their own, but one is given for all",
    ),
    "reasons-partly": (
        "所列 {total} 个问题中，{part} 个检出原因，其余未检出，待复核",
        "A reason was found for {part} of the {total} problems, none for the others; to be reviewed",
    ),
    "reasons-missing": (
        "问题部分（{total} 个问题）未检出“原因”“由于”“主要是……”等交代原因的表述，待复核",
        "Nothing in the part on problems ({total}) says why, by words such as 原因 or 由于; to be reviewed",
    ),
    "reasons-no-problems": (
        "没有读出问题部分，原因无从判断",
        "No part on problems was read, so nothing can be said of reasons",
    ),
    "report-unknown": (
        "期限 {due}；报告文本看不出何时报送，不作判断",
        "Due {due}; the text does not show when it was reported, so nothing is said",
    ),
    "publish-unknown": (
        "期限 {due}；公布日期不详，不作判断（不等于迟公布）",
        "Due {due}; the day of publication is not known, so nothing is said (unknown is not late)",
    ),
    "publish-odd": (
        "期限 {due}；文本所载日期 {day} 早于报告年度结束，不足为凭，不作判断",
        "Due {due}; the day it bears, {day}, lies before the end of its year, so nothing is said",
    ),
    "publish-met": ("文本所载日期 {day}，不晚于期限 {due}", "It bears the day {day}, not later than {due}"),
    "publish-late": (
        "文本所载日期 {day}，晚于期限 {due}；也可能是更正或转载的日期，待核实",
        "It bears the day {day}, later than {due}; that may be a correction or a reprint; to be verified",
    ),
    # around it
    "held_against": ("依据：{source}，自 {since} 起施行", "Held against: {source}, in force since {since}"),
    "no_norm": (
        "没有适用于这份报告的规范（体裁：{genre}，年度：{year}），未作检查",
        "No norm applies to this report (genre: {genre}, year: {year}), so it was not checked",
    ),
    "genre_rule_of_law": ("法治政府建设年度报告", "rule-of-law report"),
    "genre_work_report": ("政府工作报告", "work report"),
    "genre_unknown": ("未能识别", "unknown"),
    "unknown_year": ("未知", "unknown"),
    "line": ("  [{state}] {requirement}：{reason}", "  [{state}] {requirement}: {reason}"),
    "passage": ("      “{quote}”", "      “{quote}”"),
    "head": ("{issuer} {year} 年度（{source}）", "{issuer}, {year} ({source})"),
    "nobody": ("单位未知", "body unknown"),
    "counted": (
        "检查 {checked} 份，未检出或逾期 {lacking} 项。仅就报告文本而言，待复核。",
        "Checked {checked}; not found or late: {lacking}. This speaks of the texts only; to be reviewed.",
    ),
    "bad_file": ("规范文件 {path} 不合格式：{why}", "{path} is no file of norms: {why}"),
    "files_or_year": (
        "请给出文件，或用 --year 指定库中的年份",
        "give files, or --year for the reports of the store",
    ),
    "nothing_of_year": (
        "库中没有总结 {year} 年的报告",
        "the store holds no report that covers {year}",
    ),
    # on the page of a body
    "heading": ("报告体例检查", "Report check"),
    "hint": (
        "对照规范看报告应有的内容是否齐全。由程序按标题和用语识别，仅就报告文本而言；“未检出”待复核。",
        (
            "Whether the reports hold what the norm requires. Read by headings and cue words, from the text alone; "
            "“not found” is to be reviewed."
        ),
    ),
    "requirement": ("要求", "Required"),
    "report_of": ("{year} 年度报告", "Report of {year}"),
    "since": ("，自 {since} 起施行", ", in force since {since}"),
}
