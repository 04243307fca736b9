"""What became of a file, and what it needs."""

WORDING: dict[str, tuple[str, str]] = {
    "taken": ("已入库：{issuer} {year} 年度", "taken in: {issuer}, {year}"),
    "no_promises": (
        "已入库：{issuer} {year} 年度，但没有读出计划，无从对照下一年",
        "taken in: {issuer}, {year}, but no plan was read from it, so nothing can be held against the next year",
    ),
    "newer": (
        "与已有的 {issuer} {year} 年度报告内容不同：作为第 {version} 版保存，取代前一版",
        "differs from the report of {issuer} for {year} already here: kept as version {version}, which replaces it",
    ),
    "known": (
        "早已入库：{issuer} {year} 年度第 {version} 版",
        "already here: {issuer}, {year}, version {version}",
    ),
    "known_otherwise": (
        "早已作为 {issuer} {year} 年度入库，本次所给的主体或年度与之不同，未作改动",
        "already here as {issuer}, {year}; the body or year now given differs, nothing was changed",
    ),
    "same_wording": (
        "与已入库的 {issuer} {year} 年度第 {version} 版文字相同",
        "says the same as {issuer}, {year}, version {version}, already here",
    ),
    "dismissed": ("此前已确认不是报告", "was said before to be no report"),
    "no_report": (
        "不像法治政府建设年度报告或政府工作报告；若确是报告，请写明主体和年度",
        "looks like neither a rule-of-law report nor a work report; if it is one, say whose and of which year",
    ),
    "which_year": ("看不出报告年度，请指明", "the year it covers cannot be told; please say which"),
    "refused": ("系统拒绝读取：{reason}", "the system refuses to read it: {reason}"),
}
