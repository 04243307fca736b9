from __future__ import annotations

import pytest

from tracker.errors import TrackerError
from tracker.naming import called
from tracker.storage.holdings import Issuer, Name


def body(number: int, *names: str) -> Issuer:
    return Issuer(number, names[0], tuple(Name(name, "report", "2026-01-01") for name in names), 1)


BODIES = [
    body(1, "甲市市中区人民政府", "市中区"),
    body(2, "乙市市中区人民政府", "市中区"),
    body(30, "丙县人民政府"),
]


@pytest.mark.parametrize(
    ("asked", "number"), [("丙县人民政府", 30), ("30", 30), ("2", 2), ("甲市市中区人民政府", 1)]
)
def test_a_number_or_a_name_names_a_body(asked: str, number: int) -> None:
    assert called(asked, BODIES).id == number


@pytest.mark.parametrize(
    ("asked", "code"),
    [("市中区", "cli.several_issuers"), ("3", "cli.unknown_issuer"), ("丙县", "cli.unknown_issuer")],
)
def test_a_name_of_two_bodies_or_of_none_is_refused(asked: str, code: str) -> None:
    with pytest.raises(TrackerError) as raised:
        called(asked, BODIES)
    assert raised.value.code == code
