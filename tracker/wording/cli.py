"""The command line: help pages (the first line is the one-line help) and what commands say."""

WORDING: dict[str, tuple[str, str]] = {
    # click's own words
    "usage_prefix": ("用法：", "Usage: "),
    "options_metavar": ("[选项]", "[OPTIONS]"),
    "commands_metavar": ("命令 [参数]...", "COMMAND [ARGS]..."),
    "options_heading": ("选项", "Options"),
    "commands_heading": ("命令", "Commands"),
    "arguments_heading": ("参数", "Arguments"),
    "required": ("[必填]", "[required]"),
    "help": ("显示帮助", "show this help"),
    # errors
    "error": ("错误：{message}", "Error: {message}"),
    "usage_error": (
        "用法错误：{message}（帮助：{command} --help）",
        "Usage error: {message} (help: {command} --help)",
    ),
    "missing_parameter": ("缺少 {name}", "{name} is missing"),
    "absent": ("{path} 不存在", "{path} does not exist"),
    "no_such_path": ("没有这个文件或文件夹", "there is no such file or folder"),
    "not_in_range": ("须为 {least} 到 {most} 之间的整数", "must be a whole number from {least} to {most}"),
    "not_a_number": ("须为整数", "must be a whole number"),
    "bad_parameter": ("{name}：{message}", "{name}: {message}"),
    "no_such_option": ("没有 {name} 这个选项", "there is no option {name}"),
    "no_such_command": ("没有 {name} 这个命令", "there is no command {name}"),
    "value_missing": ("选项 {name} 缺少取值", "option {name} needs a value"),
    "no_value": ("选项 {name} 不带取值", "option {name} takes no value"),
    "bad_arguments": ("参数不对：{message}", "{message}"),
    "not_one_of": ("“{value}”不在可选值之内（可选：{choices}）", "“{value}” is none of {choices}"),
    "not_a_year": (
        "“{value}”不是年份（写四位数字，如 2025）",
        "“{value}” is no year (four digits, as in 2025)",
    ),
    "not_a_date": ("“{value}”不是日期（写作 2025-01-20）", "“{value}” is no date (as in 2025-01-20)"),
    "not_jobs": ("“{value}”不是 1 到 64 的整数", "“{value}” is no number from 1 to 64"),
    "interrupted": ("已中断", "Interrupted"),
    "no_right": ("没有权限", "no permission"),
    "read_only": ("位置为只读", "the place is read-only"),
    "disk_full": ("磁盘已满", "the disk is full"),
    "too_large": ("文件超出允许的大小", "the file would grow beyond what is allowed"),
    "not_there": ("不存在", "there is no such file or folder"),
    "no_folder": ("不是文件夹", "not a folder"),
    "a_folder": ("是文件夹，不是文件", "a folder, not a file"),
    "unforeseen": (
        "程序出现未预料的问题：{error}。详情已记入 {log}，请随问题报告附上",
        "something unforeseen happened: {error}. Details are in {log}; please attach it to a bug report",
    ),
    # tracker
    "tracker": (
        """去年的承诺，今年有没有下文？

读取政府工作报告和法治政府建设年度报告，
将上一年的计划与下一年的报告逐条对照，写成可打开、可打印的网页。

示例：
  tracker ingest 2024年报告.docx 2025年报告.docx
  tracker audit --year 2025

--lang 和 --db 也可写在命令之后。""",
        """What became of last year's promises?

Reads annual reports of Chinese governments, holds the plan of one year
against the report of the next, and writes pages to open, print and mail.

Examples:
  tracker ingest report-of-2024.docx report-of-2025.docx
  tracker audit --year 2025

--lang and --db may also follow the command.""",
    ),
    "version": ("显示版本号", "show the version"),
    "lang": ("网页和屏幕的语言", "language of pages and screen"),
    "db_option": (
        "数据库地址或文件，默认 tracker.sqlite",
        "store: a URL or a SQLite file; default tracker.sqlite",
    ),
    # tracker parse
    "parse": (
        """查看报告是怎样被读取的（不写入数据库）

逐个显示文件的单位、年份、章节、条目和承诺，以及未能读出的内容。

示例：
  tracker parse 2025年报告.docx
  tracker parse --format jsonl 报告/*.txt > 读取结果.jsonl""",
        """Show how reports are read; touches no store

For each file: issuer, years, sections, items, promises, what stayed unread.

Examples:
  tracker parse report-of-2025.docx
  tracker parse --format jsonl reports/*.txt > read.jsonl""",
    ),
    "unreadable": ("未能读取 {name}：{reason}", "cannot read {name}: {reason}"),
    "parse_format": ("tree 供阅读，jsonl 供程序使用", "tree to read, jsonl for programs"),
    # tracker check
    "check": (
        """检查报告的体例：内容是否齐全、问题有无原因、是否按时公布

对照注明施行日期的规范文件，逐项列出依据的原文。
可检查文件（不需要数据库），或库中某年的报告。仅就报告文本而言。

示例：
  tracker check 2025年报告.docx
  tracker check --year 2025
  tracker check --strict --format json 报告/*.docx > 检查结果.json""",
        """Check that reports hold what the norm requires

Contents, reasons for problems, publication in time, each with the passage
that shows it, against a dated file of norms. Takes files (no store is needed)
or the store's reports on a year. It speaks of the texts only.

Examples:
  tracker check report-of-2025.docx
  tracker check --year 2025
  tracker check --strict --format json reports/*.docx > checked.json""",
    ),
    "check_year": ("库中总结这一年的报告", "the store's reports that cover this year"),
    "check_norms": ("另用一份规范文件（TOML）", "a file of norms (TOML) instead of the shipped one"),
    "check_format": ("text 供阅读，json 供程序使用", "text to read, json for programs"),
    "check_strict": ("有未检出或逾期的项目时退出码为 3", "exit 3 if something required is not found"),
    # tracker ingest
    "ingest": (
        """将报告读入数据库

可给文件、文件夹和压缩包。同一文件再次读入不会改变什么；
内容有更正的报告另存为新版本，旧版本保留。

示例：
  tracker ingest 报告/
  tracker ingest 报告/ --dry-run
  tracker ingest --manifest 清单.csv
  tracker ingest 下载.html --issuer 清河市人民政府 --year 2024""",
        """Take reports into the store

Files, folders and archives. The same file again changes nothing; a corrected
report is kept as a new version beside the old one.

Examples:
  tracker ingest reports/
  tracker ingest reports/ --dry-run
  tracker ingest --manifest files.csv
  tracker ingest download.html --issuer 清河市人民政府 --year 2024""",
    ),
    "ingest_issuer": ("发布单位，以此为准", "the issuer, whatever the text says"),
    "ingest_year": ("报告总结的年份，以此为准", "the year the report covers, whatever the text says"),
    "ingest_published": ("发布日期，如 2025-01-20", "day of publication, as in 2025-01-20"),
    "ingest_url": ("来源网址", "address it was taken from"),
    "ingest_manifest": ("清单：path,issuer,year,published,url", "a table: path,issuer,year,published,url"),
    "ingest_dry_run": ("只说明会怎样读入，不写入", "say what would be taken as what; store nothing"),
    "ingest_jobs": ("同时读取的进程数", "read in this many processes"),
    "no_files": ("没有可读的文件", "there is no file to read"),
    "rehearsed": ("以下只是预演，什么都没有写入：", "a rehearsal only, nothing was stored:"),
    "ingesting": ("读取", "reading"),
    "kind_taken": ("已收入 {count} 份", "taken in: {count}"),
    "kind_known": ("库中已有 {count} 份", "already here: {count}"),
    "kind_newer": ("已有报告的新版本 {count} 份", "newer versions of reports already here: {count}"),
    "kind_waiting": ("需要您说明 {count} 份", "in need of an answer: {count}"),
    "kind_unreadable": ("未能读取 {count} 份", "could not be read: {count}"),
    "candidates": ("可能是：{names}", "perhaps: {names}"),
    # tracker intake
    "intake": (
        """处理等待说明的文件

看不出单位或年份、不像报告、未能读取的文件都在此等候，一次回答可解决同类文件。

示例：
  tracker intake list
  tracker intake resolve 1f3a9c20 --issuer 清河市人民政府
  tracker intake retry""",
        """Answer for files that wait

Files whose body or year is unclear, that look like no report, or could not be
read wait here; one answer settles all of a kind.

Examples:
  tracker intake list
  tracker intake resolve 1f3a9c20 --issuer 清河市人民政府
  tracker intake retry""",
    ),
    "intake_list": (
        """列出等待说明的文件

每行依次为：编号、文件、需要说明什么。

示例：
  tracker intake list""",
        """List the files that wait

Each line: number, file, and what must be answered.

Example:
  tracker intake list""",
    ),
    "intake_counted": ("等待说明的文件 {count} 份", "files waiting: {count}"),
    "intake_resolve": (
        """说明一份文件是谁的、总结哪一年

示例：
  tracker intake resolve 1f3a9c20 --issuer 清河市人民政府
  tracker intake resolve 1f3a9c20 --year 2024
  tracker intake resolve 1f3a9c20 --no-report""",
        """Say whose report a file is, or of which year

Examples:
  tracker intake resolve 1f3a9c20 --issuer 清河市人民政府
  tracker intake resolve 1f3a9c20 --year 2024
  tracker intake resolve 1f3a9c20 --no-report""",
    ),
    "intake_new": ("这是库中还没有的单位", "the body is none of those in the store"),
    "intake_no_report": ("这不是报告，不再询问", "this is no report; do not ask again"),
    "intake_which": (
        "请写明 --issuer 或 --year，或者只写 --no-report",
        "give --issuer or --year, or --no-report alone",
    ),
    "intake_dismissed": ("{source} 已记为不是报告", "{source} is noted as no report"),
    "intake_unknown": (
        "没有编号或名称为“{file}”的等待文件；用 tracker intake list 查看",
        "no waiting file has the number or name “{file}”; see tracker intake list",
    ),
    "intake_several": (
        "“{file}”对应不止一份文件，请把编号写长一些",
        "“{file}” fits several files; give more digits",
    ),
    "intake_retry": (
        """重新读取所有等待的文件

添加别名或装好 LibreOffice 之后使用。

示例：
  tracker intake retry""",
        """Try all waiting files again

After an alias was added, or LibreOffice installed.

Example:
  tracker intake retry""",
    ),
    # tracker reports
    "reports": (
        """列出库中的报告

每行依次为：单位、体裁、总结的年份、计划的年份、承诺数、版本、来源。

示例：
  tracker reports
  tracker reports diff 清河市人民政府 2024""",
        """List the reports in the store

Each line: issuer, genre, year covered, year planned, promises, version and
source.

Examples:
  tracker reports
  tracker reports diff 清河市人民政府 2024""",
    ),
    "reports_diff": (
        """比较同一份报告的两个版本，先列承诺的变化

示例：
  tracker reports diff 清河市人民政府 2024""",
        """Show what a corrected version changed, promises first

Example:
  tracker reports diff 清河市人民政府 2024""",
    ),
    "diff_versions": ("前一版：{old}\n新一版：{new}", "old version: {old}\nnew version: {new}"),
    "diff_promises": ("承诺有变化 {count} 处", "promises changed: {count}"),
    "diff_others": ("其他文字有变化 {count} 处", "other sentences changed: {count}"),
    "diff_nothing": (
        "{issuer} {year} 年度的报告在库中没有两个版本",
        "the store holds no two versions of the report of {issuer} for {year}",
    ),
    "reports_reread": (
        """用现在的程序重新读取库中的报告

程序更新后使用。人工结论随承诺保留。

示例：
  tracker reports reread""",
        """Read the stored reports anew with this version

After an update of the program. Decisions stay with their promises.

Example:
  tracker reports reread""",
    ),
    "reread": (
        "{issuer} {year} 年度：新读出承诺 {found} 条，不再视为承诺 {lost} 条",
        "{issuer}, {year}: promises found {found}, no longer taken for promises {lost}",
    ),
    "reread_counted": ("重新读取 {count} 份，有变化 {changed} 份", "read anew: {count}, changed: {changed}"),
    "reports_line": (
        "{issuer}\t{genre}\t{year}\t→ {plan}\t承诺 {promises} 条\t第 {version} 版\t{source}",
        "{issuer}\t{genre}\t{year}\t→ {plan}\t{promises} promises\tversion {version}\t{source}",
    ),
    "reports_superseded": (
        "{issuer}\t{genre}\t{year}\t→ {plan}\t承诺 {promises} 条\t第 {version} 版（已被取代）\t{source}",
        "{issuer}\t{genre}\t{year}\t→ {plan}\t{promises} promises\tversion {version} (superseded)\t{source}",
    ),
    "reports_counted": ("报告共 {count} 份", "reports: {count}"),
    "genre_rule_of_law": ("法治政府建设报告", "rule-of-law report"),
    "genre_work_report": ("政府工作报告", "work report"),
    "genre_unknown": ("体裁不明", "genre unknown"),
    # tracker issuers
    "issuers": (
        """列出报告单位，添加别名，合并两个单位

示例：
  tracker issuers
  tracker issuers alias 清河市人民政府 清河市政府
  tracker issuers merge 清河高新区 清河高新技术产业开发区管理委员会""",
        """List issuers, add an alias, merge two

Examples:
  tracker issuers
  tracker issuers alias 清河市人民政府 清河市政府
  tracker issuers merge 清河高新区 清河高新技术产业开发区管理委员会""",
    ),
    "issuers_line": ("{id}\t{name}\t报告 {reports} 份", "{id}\t{name}\treports: {reports}"),
    "issuers_names": ("\t又名：{names}", "\talso: {names}"),
    "issuers_counted": ("单位共 {count} 个", "issuers: {count}"),
    "issuers_alias": (
        """为单位添加别名

此后报告中出现该名称，即归入该单位。单位可写名称或编号。

示例：
  tracker issuers alias 清河市人民政府 清河市政府
  tracker issuers alias 3 清河市政府""",
        """Add a name to an issuer

Reports under this name go to that issuer from now on.
The issuer is given by name or number.

Examples:
  tracker issuers alias 清河市人民政府 清河市政府
  tracker issuers alias 3 清河市政府""",
    ),
    "issuers_aliased": ("“{name}”已记为{issuer}的名称", "“{name}” is now a name of {issuer}"),
    "issuers_merge": (
        """将一个单位并入另一个

前者的报告和名称全部归入后者。先说明会发生什么，再请确认。

示例：
  tracker issuers merge 清河高新区 清河高新技术产业开发区管理委员会
  tracker issuers merge 3 7 --yes""",
        """Merge one issuer into another

Reports and names of the first go to the second.
Says what will happen, then asks.

Examples:
  tracker issuers merge 清河高新区 清河高新技术产业开发区管理委员会
  tracker issuers merge 3 7 --yes""",
    ),
    "yes": ("不再询问", "do not ask"),
    "issuers_will_merge": (
        "{issuer}（报告 {reports} 份）将并入{into}，其名称成为后者的别名；此后不能再拆分",
        "{issuer} (reports: {reports}) goes into {into} and becomes a name of it; nothing splits them again",
    ),
    "sure": ("继续吗？", "Go on?"),
    "issuers_merged": ("{issuer}已并入{into}", "{issuer} is now part of {into}"),
    "unknown_issuer": (
        "库中没有名为“{name}”的单位；用 tracker issuers 可查看全部单位",
        "no issuer is called “{name}”; tracker issuers lists them all",
    ),
    "several_issuers": (
        "叫“{name}”的单位不止一个，请写编号：{numbers}",
        "more than one issuer is called “{name}”; give one of the numbers {numbers}",
    ),
    # tracker audit
    "audit": (
        """对照某年的计划与总结，写成网页

将该年的计划与总结该年的报告逐条对照，写出网页和 audit.json。
一个单位有两年以上对照过，就另写一页历年情况。结论仅就报告文本而言。

示例：
  tracker audit --year 2025
  tracker audit --year 2025 --issuer 清河市人民政府 --out 清河-2025
  tracker audit --every-year --out 历年
  tracker audit --year 2025 --strict || echo 有经人工确认未见回应的承诺""",
        """Hold a year's plan against the report of that year

Writes pages and audit.json, and for a body with two or more audited years
a page through the years. All verdicts speak of the reports' texts only.

Examples:
  tracker audit --year 2025 --lang en
  tracker audit --year 2025 --issuer 清河市人民政府 --out qinghe-2025
  tracker audit --every-year --out years
  tracker audit --year 2025 --strict || echo a person found something dropped""",
    ),
    "audit_year": ("承诺应兑现的年份，默认为最近一年", "year the promises fell due; default: the latest"),
    "audit_every_year": ("各年都对照，每年一个文件夹", "every year with plan and report, a folder each"),
    "one_or_every_year": ("--year 和 --every-year 只能用一个", "use either --year or --every-year"),
    "no_year_to_audit": (
        "库中还没有哪一年既有计划、又有总结该年的报告。",
        "No year in the store has both a plan and the report that covers it yet.",
    ),
    "audit_issuer": ("只看这个单位（可多次给出）", "this body only (may be given again)"),
    "audit_out": ("写入的文件夹，默认 audit-年份", "folder to write; default audit-YEAR"),
    "audit_strict": (
        "有经人工确认未见回应的承诺时退出码为 3（程序判断不算）",
        "exit 3 if a person (not the program alone) found one unanswered",
    ),
    "auditing": ("对照", "auditing"),
    "audited": (
        "{year} 年：单位 {bodies} 个，承诺 {promises} 条。请打开 {page}",
        "{year}: bodies {bodies}, promises {promises}. Open {page}",
    ),
    "no_reports": (
        "库中没有报告；请先用 tracker ingest 读入",
        "there are no reports in the store; take some in with tracker ingest",
    ),
    "nothing_of_year": (
        "库中没有 {year} 年的计划，也没有总结 {year} 年的报告（库中涉及的年份：{known}）",
        "the store holds no plan for {year} and no report that covers it (years it knows: {known})",
    ),
    "nothing_of_issuer": (
        "所指单位没有 {year} 年的计划，也没有总结 {year} 年的报告",
        "the bodies asked for have no plan for {year} and no report that covers it",
    ),
    # tracker review, tracker export
    "review": (
        """导入复核结论、查看记录、撤销

示例：
  tracker review import decisions-2025.json
  tracker review log""",
        """Take in reviewers' decisions, print their history, take one back

Examples:
  tracker review import decisions-2025.json
  tracker review log""",
    ),
    "export": (
        """将某年的对照结果导出为表格（.csv、.xlsx 或 .json）

.xlsx 同时是复核表：在“您的结论”一栏选择，再用 tracker review import 导入。

示例：
  tracker export --year 2025 --out 2025.xlsx
  tracker export --year 2025 --out 2025.csv""",
        """Export a year as a table (.csv, .xlsx or .json)

The .xlsx is a review sheet too: choose in “Your verdict”, save, and take it
in with tracker review import.

Examples:
  tracker export --year 2025 --out 2025.xlsx
  tracker export --year 2025 --out 2025.csv""",
    ),
    "serve": (
        """在本机打开复核页面，结论随即存入数据库

示例：
  tracker serve --year 2025
  tracker serve --year 2025 --blind --port 8766""",
        """Show the pages on this machine and save each decision at once

Examples:
  tracker serve --year 2025
  tracker serve --year 2025 --blind --port 8766""",
    ),
    # tracker db
    # tracker evaluate, tracker field
    "evaluate": (
        """用人工标注检验全流程的准确度

标注文件每行一个 JSON，报告在标注目录的上一级。
训练模型时用过的报告对，先去掉该对重新拟合再检验。

示例：
  tracker evaluate gold/work-reports.jsonl --baselines""",
        """Measure the whole pipeline against labels

One JSON object a line; the reports lie below the folder above the labels.
A pair that trained the model is judged by one refitted without it.

Example:
  tracker evaluate gold/work-reports.jsonl --baselines""",
    ),
    "field": (
        """重建统计表，拟合匹配模型

示例：
  tracker field build --data data --out field.npz
  tracker field fit gold/*.jsonl --name 新表 --out model.json""",
        """Rebuild the table of field statistics, fit the models on it

Examples:
  tracker field build --data data --out field.npz
  tracker field fit gold/*.jsonl --name new --out model.json""",
    ),
    "db": (
        """查看数据库的版本，升级数据库

示例：
  tracker db current
  tracker db upgrade""",
        """Show the store's version, upgrade the store

Examples:
  tracker db current
  tracker db upgrade""",
    ),
    "db_current": (
        """查看数据库的版本

示例：
  tracker db current --db 我的库.sqlite""",
        """Show the store's version

Example:
  tracker db current --db my.sqlite""",
    ),
    "db_upgrade": (
        """将数据库升级到本程序的版本

SQLite 数据库升级前自动备份在同一文件夹。

示例：
  tracker db upgrade --db 我的库.sqlite""",
        """Bring the store to this program's version

A SQLite store is copied first, into the same folder.

Example:
  tracker db upgrade --db my.sqlite""",
    ),
    "db_standing_current": (
        "{path}：版本 {revision}，与本程序一致",
        "{path}: revision {revision}, up to date",
    ),
    "db_standing_older": (
        "{path}：版本 {revision}，较旧；请运行 tracker db upgrade",
        "{path}: revision {revision}, older than this program; run tracker db upgrade",
    ),
    "db_standing_newer": (
        "{path}：版本 {revision}，比本程序新；请升级 tracker",
        "{path}: revision {revision}, newer than this program; upgrade tracker",
    ),
    "db_standing_empty": ("{path}：空数据库", "{path}: an empty database"),
    "db_standing_foreign": ("{path}：不是 tracker 的数据库", "{path}: not a store of tracker"),
    "db_was_current": ("{path} 已是最新（{after}）", "{path} is up to date ({after})"),
    "db_upgraded": ("{path} 已由 {before} 升级到 {after}", "{path} was upgraded from {before} to {after}"),
    "db_backup": ("旧库备份：{path}", "the old store is kept as {path}"),
}
