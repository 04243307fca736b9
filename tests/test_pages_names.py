from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from sample_audits import audit

from tracker.pages.names import page_link, page_name

HOSTILE = [
    "../../etc/passwd",
    "..",
    "",
    "/",
    "\\\\server\\share",
    "C:\\autoexec",
    "CON",
    "a\0b",
    "市\u202e府",
    "\U00020000" * 500,
    "市" * 500,
    "<script>",
    "%2e%2e%2f",
    "名?x=1#y",
    "-rf",
    ".hidden",
    " 空 格 ",
]


@pytest.mark.parametrize("issuer", HOSTILE)
def test_a_name_is_one_harmless_file(issuer: str) -> None:
    name = page_name(audit(issuer=issuer))
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert len(name.encode()) <= 255
    assert name.isprintable()
    assert not set(name) & set('<>:"/\\|?*%#& ')
    assert name[0] not in ".-"


def test_every_issuer_has_its_own_file_even_where_case_does_not_count() -> None:
    issuers = [*HOSTILE, "con", "澄湖市", "澄湖-市", "澄湖 市"]
    assert len({page_name(audit(issuer=issuer)).casefold() for issuer in issuers}) == len(issuers)


def test_the_link_leads_to_the_file() -> None:
    one = audit(issuer="名?x=1#y 市")
    assert unquote(page_link(one)) == f"bodies/{page_name(one)}"
