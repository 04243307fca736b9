"""What became of a file, and what it needs."""

WORDING: dict[str, tuple[str, str]] = {
    "taken": ("已入库：{issuer} {year} 年度", "taken in: {issuer}, {year}"),
    "no_promises": (
        "已入库：{issuer} {year} 年度，但没有读出计划，无从对照下一年",
        "taken in: {issuer}, {year}, but no plan was read from it, so nothing can be held against the next year",
    ),
    "newer": (
        (
            "与已有的 {issuer} {year} 年度报告内容不同（承诺有变化 {promises} 处，其他文字增加 {added} 句、减少 {removed} 句）："
            "作为第 {version} 版保存，取代前一版"
        ),
        (
            "differs from the report of {issuer} for {year} already here (promises changed: {promises}, other sentences"
            " added: {added}, gone: {removed}): kept as version {version}, which replaces it"
        ),
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
    "alike": ("以下 {count} 份问的是同一件事，回答其中一份即可：", "one answer settles these {count}:"),
    "how": (
        (
            "请逐一说明：tracker intake resolve 编号 --issuer 单位 --year 年度（缺哪项写哪项，编号见 tracker intake list）；"
            "不是报告的，写 --no-report；读不了的，处理好原文件后用 tracker intake retry 重试"
        ),
        (
            "to answer: tracker intake resolve NUMBER --issuer BODY --year YEAR (what is asked for; the numbers are in"
            " tracker intake list), or --no-report; once a file can be read: tracker intake retry"
        ),
    ),
    "rehearsed": (
        "预演完毕，以上都没有写入；去掉 --dry-run 再运行一次，即正式收入",
        "end of the rehearsal: nothing was stored; run it again without --dry-run to take them in",
    ),
    "promises_alike": (
        "承诺没有变化，只有其他文字不同（{count} 处）",
        "no promise changed, only other sentences did ({count})",
    ),
    "only_added": (
        "承诺没有变化，原有文字也没有变化，只增加了 {count} 句（例如一张表格）",
        "no promise and no sentence changed; the new version only adds {count} (a table, say)",
    ),
    "refused": ("系统拒绝读取：{reason}", "the system refuses to read it: {reason}"),
}
