"""`tracker review` and what becomes of decisions on their way into the store."""

WORDING: dict[str, tuple[str, str]] = {
    "export_out": ("写入的文件，后缀决定格式", "file to write; its suffix says the format"),
    "export_suffix": (
        "不知道把 {path} 写成什么格式；文件名请以 {known} 之一结尾",
        "{path}: unknown format; end the name in one of {known}",
    ),
    "export_nothing": (
        "{year} 年没有可导出的对照结果：库中没有该年的计划",
        "there is nothing to export for {year}: the store holds no plan for it",
    ),
    "exported": ("已写入 {path}（承诺 {promises} 条）", "wrote {path} ({promises} promises)"),
    "import": (
        """导入复核结论（网页保存的 .json，或填好的 .xlsx 复核表）

先逐条核对：与他人结论冲突的、复核后报告已更正的，都会列出而不导入；
确认无误后加 --force 一并导入。已有的结论从不改写，只追加。

示例：
  tracker review import decisions-2025.json --dry-run
  tracker review import decisions-2025.json""",
        """Import decisions (.json saved by a page, or a filled-in .xlsx sheet)

Everything is checked first: a decision that contradicts another reviewer's,
or was made before a report was corrected, is listed and not imported; --force
takes those in too. Decisions in the store are never changed, only added to.

Examples:
  tracker review import decisions-2025.json --dry-run
  tracker review import decisions-2025.json""",
    ),
    "dry_run": ("只核对，不写入", "check only, write nothing"),
    "force": ("冲突的和报告已更正的也导入", "take in conflicts and decisions on reports since corrected"),
    "log": (
        """列出全部复核记录（含撤销）

示例：
  tracker review log""",
        """Print every decision ever recorded, those taken back too

Example:
  tracker review log""",
    ),
    "undo": (
        """撤销一条复核结论（追加一条撤销记录，原记录保留）

示例：
  tracker review undo 12 --reviewer 张三 --note 看错条目""",
        """Take a decision back (a new row; the old one stays)

Example:
  tracker review undo 12 --reviewer "Zhang San" --note "wrong item" """,
    ),
    "undo_reviewer": ("撤销人姓名", "who takes it back"),
    "undo_note": ("撤销原因", "why"),
    "no_sheet": (
        "{path} 不是 tracker 导出的复核表；请用 tracker export 重新导出",
        "{path} is no review sheet of tracker's; make one with tracker export",
    ),
    "too_large": ("{path} 过大，不像复核文件", "{path} is too large to be a file of decisions"),
    "unreadable": (
        "{path} 不是 JSON 文件；请选择网页“保存”得到的 .json 或填好的 .xlsx",
        "{path} is not JSON; choose the .json a page saved, or a filled-in .xlsx",
    ),
    "not_decisions": (
        "{path} 不是复核结论文件（缺少 tracker.decisions/1 标记）",
        "{path} is no file of decisions (no tracker.decisions/1 in it)",
    ),
    "would_import": (
        "将导入 {taken} 条，已有 {known} 条，撤回 {withdrawn} 条，不导入 {left} 条（未写入）",
        "would import {taken}, already there {known}, taken back {withdrawn}, left out {left} (nothing written)",
    ),
    "imported": (
        "导入 {taken} 条，已有 {known} 条，撤回 {withdrawn} 条，未导入 {left} 条",
        "imported {taken}, already there {known}, taken back {withdrawn}, left out {left}",
    ),
    "force_hint": (
        "上面列出的未导入；核对无误后加 --force 再导入一次",
        "those listed above were left out; once you have checked them, import again with --force",
    ),
    "standing-conflict": (
        "冲突：{year} 年承诺 {promise}，{reviewer} 判为“{verdict}”，{other} 已于 {at} 判为“{theirs}”",
        "conflict: promise {promise} for {year}: {reviewer} says {verdict}, {other} said {theirs} at {at}",
    ),
    "standing-changed": (
        "报告已变：{year} 年承诺 {promise}，{reviewer} 判为“{verdict}”时看到的报告后来有了新版本",
        "changed since: promise {promise} for {year}: {reviewer} said {verdict} on reports that have changed",
    ),
    "standing-unknown": (
        "未找到：库中没有 {year} 年的承诺 {promise}（{reviewer}：“{verdict}”）",
        "unknown: the store has no promise {promise} for {year} ({reviewer}: {verdict})",
    ),
    "flaw-incomplete": ("第 {place} 条不完整，未导入", "entry {place} is incomplete and was left out"),
    "flaw-verdict-unknown": (
        "第 {place} 条的结论“{verdict}”不认识，未导入",
        "entry {place}: “{verdict}” is no verdict; left out",
    ),
    "flaw-time-unreadable": (
        "第 {place} 条的时间“{time}”无法识别，未导入",
        "entry {place}: “{time}” is no time with a zone; left out",
    ),
    "flaw-evidence-unreadable": (
        "第 {place} 条所选依据的位置无效，未导入",
        "entry {place}: the place of its evidence is no span; left out",
    ),
    "row": (
        "{number}  {at}  {reviewer}  {issuer}  {year}  {id}  {verdict}  “{promise}”  {note}",
        "{number}  {at}  {reviewer}  {issuer}  {year}  {id}  {verdict}  “{promise}”  {note}",
    ),
    "row_undo": (
        "{number}  {at}  {reviewer}  {issuer}  {year}  {id}  撤销第 {undoes} 条  “{promise}”  {note}",
        "{number}  {at}  {reviewer}  {issuer}  {year}  {id}  takes back {undoes}  “{promise}”  {note}",
    ),
    "row_undone": ("（已撤销）", " (taken back)"),
    "logged": ("共 {count} 条记录", "{count} rows"),
    "undone": ("已撤销第 {number} 条（记录 {row}）", "decision {number} was taken back (row {row})"),
}
