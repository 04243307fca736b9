from __future__ import annotations

from dataclasses import replace

from sample_audits import CASES, audit

from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.pages.glance import DEPTHS, glance
from tracker.reading.document import Genre
from tracker.topicbook import topics


def test_streams_count_what_was_promised_again() -> None:
    streams = {one.named.code: one.flow for one in glance(audit().findings, Language.ZH).streams}
    assert (streams["repeated"].again, streams["repeated"].not_again) == (1, 0)
    assert (streams["fulfilled"].again, streams["fulfilled"].not_again) == (0, 2)
    assert sum(flow.total for flow in streams.values()) == len(CASES)


def test_a_heat_map_counts_every_promise_once_by_item() -> None:
    shown = glance(audit().findings, Language.ZH)
    assert [strip.label for strip in shown.heat] == [
        "（一）完善依法行政制度体系",
        "（二）规范行政执法",
        "（三）化解行政争议",
        "（四）深化普法宣传",
    ]
    assert sum(strip.total for strip in shown.heat) == len(CASES)
    assert all(sum(cell.number for cell in strip.cells) == strip.total for strip in shown.heat)
    only = glance(audit(CASES[:1]).findings * 3, Language.ZH)
    assert only.heat == ()


def test_topics_count_a_promise_in_each_of_its_topics_and_once_where_it_has_none() -> None:
    shown = glance(audit().findings, Language.ZH, topics(Genre.RULE_OF_LAW))
    totals = {strip.label: strip.total for strip in shown.topics}
    assert totals["行政复议"] == 2
    assert totals["未归入任何主题"] == 1
    assert list(totals)[-1] == "未归入任何主题"
    assert sum(totals.values()) > len(CASES)
    assert all(sum(cell.number for cell in strip.cells) == strip.total for strip in shown.topics)
    assert glance(audit().findings, Language.ZH).topics == ()


def test_the_deepest_shade_is_a_whole_line_and_none_is_nothing() -> None:
    shown = glance([*audit(CASES[:1]).findings, audit(CASES[5:6]).findings[0]], Language.ZH)
    assert [[cell.depth for cell in strip.cells] for strip in shown.heat] == [[DEPTHS, 0], [0, DEPTHS]]


def test_forms_of_answer_leave_out_what_cannot_be_checked() -> None:
    forms = {one.kind: one.number for one in glance(audit().findings, Language.ZH).forms}
    assert forms == {"plain": 3, "indirect": 2, "vague": 0, "none": 3}


def test_the_suspicion_is_worded_as_one() -> None:
    dropped = next(one for one in audit().findings if one.verdict is Verdict.DROPPED)
    assert glance([dropped], Language.ZH).labels["dropped"] == "疑似未见回应"
    assert (
        glance([replace(dropped, verdict=Verdict.ADMITTED)], Language.ZH).labels["admitted"] == "已说明不足"
    )
