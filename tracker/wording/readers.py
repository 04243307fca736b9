"""Why a file could not be read, and what a reader had to assume."""

WORDING: dict[str, tuple[str, str]] = {
    "empty": ("文件是空的", "the file is empty"),
    "junk": ("不是文本，也不是可识别的文档格式", "neither text nor a known document format"),
    "truncated": ("文件不完整，可能没有下载完", "the file is incomplete; perhaps the download broke off"),
    "damaged": ("文件已损坏，或内部结构有误", "the file is damaged or its structure is wrong"),
    "encrypted": ("文件有密码，请先解密再导入", "the file is locked by a password; unlock it first"),
    "bomb": ("压缩内容异常庞大，拒绝展开", "it would unpack to an absurd size and was not opened"),
    "too-large": ("文件过大，不像是一份报告", "the file is too large to be a report"),
    "too-deep": ("网页嵌套层数异常，拒绝解析", "the page is nested too deeply to be one"),
    "no-text": (
        "文件中没有正文；网页请待正文显示后再另存",
        "it holds no report text; save a web page only once its text shows",
    ),
    "scan": (
        "这是扫描件（{pages} 页图片），没有文字层；请先做文字识别（OCR）",
        "this is a scan ({pages} pages of pictures) without a text layer; run OCR on it first",
    ),
    "image": ("这是一张图片；请先做文字识别（OCR）", "this is a picture; run OCR on it first"),
    "no-unicode": (
        "PDF 中的文字没有编码信息，提取出来是乱码；请改用其他版本",
        "the PDF does not say which characters its letters are; get the report in another form",
    ),
    "unsupported": ("不支持这种文件格式", "this format is not supported"),
    "archive": ("请先解压（只能直接读取 .zip）", "unpack it first (only .zip is opened)"),
    "is-archive": (
        "压缩包层层嵌套过深，请先解压",
        "archives lie too deep within one another; unpack them first",
    ),
    "needs-office": (
        "读取这种格式（{format}）需要 LibreOffice；请安装后重试，或另存为 .docx",
        "reading this format ({format}) needs LibreOffice; install it and try again, or save the file as .docx",
    ),
    "office-failed": ("LibreOffice 无法打开这个文件", "LibreOffice could not open the file"),
    "timeout": ("读取超过 {seconds} 秒，已停止", "reading took more than {seconds} seconds and was stopped"),
    "memory": ("读取所需内存过多，已停止", "reading took too much memory and was stopped"),
    "crash": ("文件使读取程序崩溃，已跳过", "the file crashed its reader and was left out"),
    "unreadable": ("无法打开文件：{reason}", "the file cannot be opened: {reason}"),
    "failed": ("读取程序未能处理这个文件（{error}）", "its reader could not cope with the file ({error})"),
    "encoding-guessed": (
        "文件没有可靠的编码标记，按内容判断为 {encoding}",
        "the file does not reliably say its encoding; its content says {encoding}",
    ),
    "encoding-damaged": ("有 {count} 个字符无法解码", "{count} characters could not be decoded"),
    "numbering-lost": (
        "文件中的一部分自动编号无法还原，层次可能不准",
        "some automatic numbers could not be restored; the structure may be off",
    ),
    "scan-pages": (
        "第 {pages} 页只有图片，没有文字，未能读取",
        "pages {pages} are pictures without text and were not read",
    ),
    "dates-differ": (
        "网页标记的发布日期（{meta}）与页面所示（{page}）年份不同，取前者",
        "the page's tags give {meta} as its date, the page shows {page}; the tags were believed",
    ),
}
