"""Why a name was taken for a known body's, or could not be."""

WORDING: dict[str, tuple[str, str]] = {
    "given": ("使用者指明的名称", "a name the user gave"),
    "same_name": ("机构和所在地的名称一致", "organ and place are named alike"),
    "same_place": (
        "机构和区县名称一致，且两份报告都写明同一地市",
        "organ and county are named alike, and the reports name the same prefecture",
    ),
    "nobody": (
        "“{name}”没有写明是哪里的机构",
        "“{name}” does not say which place it is of",
    ),
    "unnamed": ("文中没有写明报告单位", "the text does not say whose report it is"),
    "several": ("“{name}”可能是几个不同的主体", "“{name}” could be any of several bodies"),
    "which_place": (
        "“{name}”与已有主体同名，但无法确定是否同一地方",
        "“{name}” is named like a known body, but perhaps of another place",
    ),
}
