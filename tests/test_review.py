from __future__ import annotations

import pytest

from tracker.audits.audit import Decision
from tracker.audits.second import agreement
from tracker.judging.verdicts import Verdict
from tracker.review import Held, Standing, Submitted, receive, weigh

ENTRY = {
    "commitment_id": "0123456789abcdef",
    "year": 2025,
    "verdict": "dropped",
    "reviewer": "王芳",
    "decided_at": "2026-03-01T09:00:00+08:00",
}


def payload(*entries: object, **more: object) -> dict[str, object]:
    return {"schema": "tracker.decisions/1", "decisions": list(entries), **more}


def decision(verdict: Verdict = Verdict.DROPPED, reviewer: str = "王芳", hour: int = 9) -> Decision:
    return Decision("0123456789abcdef", verdict, reviewer, f"2026-03-01T{hour:02}:00:00+08:00", "", None)


def test_an_entry_with_the_required_keys_is_a_decision() -> None:
    received = receive(payload(ENTRY))
    assert received.submitted == (Submitted(2025, decision(), None),)
    assert not received.flaws


def test_note_evidence_and_what_was_seen_come_along() -> None:
    rich = {
        **ENTRY,
        "note": "第三段",
        "evidence": {"start": 4, "end": 9},
        "seen": {"baseline": "a", "answer": "b"},
    }
    (one,) = receive(payload(rich)).submitted
    assert (one.decision.note, one.decision.evidence, one.seen) == ("第三段", (4, 9), "a:b")


def test_what_was_seen_may_stand_once_for_the_whole_file() -> None:
    (one,) = receive(payload(ENTRY, seen={"baseline": "a", "answer": None})).submitted
    assert one.seen == "a:"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reviewer": " "}, "incomplete"),
        ({"year": "2025"}, "incomplete"),
        ({"verdict": "pending"}, "verdict-unknown"),
        ({"verdict": "=cmd()"}, "verdict-unknown"),
        ({"decided_at": "昨天"}, "time-unreadable"),
        ({"decided_at": "2026-03-01T09:00:00"}, "time-unreadable"),
        ({"evidence": {"start": 9, "end": 4}}, "evidence-unreadable"),
        ({"evidence": "第三段"}, "evidence-unreadable"),
    ],
)
def test_a_bad_entry_is_a_flaw_and_stops_no_other(change: dict[str, object], code: str) -> None:
    received = receive(payload({**ENTRY, **change}, ENTRY))
    assert [(flaw.place, flaw.code) for flaw in received.flaws] == [(1, code)]
    assert len(received.submitted) == 1


@pytest.mark.parametrize(
    "other",
    [None, [], {}, {"schema": "tracker.audit/1", "decisions": []}, payload() | {"decisions": 3}],
)
def test_a_file_of_another_kind_is_one_flaw(other: object) -> None:
    assert [flaw.place for flaw in receive(other).flaws] == [0]


def test_what_a_reviewer_takes_back_is_told_apart() -> None:
    back = {"commitment_id": "x", "year": 2025, "reviewer": "王芳"}
    assert [one.commitment_id for one in receive(payload(withdrawn=[back, "junk"])).withdrawn] == ["x"]


@pytest.mark.parametrize(
    ("held", "standing"),
    [
        (None, Standing.UNKNOWN),
        (Held("a:b"), Standing.NEW),
        (Held("a:c"), Standing.CHANGED),
        (Held("a:b", (decision(),), decision()), Standing.SAME),
        (Held("a:b", (decision(),), None), Standing.SAME),
        (Held("a:b", (decision(hour=8),), decision(hour=8)), Standing.NEW),
        (Held("a:b", (), decision(Verdict.FULFILLED, "李强")), Standing.CONFLICT),
        (Held("a:b", (), decision(Verdict.DROPPED, "李强")), Standing.NEW),
    ],
)
def test_standing(held: Held | None, standing: Standing) -> None:
    one = Submitted(2025, decision(), "a:b")
    known = {} if held is None else {(2025, "0123456789abcdef"): held}
    assert [each.standing for each in weigh([one], known)] == [standing]


def test_a_decision_that_was_taken_back_is_not_taken_in_again_with_its_old_file() -> None:
    held = {(2025, "0123456789abcdef"): Held("a:b", ever=(decision(),), standing=None)}
    assert weigh([Submitted(2025, decision(), "a:b")], held)[0].standing is Standing.SAME


def test_kappa_of_a_textbook_table() -> None:
    yes, no = Verdict.FULFILLED, Verdict.DROPPED
    pairs = [(yes, yes)] * 20 + [(yes, no)] * 5 + [(no, yes)] * 10 + [(no, no)] * 15
    found = agreement(pairs)
    assert (found.both, found.agreed, found.share) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4)


def test_no_kappa_where_chance_explains_everything() -> None:
    assert agreement([(Verdict.FULFILLED, Verdict.FULFILLED)] * 3).kappa is None
    assert agreement([]).share is None
