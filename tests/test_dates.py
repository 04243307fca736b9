from __future__ import annotations

import pytest

from tracker.dates import latest


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((), ""),
        (("2026-03-05T10:12:00+08:00", "2026-03-05T09:00:00+00:00"), "2026-03-05T09:00:00+00:00"),
        (("2026-03-05T10:12:00+08:00", "2026-03-05T01:00:00Z"), "2026-03-05T02:12:00+00:00"),
        (("2026-03-05T02:12:00.999Z",), "2026-03-05T02:12:00+00:00"),
        (("gestern", "2026-03-05", "2026-03-05T02:12:00"), ""),
    ],
)
def test_the_latest_time_whatever_its_offset(times: tuple[str, ...], expected: str) -> None:
    assert latest(times) == expected
