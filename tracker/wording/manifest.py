"""What is wrong with a table of files."""

WORDING: dict[str, tuple[str, str]] = {
    "columns": (
        "{file}：第一行应为列名 path、issuer、year、published、url（path 必须有；也可写文件、单位、年度、发布日期、网址），现为：{found}",
        "{file}: the first line must name the columns path, issuer, year, published, url (path at least), not: {found}",
    ),
    "twice": ("{file} 第 {line} 行：{path} 出现了两次", "{file}, line {line}: {path} is there twice"),
    "unreadable": ("无法读取 {file}：{reason}", "cannot read {file}: {reason}"),
    "encoding": ("{file} 不是 UTF-8 或 GB18030 文本", "{file} is neither UTF-8 nor GB18030 text"),
    "too_many": ("{file} 第 {line} 行：格子比列名多", "{file}, line {line}: more cells than columns"),
    "no_file": ("{file} 第 {line} 行：没有文件 {path}", "{file}, line {line}: there is no file {path}"),
    "year": (
        "{file} 第 {line} 行：“{value}”不是年份（写四位数字，如 2025）",
        "{file}, line {line}: “{value}” is no year (four digits, as in 2025)",
    ),
    "published": (
        "{file} 第 {line} 行：“{value}”不是日期（写作 2025-01-20）",
        "{file}, line {line}: “{value}” is no date (as in 2025-01-20)",
    ),
}
