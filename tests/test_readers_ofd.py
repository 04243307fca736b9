from __future__ import annotations

import pytest
from made_files import REPORT, ofd, typeset, zipped

from tracker.readers.ofd import read
from tracker.readers.raw import Unreadable

BODY = "全年组织案卷评查与专项监督，逐案反馈并督促整改到位。"
LONG = (*REPORT[:3], "（二）规范行政执法。" + BODY * 5, *REPORT[4:])
PLACED = [(x / 16 * 5, y / 16 * 5, text) for x, y, text in typeset(LONG)]


def test_lines_are_joined_over_pages() -> None:
    raw = read(ofd([PLACED[:6], PLACED[6:]], title=REPORT[0]))
    assert raw.text.split("\n") == list(LONG)
    assert (raw.format, raw.metadata.title) == ("ofd", REPORT[0])


def test_runs_on_one_line_are_joined() -> None:
    split = [(x + 5 * at, y, text[at : at + 10]) for x, y, text in PLACED for at in range(0, len(text), 10)]
    assert read(ofd([split])).text.split("\n") == list(LONG)


BROKEN = {"OFD.xml": "<OFD><DocRoot>../../etc/passwd</DocRoot></OFD>"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ofd([[]]), "readers.no-text"),
        (zipped(BROKEN), "readers.damaged"),
        (zipped({"OFD.xml": "<OFD/>"}), "readers.damaged"),
        (zipped({"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><OFD>&b;</OFD>'}), "readers.bomb"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == code


@pytest.mark.parametrize("number", ["nan", "1e999", "x", ""])
def test_a_place_that_is_no_number_loses_only_its_run(number: str) -> None:
    made = ofd([[*PLACED]])
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(made)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    page = members["Doc_0/Pages/0.xml"]
    members["Doc_0/Pages/0.xml"] = page.replace('Size="5"', f'Size="{number}"', 1)
    assert read(zipped(members)).text.split("\n")[-3:] == list(LONG[-3:])
