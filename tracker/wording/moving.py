"""Moving a report that was filed under the wrong body or year."""

WORDING: dict[str, tuple[str, str]] = {
    "move": (
        """把归错单位或年度的报告移到正确之处

承诺连同其上的复核决定一并移动；据别的报告或为别的年度作出的决定，在页面上
列为“需要再看的复核决定”。移动记录只增不减（tracker reports moves）。目标处
已有报告时不移动。

示例：
  tracker reports move 清河市人民政府 2024 --to-year 2023
  tracker reports move 市中区司法局 2024 --to-issuer 枣庄市市中区司法局""",
        """Move a report that is filed under the wrong body or year

Its promises go with it, and all decisions on them; those made against other
reports or for another year are shown for a second look. Every move is kept
(tracker reports moves). Nothing is moved where a report is already.

Examples:
  tracker reports move 清河市人民政府 2024 --to-year 2023
  tracker reports move 市中区司法局 2024 --to-issuer 枣庄市市中区司法局""",
    ),
    "to_issuer": ("报告其实是哪个单位的", "the body whose report it is"),
    "to_year": ("报告其实总结哪一年", "the year it covers"),
    "new": ("--to-issuer 是库中没有的单位", "the body of --to-issuer is none of those known"),
    "version": ("只移动这一版（默认：所有版本）", "move this version only (default: all)"),
    "genre": ("有两种报告时，移动哪一种", "which one, where there is one of each genre"),
    "note": ("移动的原因，记入移动记录", "why; kept with the move"),
    "moved": ("已移动：{source} → {issuer} {year} 年度", "moved: {source} → {issuer}, {year}"),
    "decisions": (
        "有 {count} 条复核决定涉及所移报告，均已保留；请重新运行 tracker audit，查看页面上“需要再看的复核决定”",
        "decisions that rest on it, all kept: {count}; run tracker audit again and look at those for a second look",
    ),
    "nowhere": (
        "请用 --to-issuer 或 --to-year 写明移到哪里（须与现在不同）",
        "say with --to-issuer or --to-year where to, other than where it is",
    ),
    "nothing": (
        "库中没有 {issuer} {year} 年度的这份报告；tracker reports 可列出全部",
        "the store holds no such report of {issuer} for {year}; tracker reports lists all",
    ),
    "genres": (
        "{issuer} {year} 年度有两种报告，请用 --genre 指明移动哪一种",
        "{issuer} has reports of two genres for {year}; say with --genre which one",
    ),
    "moves": (
        """列出所有移动记录

示例：
  tracker reports moves""",
        """List every move

Example:
  tracker reports moves""",
    ),
    "line": ("{at}\t{source}\t{old} → {new}\t{note}", "{at}\t{source}\t{old} → {new}\t{note}"),
    "counted": ("移动记录 {count} 条", "moves: {count}"),
}
