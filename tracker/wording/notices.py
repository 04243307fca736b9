"""What a reader of reports could not read or had to assume."""

WORDING: dict[str, tuple[str, str]] = {
    "genre-unknown": (
        "看不出这是法治政府建设年度报告还是政府工作报告",
        "cannot tell whether this is a rule-of-law report or a government work report",
    ),
    "issuer-unknown": (
        "文中没有写明报告单位，请用 --issuer 指明",
        "the text does not say whose report this is; name the body with --issuer",
    ),
    "year-unknown": (
        "文中没有写明报告年度，请用 --year 指明",
        "the text does not say which year it covers; give it with --year",
    ),
    "year-contradiction": (
        "标题或日期所示的报告年度（{title}）与各部分标题所示（{headings}）不一致，以正文标题为准",
        "the title or date points to {title} as the year covered, the headings to {headings}; the headings were taken",
    ),
    "date-contradiction": (
        "页面日期（{published}）早于报告年度（{year}），不可能是发布日期，未予采用",
        "the page is dated {published}, before the year covered ({year}); that date was not believed",
    ),
    "title-contradiction": (
        "文件名或网页标题（{title}）所示年度与正文（{year}）不一致，以正文为准",
        "the file's own name or title ({title}) is of another year than its text ({year}); the text was believed",
    ),
    "plan-year-assumed": (
        "计划部分没有写明年度，按报告年度的下一年（{year}）处理",
        "the plan names no year; it was taken to be for the year after the one covered ({year})",
    ),
    "section-missing": ("未找到“{kind}”部分", "no section of kind “{kind}” was found"),
    "encoding-guessed": (
        "文件没有可靠地写明编码，按 {encoding} 解读",
        "the file does not reliably say its encoding; it was read as {encoding}",
    ),
    "encoding-damaged": (
        "有 {count} 个字符无法解读，已用“�”代替",
        "{count} characters could not be decoded and stand as “�”",
    ),
    "numbering-lost": (
        "Word 自动编号未能读出，条目层次可能不全；装有 LibreOffice 时可以读出",
        "Word's automatic numbers could not be read, so items may be missing; with LibreOffice installed they can be",
    ),
    "scan": (
        "第 {pages} 页只有图片，没有可读的文字",
        "pages {pages} are pictures without text to read",
    ),
}
