"""Audits made by hand, of an invented district, with every verdict and flag once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial

from tracker.audits.audit import Audit, Decision, Filed, Finding, Gap, History, Missing
from tracker.audits.chain import Chain, Grade, Held, Link
from tracker.audits.problems import Problem
from tracker.judging.reasons import Reason
from tracker.judging.verdicts import Judgement, Verdict
from tracker.matching.matches import Candidate, Feature, Match
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import Genre, Item, Report, Section, SectionKind
from tracker.wording.reasons import WORDING

WORDING["sample"] = (
    "最佳表述与承诺共有 {share} 的内容词。",
    "The best passage shares {share} of the content words.",
)

PLAN = """澄湖市云岭区人民政府
2024年度法治政府建设年度报告
三、2025年度主要安排
（一）完善依法行政制度体系。年内制定《云岭区城市停车管理办法》并公开征求意见。组织规范性文件专项清理，清理结果向社会公布。
（二）规范行政执法。全年开展行政执法人员轮训不少于4期，实现持证人员全覆盖。建成区级行政执法案卷评查专家库，专家不少于30名。探索跨部门综合监管“一业一查”，在餐饮、养老领域试点。
（三）化解行政争议。行政复议案件调解率达到40%以上。在6个镇街设立行政复议服务点。
（四）深化普法宣传。持续提升领导干部运用法治思维的能力。打造“云岭说法”广播栏目，每月播出两期。
"""

ANSWER = """澄湖市云岭区人民政府
2025年度法治政府建设年度报告
一、主要举措和成效
（一）制度建设扎实推进。《云岭区城市停车管理办法》经公开征求意见后于9月印发施行。对现行58件规范性文件逐件梳理，废止7件。
（二）执法质效持续提升。举办行政执法人员轮训班5期，持证人员参训率100%。在餐饮行业启动“一业一查”试点，制发检查清单12项。
（三）争议化解多元有效。全年办结行政复议案件126件，经调解和解终止46件，调解率36.5%。
二、存在的不足和原因
行政执法案卷评查力量仍较薄弱，评查专家库尚未建成，原因是专家遴选标准出台较晚。
三、2026年度主要安排
（一）在镇街设立行政复议服务点，方便群众就近申请。
（二）持续提升领导干部运用法治思维的能力。
"""


def report(text: str, covered: int, issuer: str = "澄湖市云岭区人民政府") -> Report:
    return Report(
        text=text,
        genre=Genre.RULE_OF_LAW,
        title=f"{issuer}{covered}年度法治政府建设年度报告",
        issuer=issuer,
        document_number="云政发〔2025〕3号",
        reported_year=covered,
        plan_year=covered + 1,
        published=f"{covered + 1}-02-18",
        sections=sections(text),
        notices=(),
    )


def sections(text: str) -> tuple[Section, ...]:
    kinds = {
        "主要举措": SectionKind.MEASURES,
        "存在的不足": SectionKind.PROBLEMS,
        "主要安排": SectionKind.PLAN,
    }
    starts = [
        (text.index(line), kind)
        for line in text.splitlines()
        for word, kind in kinds.items()
        if word in line and line[1] == "、"
    ]
    ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
    return tuple(
        Section(kind, text[start:end].split("\n", maxsplit=1)[0], start, end, items(text, start, end))
        for (start, kind), end in zip(starts, ends, strict=True)
    )


def items(text: str, start: int, end: int) -> tuple[Item, ...]:
    found, at = [], start
    for line in text[start:end].splitlines(keepends=True):
        if line.startswith("（"):
            found.append(Item(line[:3], line[3:].split("。")[0], at, at + len(line.rstrip())))
        at += len(line)
    return tuple(found)


def filed(one: Report, source: str) -> Filed:
    return Filed(one, source, "5d41402abc4b2a76b9719d911017c592" * 2, 1, "2026-03-02T09:30:00+08:00")


def span(text: str, passage: str) -> tuple[int, int]:
    start = text.index(passage)
    return start, start + len(passage)


def path_in(one: Report, start: int) -> tuple[str, ...]:
    for section in one.sections:
        for item in section.items:
            if item.start <= start < item.end:
                return (section.heading or "", f"{item.number}{item.heading}")
        if section.start <= start < section.end:
            return (section.heading or "",)
    return ()


FEATURES = (
    Feature("sense", 0.62, 1.31),
    Feature("sentence_sense", 0.71, 0.84),
    Feature("best", 1.0, 0.55),
    Feature("clause_wording", 0.2, -0.12),
    Feature("length", 22.0, -0.31),
)


def candidate(promise: str, one: Report, passage: str, score: float) -> Candidate:
    start, end = span(one.text, passage)
    kind = next(
        (section.kind for section in one.sections if section.start <= start < section.end), SectionKind.OTHER
    )
    statement = Statement(kind, passage, start, end, path_in(one, start))
    blocks = SequenceMatcher(None, promise, passage, autojunk=False).get_matching_blocks()
    shared = tuple(((b.a, b.a + b.size), (b.b, b.b + b.size)) for b in blocks if b.size > 1)
    return Candidate(statement, score, FEATURES, shared)


@dataclass(frozen=True)
class Case:
    promise: str
    verdict: Verdict
    answers: tuple[tuple[str, float], ...] = ()
    admission: str = ""
    repeat: str = ""
    confidence: float = 0.9
    flags: tuple[str, ...] = ()
    years: int = 1
    grade: Testability = Testability.DELIVERABLE


CASES = (
    Case(
        "年内制定《云岭区城市停车管理办法》并公开征求意见。",
        Verdict.FULFILLED,
        (("《云岭区城市停车管理办法》经公开征求意见后于9月印发施行。", 0.94),),
        confidence=0.97,
    ),
    Case(
        "组织规范性文件专项清理，清理结果向社会公布。",
        Verdict.PARTLY_FULFILLED,
        (("对现行58件规范性文件逐件梳理，废止7件。", 0.71),),
        confidence=0.58,
    ),
    Case(
        "全年开展行政执法人员轮训不少于4期，实现持证人员全覆盖。",
        Verdict.FULFILLED,
        (
            ("举办行政执法人员轮训班5期，持证人员参训率100%。", 0.88),
            ("在餐饮行业启动“一业一查”试点，制发检查清单12项。", 0.21),
        ),
        grade=Testability.NUMERIC,
        flags=("recycled",),
    ),
    Case(
        "建成区级行政执法案卷评查专家库，专家不少于30名。",
        Verdict.ADMITTED,
        (("举办行政执法人员轮训班5期，持证人员参训率100%。", 0.31),),
        admission="行政执法案卷评查力量仍较薄弱，评查专家库尚未建成，原因是专家遴选标准出台较晚。",
        confidence=0.81,
        grade=Testability.NUMERIC,
    ),
    Case(
        "探索跨部门综合监管“一业一查”，在餐饮、养老领域试点。",
        Verdict.PARTLY_FULFILLED,
        (("在餐饮行业启动“一业一查”试点，制发检查清单12项。", 0.83),),
        flags=("underway", "aggregate"),
        confidence=0.77,
    ),
    Case(
        "行政复议案件调解率达到40%以上。",
        Verdict.MISSED,
        (("全年办结行政复议案件126件，经调解和解终止46件，调解率36.5%。", 0.86),),
        grade=Testability.NUMERIC,
        confidence=0.92,
    ),
    Case(
        "在6个镇街设立行政复议服务点。",
        Verdict.REPEATED,
        (("全年办结行政复议案件126件，经调解和解终止46件，调解率36.5%。", 0.33),),
        repeat="在镇街设立行政复议服务点，方便群众就近申请。",
        flags=("weaker",),
        confidence=0.66,
        years=3,
        grade=Testability.NUMERIC,
    ),
    Case(
        "持续提升领导干部运用法治思维的能力。",
        Verdict.NOT_CHECKABLE,
        repeat="持续提升领导干部运用法治思维的能力。",
        grade=Testability.DECLARATORY,
    ),
    Case(
        "打造“云岭说法”广播栏目，每月播出两期。",
        Verdict.DROPPED,
        (
            ("举办行政执法人员轮训班5期，持证人员参训率100%。", 0.18),
            ("在餐饮行业启动“一业一查”试点，制发检查清单12项。", 0.12),
            ("对现行58件规范性文件逐件梳理，废止7件。", 0.09),
        ),
        confidence=0.55,
        grade=Testability.NUMERIC,
    ),
)


def finding(case: Case, plan: Report, answer: Report | None) -> Finding:
    start, end = span(plan.text, case.promise)
    commitment = Commitment(
        f"{start:016x}",
        case.promise,
        start,
        end,
        path_in(plan, start),
        case.grade,
    )
    judgement = Judgement(
        verdict=case.verdict,
        confidence=case.confidence,
        needs_review=case.confidence < 0.7,
        repeated=bool(case.repeat),
        flags=case.flags,
        reasons=(Reason("sample", (("share", "0.62"),)),),
    )
    match = None if answer is None else match_of(case, commitment, answer)
    return Finding(commitment, case.verdict, judgement, match, History(2026 - case.years, case.years), None)


def match_of(case: Case, commitment: Commitment, answer: Report) -> Match:
    held = partial(candidate, case.promise, answer)
    return Match(
        commitment,
        answers=tuple(held(passage, score) for passage, score in case.answers),
        repeats=(held(case.repeat, 0.91),) if case.repeat else (),
        admissions=(held(case.admission, 0.74),) if case.admission else (),
        answered=case.confidence,
        repeated=0.9 if case.repeat else 0.1,
        admitted=0.8 if case.admission else 0.1,
        explained=FEATURES,
    )


def audit(cases: tuple[Case, ...] = CASES, issuer: str = "澄湖市云岭区人民政府") -> Audit:
    plan, answer = report(PLAN, 2024, issuer), report(ANSWER, 2025, issuer)
    findings = tuple(finding(case, plan, answer) for case in cases)
    return Audit(
        issuer, 2025, filed(plan, "下载/云岭区2024.html"), filed(answer, "云岭区2025.docx"), findings
    )


def unanswered_audit(issuer: str = "澄湖市望江区人民政府") -> Audit:
    """The answering report is not in the store."""
    plan = report(PLAN, 2024, issuer)
    cases = tuple(replace(case, verdict=Verdict.PENDING, repeat="", flags=()) for case in CASES)
    findings = tuple(finding(case, plan, None) for case in cases)
    return Audit(issuer, 2025, filed(plan, "望江区2024.txt"), None, findings)


def decided(one: Audit, number: int, verdict: Verdict, evidence: tuple[int, int] | None = None) -> Audit:
    """The same audit with a reviewer's decision on the finding of that number, counted from 1."""
    at = number - 1
    old = one.findings[at]
    decision = Decision(
        old.commitment.id, verdict, "陈青", "2026-03-05T10:12:00+08:00", "见答复报告第（一）项。", evidence
    )
    new = replace(old, verdict=verdict, decision=decision)
    return replace(one, findings=(*one.findings[:at], new, *one.findings[at + 1 :]))


