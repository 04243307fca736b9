"""Why a verdict is what it is."""

WORDING: dict[str, tuple[str, str]] = {
    "pending-no-report": (
        "库中尚无回应该年度计划的报告，暂不作结论。",
        "The report that should answer this plan is not in the store, so nothing is concluded.",
    ),
    "pending-no-measures": (
        "回应报告中未能识别出工作成效部分，暂不作结论。",
        "The answering report's review of the year could not be read, so nothing is concluded.",
    ),
    "declaratory": (
        "表态性表述，没有可供查证的内容，不计入各项比率。",
        "A declaration with nothing one could look for; it is left out of all rates.",
    ),
    "answered": (
        "成效部分有回应：“{quote}”（有回应的概率{percent}）。",
        "The review answers it: “{quote}” (probability of an answer {percent}).",
    ),
    "answered-elsewhere": (
        "成效部分以外有回应：“{quote}”（有回应的概率{percent}）。",
        "Answered outside the review of measures: “{quote}” (probability of an answer {percent}).",
    ),
    "aggregate": (
        "由总括性表述回应，未逐项说明：“{quote}”。",
        "Answered only by a claim about all items together: “{quote}”.",
    ),
    "recycled": (
        "所引成效与上年报告逐字相同，只作弱证据：“{quote}”。",
        "The evidence repeats last year's report word for word and counts as weak: “{quote}”.",
    ),
    "underway": (
        "承诺的是结果，报告只说正在推进：“{quote}”。",
        "A result was promised; the report only says it is under way: “{quote}”.",
    ),
    "figure-in-doubt": (
        "报告中有一个低于目标的相近数字，不能认定已达到，也不能认定未达到。",
        "A near figure in the report is below the target: neither met nor missed can be concluded.",
    ),
    "figures-passed-over": (
        "承诺了数字，报告既没有可比数字，也没有写明完成。",
        "Figures were promised; the report gives none that can be compared, nor says that it is done.",
    ),
    "lack-admitted": (
        "问题部分承认此事仍有欠缺，不能认定已完成。",
        "A problem names this very thing as lacking, so it does not count as fulfilled.",
    ),
    "covered-partly": (
        "{total}个分句中只有{covered}个找到对应内容。",
        "Only {covered} of its {total} clauses find anything that answers them.",
    ),
    "not-answered": (
        "成效部分未检出回应（有回应的概率{percent}）；最接近的是：“{quote}”。",
        "No answer was found in the review (probability of an answer {percent}); the nearest is “{quote}”.",
    ),
    "nothing-near": (
        "成效部分没有任何相近的表述。",
        "Nothing in the review comes near it.",
    ),
    "not-admitted-not-repeated": (
        "问题部分未承认此事有欠缺，下一年计划也未再次提出。",
        "No problem names it as lacking, and the next plan does not promise it again.",
    ),
    "admitted": (
        "问题部分点明了此事的欠缺：“{quote}”。",
        "A problem names this very thing as lacking: “{quote}”.",
    ),
    "admitted-beside": (
        "问题部分同时承认：“{quote}”。",
        "The problems also admit: “{quote}”.",
    ),
    "generic-problem": (
        "问题部分有同一领域的泛泛表述，不作为承认：“{quote}”。",
        "A problem in the same field is too general to count as an admission: “{quote}”.",
    ),
    "repeated": (
        "下一年计划再次提出：“{quote}”。",
        "The next plan promises it again: “{quote}”.",
    ),
    "figure-met": (
        "{subject}：目标“{target}”，报告为“{reported}”，达到（{arithmetic}）。原文：“{quote}”。",
        "{subject}: target “{target}”, reported “{reported}”, met ({arithmetic}). Source: “{quote}”.",
    ),
    "figure-missed": (
        "{subject}：目标“{target}”，报告为“{reported}”，未达到（{arithmetic}）。原文：“{quote}”。",
        "{subject}: target “{target}”, reported “{reported}”, missed ({arithmetic}). Source: “{quote}”.",
    ),
    "figure-none": (
        "{subject}：目标“{target}”，报告中没有可比数字。",
        "{subject}: target “{target}”; the report gives no comparable figure.",
    ),
    "figure-due-later": (
        "{subject}：目标“{target}”的期限在本年度之后。",
        "{subject}: target “{target}” falls due only after this year.",
    ),
    "figure-other-unit": (
        "{subject}：目标“{target}”与报告“{reported}”单位不同，不作比较。原文：“{quote}”。",
        "{subject}: target “{target}” and reported “{reported}” differ in unit. Source: “{quote}”.",
    ),
    "figure-other-object": (
        "{subject}：目标“{target}”与报告“{reported}”所指不同，不作比较。原文：“{quote}”。",
        "{subject}: target “{target}” and reported “{reported}” measure other things. Source: “{quote}”.",
    ),
    "figure-like-object": (
        (
            "{subject}：目标“{target}”，报告“{reported}”未达到（{arithmetic}），但所指是否一致存疑，不作结论。"
            "原文：“{quote}”。"
        ),
        (
            "{subject}: target “{target}”, reported “{reported}” falls short ({arithmetic}), but may measure "
            "something else. Source: “{quote}”."
        ),
    ),
    "figure-other-kind": (
        "{subject}：目标“{target}”与报告“{reported}”一为存量一为增量，不作比较。原文：“{quote}”。",
        (
            "{subject}: of target “{target}” and reported “{reported}” one is a level, the other a change. "
            "Source: “{quote}”."
        ),
    ),
    "figure-many-years": (
        "{subject}：目标“{target}”为当年，报告“{reported}”为多年累计或平均，不作比较。原文：“{quote}”。",
        "{subject}: target “{target}” is for one year, reported “{reported}” covers several. Source: “{quote}”.",
    ),
    "figure-part-year": (
        "{subject}：目标“{target}”为全年，报告“{reported}”只到年中某时（{arithmetic}），不作结论。原文：“{quote}”。",
        (
            "{subject}: target “{target}” is for the year, reported “{reported}” covers part of it "
            "({arithmetic}). Source: “{quote}”."
        ),
    ),
    "figure-lower-bound": (
        "{subject}：目标“{target}”，报告只说“{reported}”以上（{arithmetic}），不能断定未达到。原文：“{quote}”。",
        "{subject}: target “{target}”; reported “{reported}” is only a lower bound ({arithmetic}). Source: “{quote}”.",
    ),
    "figure-far-above": (
        "{subject}：报告“{reported}”远高于目标“{target}”，可能是总量，不作比较。原文：“{quote}”。",
        (
            "{subject}: reported “{reported}” is so far above target “{target}” that it may be a total. "
            "Source: “{quote}”."
        ),
    ),
    "drift-verbatim": ("与上次承诺逐字相同。", "Word for word the same promise."),
    "drift-substance": ("内容相同，措辞有变。", "The same in substance, in other words."),
    "drift-figure-lowered": (
        "目标放低：由“{old}”变为“{new}”。",
        "The target was made easier: from “{old}” to “{new}”.",
    ),
    "drift-figure-raised": (
        "目标提高：由“{old}”变为“{new}”。",
        "The target was made harder: from “{old}” to “{new}”.",
    ),
    "drift-figure-gone": ("原定目标“{old}”不再提及。", "The target “{old}” is gone."),
    "drift-deadline-gone": ("原定期限“{old}”不再提及。", "The deadline “{old}” is gone."),
    "drift-deadline-added": ("新增期限“{old}”。", "A deadline was added: “{old}”."),
    "drift-verb-softened": ("措辞由“{old}”弱化为“{new}”。", "“{old}” became the softer “{new}”."),
    "drift-generalised": (
        "具体的“{old}”变为笼统的“{new}”。",
        "The concrete “{old}” became a general “{new}”.",
    ),
}
