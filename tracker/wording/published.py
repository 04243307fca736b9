"""What people add to an audit: second readings, bodies' replies, signatures, corrections, labels."""

WORDING: dict[str, tuple[str, str]] = {
    # tracker review blind, agreement
    "blind": (
        """为第二位复核人生成盲读页

页上没有机器结论、理由和置信度，也没有第一位复核人的决定；承诺按计划原有
顺序排列。第二位复核人保存的文件照常导入，只用于比对，不改变结论。

示例：
  tracker review blind --year 2025 --out blind-2025""",
        """Write pages for a second reader who sees no verdict

They show neither what the machine said, nor why or how sure it was, nor what
the first reader decided; promises stand in the order of the plan. What the
second reader saves is imported as usual; it is compared and decides nothing.

Example:
  tracker review blind --year 2025 --out blind-2025""",
    ),
    "blind_out": ("写入的文件夹", "folder to write"),
    "blind_written": ("盲读页已写好：{page}", "pages for the second reader: {page}"),
    "agreement": (
        """列出两位复核人不一致的承诺，并给出一致率和 Cohen's kappa

示例：
  tracker review agreement --year 2025""",
        """List where two readers differ, with their agreement and Cohen's kappa

Example:
  tracker review agreement --year 2025""",
    ),
    "differ": (
        "{id}  {first_by}：{first}；{second_by}（盲读）：{second}  “{promise}”",
        "{id}  {first_by}: {first}; {second_by} (blind): {second}  “{promise}”",
    ),
    "differ_settled": (
        "{id}  {first_by}：{first}；{second_by}（盲读）：{second}  “{promise}”（此后已再作决定）",
        "{id}  {first_by}: {first}; {second_by} (blind): {second}  “{promise}” (decided since)",
    ),
    "agreed": (
        "两人都看过 {both} 条，一致 {agreed} 条（{share}），Cohen's kappa {kappa}",
        "read by two: {both}; the same verdict: {agreed} ({share}); Cohen's kappa {kappa}",
    ),
    "read_once": (
        "{year} 年没有两人都看过的承诺",
        "no promise for {year} was read by two people yet",
    ),
    "row_blind": ("（盲读）", " (blind)"),
    # tracker review reply, withdraw
    "reply": (
        """把单位自己的说明附在一条承诺上（原样显示在结论旁边）

示例：
  tracker review reply 0123456789abcdef --year 2025 --who 区司法局 --text 已办""",
        """Attach a body's own explanation to a promise, shown beside the verdict

Example:
  tracker review reply 0123456789abcdef --year 2025 --who Office --text Done""",
    ),
    "reply_who": ("说明人（单位或个人）", "who says so for the body"),
    "reply_text": ("说明原文", "its words"),
    "reply_file": ("说明所在的 UTF-8 文本文件", "UTF-8 text file with its words"),
    "reply_source": ("出处（网址或文号）", "where it can be read"),
    "reply_date": ("说明的日期", "its date"),
    "reply_one": ("请用 --text 或 --file 之一给出说明", "give the words by either --text or --file"),
    "reply_empty": ("说明是空的", "the reply is empty"),
    "reply_long": ("说明过长（最多 {most} 字）", "the reply is too long (at most {most} characters)"),
    "reply_unreadable": ("{path} 不是 UTF-8 文本", "{path} is not UTF-8 text"),
    "replied": (
        "说明第 {number} 条已附在承诺 {promise} 上",
        "reply {number} is attached to promise {promise}",
    ),
    "no_reply": ("没有第 {reply} 条说明", "there is no reply {reply}"),
    "reply_withdrawn": ("第 {reply} 条说明已撤回", "reply {reply} was withdrawn already"),
    "withdraw": (
        """撤回一条说明（追加一条撤回记录，原记录保留）

示例：
  tracker review withdraw 3 --who 区司法局""",
        """Withdraw a reply (a new row; the old one stays)

Example:
  tracker review withdraw 3 --who "Office" """,
    ),
    "withdraw_who": ("撤回人", "who withdraws it"),
    "withdrawn": ("第 {number} 条说明已撤回", "reply {number} was withdrawn"),
    # tracker review sign
    "sign": (
        """签发一个单位一年的对照结果

还有待复核的承诺时不能签发；加 --partial 则注明尚有几条。签发以后结论如有
改变，页面上会列出更正。

示例：
  tracker review sign --year 2025 --issuer 宁岳市城市管理局 --reviewer 王敏""",
        """Sign one body's audit of a year

Not while promises wait to be reviewed, unless --partial is given, which says
how many. Verdicts that change after a signature are listed as corrections.

Example:
  tracker review sign --year 2025 --issuer "Office" --reviewer "Wang Min" """,
    ),
    "sign_issuer": ("单位名称或编号", "the body, by name or number"),
    "sign_reviewer": ("签发人姓名", "who signs"),
    "sign_note": ("签发说明", "a note"),
    "sign_partial": ("仍有待复核的也签发", "sign although promises wait to be reviewed"),
    "sign_nothing": (
        "{issuer} {year} 年没有可签发的结果：计划或答复报告不在库中",
        "{issuer} has nothing to sign for {year}: the plan or the answering report is not in the store",
    ),
    "sign_open": (
        "还有 {open} 条待复核，不能签发；先复核，或加 --partial",
        "{open} promises wait to be reviewed; review them first, or give --partial",
    ),
    "signed": (
        "{reviewer} 已签发：承诺 {promises} 条，其中待复核 {open} 条",
        "{reviewer} signed: {promises} promises, {open} of them still to be reviewed",
    ),
    # tracker review export --gold
    "export": (
        """把人工复核结论导出为标注数据，供 tracker evaluate 使用

示例：
  tracker review export --gold --year 2025 --out labels-2025
  tracker evaluate labels-2025/labels.jsonl""",
        """Write what was decided as labels that tracker evaluate takes

Example:
  tracker review export --gold --year 2025 --out labels-2025
  tracker evaluate labels-2025/labels.jsonl""",
    ),
    "gold": ("按标注数据的格式导出", "in the format of labels"),
    "gold_out": ("写入的文件夹", "folder to write"),
    "labelled": ("已写入 {path}（标注 {count} 条）", "wrote {path} ({count} labels)"),
    "labels_left": (
        "{count} 条结论所依据的报告后来有了新版本，未导出",
        "{count} decisions are on reports that have changed since, and were left out",
    ),
    # on the pages
    "flag_outdated": ("复核之后报告有了新版本，请再看", "Decided on an earlier version: look again"),
    "flag_disputed": ("两次复核不一致", "Two readers differ"),
    "disputed": (
        "两次复核不一致：{first_by} 判为“{first}”，{second_by}（盲读）判为“{second}”。",
        "Two readers differ: {first_by} says {first}, {second_by} (blind) says {second}.",
    ),
    "reply_heading": ("单位的说明（原话，非本工具的结论）", "The body's own words (not this tool's verdict)"),
    "reply_by": ("{who} · {date}", "{who} · {date}"),
    "reply_of": ("出处：{source}", "Source: {source}"),
    "replies_unplaced": ("所附承诺已不在计划中的说明", "Replies to promises the plan no longer holds"),
    "unsigned": (
        "尚无人签发：以下结论只是程序的建议和已有的复核意见。",
        "Nobody has signed this yet: the verdicts are the program's proposals and what was decided so far.",
    ),
    "signatures": ("签发", "Signed off"),
    "signature": ("{reviewer} 于 {date} 签发", "Signed by {reviewer} on {date}"),
    "signature_partial": (
        "{reviewer} 于 {date} 部分签发，当时还有 {open} 条待复核",
        "Signed in part by {reviewer} on {date}, with {open} promises still to be reviewed",
    ),
    "corrections": ("更正", "Corrections"),
    "corrections_hint": ("首次签发以后改变的结论。", "Verdicts that changed after the first signature."),
    "correction_none": ("不在计划中", "not in the plan"),
    "correction_report": ("报告有了新版本", "a report was corrected"),
    "correction_machine": ("机器重新判定", "the machine judged anew"),
    "agreement_heading": ("两位复核人的一致程度", "How far two readers agree"),
    "agreement_sentence": (
        "两人都看过 {both} 条承诺，一致 {agreed} 条（{share}），Cohen's kappa {kappa}；不一致而未再作决定的 {open} 条。",
        "Two people read {both} promises and agree on {agreed} ({share}), Cohen's kappa {kappa}; {open} await a decision.",
    ),
}
