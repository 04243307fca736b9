from __future__ import annotations

import json
from dataclasses import replace

from matched import by_shared_wording
from sample_audits import ANSWER, audit

from tracker.audits.chain import chain
from tracker.export import audit_json
from tracker.export_chain import chain_json
from tracker.reading.commitments import commitments
from tracker.reading.document import read


def test_the_chain_stands_in_audit_json_with_every_quote_verbatim() -> None:
    baseline, answer = read(ANSWER), read(ANSWER.replace("2025", "2026"))
    followed = chain(2025, baseline, commitments(baseline), answer, {2024: read(ANSWER)}, by_shared_wording)
    (one,) = audit_json(2026, [replace(audit(), chain=followed)])["audits"]
    written = json.loads(json.dumps(one["chain"]))
    assert (written["year"], written["planned"], written["answered"]) == (2025, True, True)
    (problem,) = written["problems"]
    assert problem["text"] == ANSWER[problem["start"] : problem["end"]]
    assert [cause["text"] for cause in problem["causes"]] == [problem["text"]]
    assert (problem["again"]["grade"], problem["again"]["text"]) == ("named", problem["text"])
    assert (problem["since"], [before["year"] for before in problem["before"]]) == (2024, [2024])
    for quote in problem["promises"]:
        assert quote["text"] == ANSWER[quote["start"] : quote["end"]]
        assert quote["said"]["text"] == problem["text"]


def test_where_nobody_asked_there_is_no_chain() -> None:
    assert chain_json(None) is None
    assert audit_json(2025, [audit()])["audits"][0]["chain"] is None
