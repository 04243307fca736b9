"""What the pages say: headings, labels, and the sentences that keep a reader from a wrong conclusion."""

WORDING: dict[str, tuple[str, str]] = {
    "cannot_write": ("无法写入 {folder}：{why}", "Cannot write to {folder}: {why}"),
}
