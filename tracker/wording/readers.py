"""Why a file could not be read, and what a reader had to assume."""

WORDING: dict[str, tuple[str, str]] = {
    "empty": ("文件是空的", "the file is empty"),
    "junk": ("不是文本，也不是可识别的文档格式", "neither text nor a known document format"),
}
