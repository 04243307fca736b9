from __future__ import annotations

import quopri
from base64 import encodebytes

import pytest
from made_files import REPORT

from tracker.readers.mhtml import read
from tracker.readers.raw import Unreadable

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.qinghe.example/a.html\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
)
PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in REPORT) + "</body></html>"


def archive(encoding: str, transfer: str) -> bytes:
    body = PAGE.encode(encoding)
    coded = quopri.encodestring(body) if transfer == "quoted-printable" else encodebytes(body)
    frame = b"--B\r\nContent-Type: text/html\r\n\r\n<html><body>ad</body></html>\r\n"
    head = f"--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n".encode()
    return HEAD.encode() + frame + head + coded + b"\r\n--B--\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
def test_the_page_is_found_among_the_parts(encoding: str, transfer: str) -> None:
    raw = read(archive(encoding, transfer))
    assert raw.text.split("\n") == list(REPORT)
    assert (raw.format, raw.metadata.url) == ("mhtml", "http://www.qinghe.example/a.html")


def test_an_archive_without_a_page_is_truncated() -> None:
    with pytest.raises(Unreadable) as caught:
        read(HEAD.encode())
    assert caught.value.code == "readers.truncated"