MISSING = (Missing("澄湖市城市管理局", Gap.NO_BASELINE), Missing("澄湖市司法局", Gap.NO_PLAN))


def three_years() -> tuple[Audit, ...]:
    """One promise lasts three years, one two; the last year's answering report is not there yet."""
    first = audit(CASES[:3])
    lasting = replace(CASES[6], years=2)
    second = audit((*CASES[3:6], lasting))
    third = unanswered_audit(first.issuer)
    again = (replace(finding, history=History(2024, 3)) for finding in third.findings[6:7])
    return (
        replace(third, year=2026, findings=(*third.findings[:3], *again)),
        replace(first, year=2024),
        replace(
            second,
            findings=tuple(
                replace(one, history=replace(one.history, first_year=2024)) for one in second.findings
            ),
        ),
    )


def problem(text: str) -> Problem:
    said = Statement(SectionKind.PROBLEMS, text, 0, len(text), ())
    return Problem(text, 0, len(text), (), named=(said,), causes=())


def held(grade: Grade, said: str, found: str) -> Held:
    first, second = (Statement(SectionKind.PROBLEMS, one, 0, len(one), ()) for one in (said, found))
    return Held(grade, first, second, 0.8, 0.8, ())


LINKS = (
    ("行政执法案卷评查力量薄弱。", Grade.NAMED, Grade.NAMED, 2022),
    ("行政争议化解渠道较为单一。", Grade.DOUBTFUL, Grade.DOUBTFUL, 2024),
    ("镇街法制审核人员不足。", Grade.NOTHING, Grade.NOTHING, 2024),
)


def with_problems(one: Audit, *, answered: bool = True) -> Audit:
    """The same audit with three problems: one answered and back, one perhaps, one without either."""
    ids = [finding.commitment.id for finding in one.findings]
    links = tuple(
        Link(
            problem(text),
            promises=((ids[3], held(promised, text, CASES[3].promise)),),
            again=held(again, text, "评查力量仍较薄弱。") if answered else None,
            since=since,
            before=(),
        )
        for text, promised, again, since in LINKS
    )
    return replace(one, chain=Chain(2024, links, planned=True, answered=answered))
