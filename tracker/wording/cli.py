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
    "bad_parameter": ("{name}：{message}", "{name}: {message}"),
    "no_such_option": ("没有 {name} 这个选项", "there is no option {name}"),
    "no_such_command": ("没有 {name} 这个命令", "there is no command {name}"),
    "bad_option_usage": ("选项 {name} 用法不对：{message}", "option {name}: {message}"),
    "bad_arguments": ("参数不对：{message}", "{message}"),
    "not_one_of": ("“{value}”不在可选值之内（可选：{choices}）", "“{value}” is none of {choices}"),
    "not_a_year": (
        "“{value}”不是年份（写四位数字，如 2025）",
        "“{value}” is no year (four digits, as in 2025)",
    ),
    "not_a_date": ("“{value}”不是日期（写作 2025-01-20）", "“{value}” is no date (as in 2025-01-20)"),
    "interrupted": ("已中断", "Interrupted"),
    "refused": ("{path}：{reason}", "{path}: {reason}"),
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

Reads annual reports of Chinese governments, holds the plan of one year against
the report of the next, and writes pages to open, print and mail.

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

For each file: issuer, years, sections, items and promises, and what stayed unread.

Examples:
  tracker parse report-of-2025.docx
  tracker parse --format jsonl reports/*.txt > read.jsonl""",
    ),
    "parse_files": ("报告文件", "files of reports"),
    "parse_format": ("tree 供阅读，jsonl 供程序使用", "tree to read, jsonl for programs"),
    # tracker ingest
    "ingest": (
        """将报告读入数据库

可给文件、文件夹和压缩包。同一文件再次读入不会改变什么；
内容有更正的报告另存为新版本，旧版本保留。

示例：
  tracker ingest 报告/
  tracker ingest 下载.html --issuer 清河市人民政府 --year 2024""",
        """Take reports into the store

Files, folders and archives. The same file again changes nothing; a corrected
report is kept as a new version beside the old one.

Examples:
  tracker ingest reports/
  tracker ingest download.html --issuer 清河市人民政府 --year 2024""",
    ),
    "ingest_paths": ("文件、文件夹或压缩包", "files, folders or archives"),
    "ingest_issuer": ("发布单位，以此为准", "the issuer, whatever the text says"),
    "ingest_year": ("报告总结的年份，以此为准", "the year the report covers, whatever the text says"),
    "ingest_published": ("发布日期，如 2025-01-20", "day of publication, as in 2025-01-20"),
    "ingest_url": ("来源网址", "address it was taken from"),
    # tracker reports
    "reports": (
        "列出库中的报告\n\n示例：\n  tracker reports",
        "List the reports in the store\n\nExample:\n  tracker reports",
    ),
    # tracker issuers
    "issuers": (
        """列出、合并发布单位，添加别名

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
    # tracker audit
    "audit": (
        """对照某年的计划与总结，写成网页

将该年的计划与总结该年的报告逐条对照，写出网页和 audit.json。
结论仅就报告文本而言。

示例：
  tracker audit --year 2025
  tracker audit --year 2025 --issuer 清河市人民政府 --out 清河-2025
  tracker audit --year 2025 --strict || echo 有未见下文的承诺""",
        """Hold a year's plan against the report of that year

Writes pages and audit.json. All verdicts speak of the reports' texts only.

Examples:
  tracker audit --year 2025 --lang en
  tracker audit --year 2025 --issuer 清河市人民政府 --out qinghe-2025
  tracker audit --year 2025 --strict || echo something was dropped""",
    ),
    # tracker db
    "db": (
        "升级数据库，查看其版本\n\n示例：\n  tracker db current\n  tracker db upgrade",
        "Upgrade the store, show its version\n\nExamples:\n  tracker db current\n  tracker db upgrade",
    ),
}
