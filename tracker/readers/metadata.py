"""What files say of themselves, cleaned: a title that is one, an author that is a body, a date as ISO."""

from __future__ import annotations

import re
from pathlib import PurePath

from tracker.readers.raw import Metadata

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NO_TITLE = re.compile(r"^(新建|未命名|文档|无标题|空白|附件)|\.(docx?|wps|tmp)$|^Microsoft", re.IGNORECASE)
_BODY = re.compile(r"(政府|办公[室厅]|[局厅委院部署会区县市州盟旗镇乡街道处中心])$")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.年]([01]?\d)[-/.月]([0-3]?\d)(?!\d)")
_MONTHS = 12
_DAYS = 31
_LONGEST_TITLE = 120
_LEAST_HAN = 4


def title(text: str | None) -> str | None:
    """Return a title worth keeping: of four Chinese characters or more and no name given by a program."""
    text = " ".join((text or "").split())
    if len(_HAN.findall(text[:_LONGEST_TITLE])) < _LEAST_HAN or _NO_TITLE.search(text[:_LONGEST_TITLE]):
        return None
    return text[:_LONGEST_TITLE]


def author(text: str | None) -> str | None:
    """Return an author that is a public body; a clerk's or a program's name says nothing of the issuer."""
    text = "".join((text or "").split())[:_LONGEST_TITLE]
    return text if len(_HAN.findall(text)) >= _LEAST_HAN and _BODY.search(text) else None


def date(text: str | None) -> str | None:
    """Return the first date in a text as ISO."""
    found = _DATE.search(text or "")
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    return f"{year}-{month:02d}-{day:02d}" if 0 < month <= _MONTHS and 0 < day <= _DAYS else None


def with_name(metadata: Metadata, name: str) -> Metadata:
    """Fill the title from the file's name where the file itself says none."""
    from dataclasses import replace

    return metadata if metadata.title else replace(metadata, title=title(PurePath(name).stem))
