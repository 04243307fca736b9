"""What became of the problems a report admits: problem, plan, measure."""

WORDING: dict[str, tuple[str, str]] = {
    "heading": ("问题—计划—举措", "Problem, plan, measure"),
    "hint": (
        (
            "上一年度报告承认的问题，是否写进计划，计划有没有下文，问题是否年年出现。由程序比对用语得出，仅就报告文本而言；"
            "未检出不等于没有安排，标“待复核”的请核对原文。"
        ),
        (
            "Whether each problem admitted a year before led to a promise, what became of the promise, and whether the "
            "problem returns. Compared by wording, from the texts alone: not found does not mean that nothing was "
            "arranged, and what is to be reviewed needs a look at the text."
        ),
    ),
    "sentence": (
        "{year} 年度报告承认的 {total} 个问题：{kept} 个在计划中检出点名此事的承诺，{back} 个在次年报告中再次检出。",
        (
            "{total} problems admitted in the report on {year}: for {kept} a promise that names them was found, {back} "
            "were found again a year later."
        ),
    ),
    "sentence_waiting": (
        "{year} 年度报告承认的 {total} 个问题：{kept} 个在计划中检出点名此事的承诺；次年报告尚不能比较。",
        (
            "{total} problems admitted in the report on {year}: for {kept} a promise that names them was found; the next "
            "report cannot be compared yet."
        ),
    ),
    "lasting": ("连续 {years} 年提到（{since} 年起）", "Named {years} years running (since {since})"),
    "promises": ("计划与下文", "Promise and answer"),
    "next": ("次年", "A year later"),
    "step_doubtful": ("可能对应，待复核：", "Possibly, to be reviewed:"),
    "step_nothing": (
        "未检出点名此事的承诺，待复核；用语最接近的是：",
        "No promise that names it was found, to be reviewed; the nearest in wording:",
    ),
    "no_promise": ("未检出相近的承诺，待复核", "No promise near it was found; to be reviewed"),
    "no_plan": ("未能读出计划", "No plan could be read"),
    "again_named": ("问题部分再次提到：", "Named again among the problems:"),
    "again_doubtful": ("问题部分可能再次提到，待复核：", "Possibly named again, to be reviewed:"),
    "again_nothing": ("问题部分未检出同一问题", "Not found among the problems"),
}
