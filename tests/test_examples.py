"""The invented reports in examples/, and how the program fares against their answer key.

The key was written before the program had read the texts. Where a test here fails, look at the program.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tracker.cli import main
from tracker.judging.drift import Drift, compare_promises
from tracker.judging.verdicts import Verdict
from tracker.readers.table import read_bytes
from tracker.reading.commitments import Commitment, commitments
from tracker.reading.document import Genre, Report, SectionKind, read
from tracker.reading.text import fold
from tracker.storage.store import Store

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
LAW, WORK = Genre.RULE_OF_LAW, Genre.WORK_REPORT
MEASURES, PROBLEMS, DUTY, PLAN, OTHER = (
    SectionKind.MEASURES,
    SectionKind.PROBLEMS,
    SectionKind.DUTY,
    SectionKind.PLAN,
    SectionKind.OTHER,
)

DRIFT_FLOOR = 0.8
"""The share of promises made again whose drift is called as the key calls it; first measured: 42 of 52."""

Label = dict[str, Any]


def labels(name: str) -> list[Label]:
    return [json.loads(line) for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines()]


KEY = labels("answers.jsonl")
PENDING = labels("pending.jsonl")
PROMISES = [label for label in KEY if label["is_commitment"]]


@cache
def text_of(path: str) -> str:
    data = (EXAMPLES / path).read_bytes()
    return read_bytes(data, path).text


@cache
def report_of(path: str) -> Report:
    return read(text_of(path))


@cache
def taken(path: str) -> tuple[Commitment, ...]:
    return commitments(report_of(path))


def kinds_at(path: str, start: int) -> set[SectionKind]:
    return {part.kind for part in report_of(path).sections if part.start <= start < part.end}


def quotes(label: Label) -> Iterator[tuple[str, int, str]]:
    """Each quote of a label with its offset and the file it is from."""
    yield label["baseline"], label["start"], label["commitment"]
    for quote, start in label.get("evidence_at", ()):
        yield label["answer"], start, quote


# The key itself


@pytest.mark.parametrize("label", KEY + PENDING, ids=lambda label: label["id"])
def test_quotes_are_verbatim_where_the_key_says(label: Label) -> None:
    for path, start, quote in quotes(label):
        assert text_of(path)[start : start + len(quote)] == quote
    for path in {"baseline", "answer"} & label.keys():
        digest = hashlib.sha256((EXAMPLES / label[path]).read_bytes()).hexdigest()
        assert label[f"{path}_sha256"] == digest


@pytest.mark.parametrize("label", PROMISES, ids=lambda label: label["id"])
def test_a_label_does_not_contradict_itself(label: Label) -> None:
    verdict, flags = label["verdict"], label["flags"]
    assert bool(label["evidence"]) == (label["reported"] != "none")
    assert label["repeated"] == (label["repeat_quote"] is not None) == ("repeated" in flags)
    assert (label["testability"] == "declaratory") == (verdict == "not_checkable")
    if label["reported"] == "fulfilled":
        assert verdict == "fulfilled"
    if label["reported"] == "partly":
        assert verdict in {"partly_fulfilled", "missed"}
    if verdict == "admitted":
        assert label["admitted"]
    if verdict == "dropped":
        assert not label["admitted"]
        assert not label["repeated"]
    if "verbatim" in flags:
        assert fold(label["repeat_quote"]).text.rstrip("；。") == fold(label["commitment"]).text.rstrip(
            "；。"
        )


def test_every_verdict_and_flag_occurs() -> None:
    assert {label["verdict"] for label in PROMISES + PENDING} == {verdict.value for verdict in Verdict}
    assert {flag for label in PROMISES for flag in label["flags"]} == {
        "repeated",
        "verbatim",
        "weaker",
        "stronger",
        "three_years",
        "underway",
        "aggregate",
        "recycled",
        "without_figure",
        "no_comparable_figure",
        "generic_problem",
    }
    assert {label["testability"] for label in PROMISES} == {
        "numeric",
        "deliverable",
        "continuing",
        "declaratory",
    }
    assert sum(label["near_miss"] is not None for label in PROMISES) >= 20


def test_the_key_covers_both_genres() -> None:
    counted = {
        genre: sum(report_of(label["baseline"]).genre is genre for label in PROMISES) for genre in (LAW, WORK)
    }
    assert counted == {LAW: 71, WORK: 65}


@pytest.mark.parametrize("label", PROMISES, ids=lambda label: label["id"])
def test_quotes_stand_in_the_parts_they_must_come_from(label: Label) -> None:
    assert kinds_at(label["baseline"], label["start"]) == {PLAN}
    for _, start in label["evidence_at"]:
        assert kinds_at(label["answer"], start) <= {MEASURES, DUTY, OTHER}
    if label["repeat_quote"]:
        assert kinds_at(label["answer"], text_of(label["answer"]).index(label["repeat_quote"])) == {PLAN}


# How the reports are read


@dataclass(frozen=True, slots=True)
class Seen:
    """What a careful reader sees in one report; `promises` leaves mere stances out."""

    path: str
    genre: Genre
    place: str
    years: tuple[int, int]
    kinds: list[SectionKind]
    promises: int


READ = (
    Seen("qingshi-district-office/2023", LAW, "青石区", (2023, 2024), [MEASURES, PROBLEMS, DUTY, PLAN], 10),
    Seen(
        "qingshi-district-office/2024",
        LAW,
        "青石区",
        (2024, 2025),
        [MEASURES, PROBLEMS, DUTY, OTHER, PLAN],
        11,
    ),
    Seen("qingshi-district-office/2025", LAW, "青石区", (2025, 2026), [MEASURES, PROBLEMS, DUTY, PLAN], 6),
    Seen("chenghu-zone/2023", LAW, "澄湖", (2023, 2024), [DUTY, MEASURES, PROBLEMS, PLAN], 10),
    Seen("chenghu-zone/2024", LAW, "澄湖", (2024, 2025), [*[MEASURES] * 4, PROBLEMS, PLAN], 14),
    Seen("chenghu-zone/2025", LAW, "澄湖", (2025, 2026), [DUTY, MEASURES, PROBLEMS, PLAN], 5),
    Seen("ningyue-city-management/2023", LAW, "宁岳市", (2023, 2024), [MEASURES, PROBLEMS, DUTY, PLAN], 11),
    Seen("ningyue-city-management/2024", LAW, "宁岳市", (2024, 2025), [DUTY, MEASURES, PROBLEMS, PLAN], 10),
    Seen("ningyue-city-management/2025", LAW, "宁岳市", (2025, 2026), [MEASURES, PROBLEMS, DUTY, PLAN], 5),
    Seen("qiyan-justice/2023", LAW, "栖岩县", (2023, 2024), [MEASURES, PROBLEMS, PLAN], 5),
    Seen("qiyan-justice/2025", LAW, "栖岩县", (2025, 2026), [MEASURES, PROBLEMS, PLAN], 4),
    Seen("xiaxi-county/2024", WORK, "霞溪县", (2023, 2024), [MEASURES, PROBLEMS, *[PLAN] * 3], 62),
    Seen("xiaxi-county/2025", WORK, "霞溪县", (2024, 2025), [MEASURES, PROBLEMS, *[PLAN] * 3, OTHER], 70),
    Seen(
        "xiaxi-county/2026", WORK, "霞溪县", (2025, 2026), [MEASURES, PROBLEMS, OTHER, *[PLAN] * 2, OTHER], 42
    ),
)
STANCES = 2
"""How many sentences of one plan careful readers may take either way: stances, catch-lines."""


@pytest.mark.parametrize("seen", READ, ids=lambda seen: seen.path)
def test_a_report_is_read_as_a_careful_reader_reads_it(seen: Seen) -> None:
    path = f"reports/{seen.path}.txt"
    report = report_of(path)
    assert report.genre is seen.genre
    assert seen.place in (report.issuer or "")
    assert not (report.issuer or "").startswith("关于")
    assert (report.reported_year, report.plan_year) == seen.years
    assert [part.kind for part in report.sections] == seen.kinds
    assert seen.promises <= len(taken(path)) <= seen.promises + STANCES


def test_document_numbers_are_found() -> None:
    numbers = {seen.path: report_of(f"reports/{seen.path}.txt").document_number for seen in READ}
    assert {path: number for path, number in numbers.items() if number} == {
        "qingshi-district-office/2023": "青政办字〔2024〕3号",
        "chenghu-zone/2025": "澄管字〔2026〕7号",
    }


def overlapping(label: Label) -> list[Commitment]:
    start, end = label["start"], label["start"] + len(label["commitment"])
    return [each for each in taken(label["baseline"]) if each.start < end and start < each.end]


@pytest.mark.parametrize(
    "label",
    [each for each in PROMISES + PENDING if each["testability"] != "declaratory"],
    ids=lambda label: label["id"],
)
def test_a_promise_is_taken_whole_and_alone(label: Label) -> None:
    (found,) = overlapping(label)
    assert label["commitment"].rstrip("；。") in found.text
    assert len(found.text) <= len(label["commitment"]) + len("主要预期目标是：。")


@pytest.mark.parametrize(
    "label", [each for each in KEY if not each["is_commitment"]], ids=lambda label: label["id"]
)
def test_a_heading_or_preamble_is_no_promise(label: Label) -> None:
    assert not overlapping(label)


def test_the_corrected_report_is_another_version_of_the_same() -> None:
    first, second = report_of("reports/chenghu-zone/2025.txt"), report_of("corrected/chenghu-zone-2025.txt")
    assert first.text != second.text
    assert (first.issuer, first.reported_year, first.genre) == (
        second.issuer,
        second.reported_year,
        second.genre,
    )
    promised = [{each.text for each in commitments(report)} for report in (first, second)]
    assert len(promised[0] - promised[1]) == len(promised[1] - promised[0]) == 1


# How a promise changed when it was made again

AGAIN = [label for label in PROMISES if label["repeated"]]
OPPOSITE = {Drift.WEAKER: "stronger", Drift.STRONGER: "weaker"}


def test_drift_never_points_the_other_way() -> None:
    """A target called lowered that was raised would be an accusation."""
    for label in AGAIN:
        drift = compare_promises(label["commitment"], label["repeat_quote"]).drift
        assert OPPOSITE.get(drift) not in label["flags"], label["id"]
        assert (drift is Drift.VERBATIM) == ("verbatim" in label["flags"]), label["id"]


def test_drift_is_seen_where_a_reader_sees_it() -> None:
    def expected(label: Label) -> str:
        return next(
            (flag for flag in ("verbatim", "weaker", "stronger") if flag in label["flags"]), "substance"
        )

    right = sum(
        compare_promises(label["commitment"], label["repeat_quote"]).drift == expected(label)
        for label in AGAIN
    )
    assert right / len(AGAIN) >= DRIFT_FLOOR


# The audits, end to end

Json = dict[str, Any]
ANSWERED = {"fulfilled", "partly_fulfilled", "missed"}
UNANSWERED = {"admitted", "repeated", "dropped"}
CORRECTED = EXAMPLES / "corrected" / "chenghu-zone-2025.txt"
FILES, BODIES = 14, 5


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", *map(str, arguments)])


@dataclass(frozen=True, slots=True)
class Floors:
    """Shares of labelled promises, stances left out, that the program must at least get right.

    `answered` is a macro-F1 (answered at all, or not), `first` and `among_three` say how often the
    key's evidence comes first or among the first three.
    """

    answered: float
    verdict: float
    first: float
    among_three: float
    repeated: float


FLOORS = {
    LAW: Floors(answered=0.82, verdict=0.63, first=0.87, among_three=0.95, repeated=0.9),
    WORK: Floors(answered=0.84, verdict=0.8, first=0.86, among_three=0.9, repeated=0.9),
}
"""A little below what the shipped model reaches; raise them when the program gets better."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the folder of examples, taken in as it lies there."""
    path = tmp_path_factory.mktemp("examples") / "examples.sqlite"
    result = run("--db", path, "ingest", EXAMPLES / "reports")
    assert result.exit_code == 0, result.output
    return path


def audits(store: Path, year: int) -> list[Json]:
    folder = store.parent / str(year)
    result = run("--db", store, "audit", "--year", year, "--out", folder)
    assert result.exit_code == 0, result.output
    written: list[Json] = json.loads((folder / "audit.json").read_text(encoding="utf-8"))["audits"]
    return written


Audited = dict[str, list[Json]]
"""The promises of all audits, for each baseline by its sha256."""


@pytest.fixture(scope="module")
def audited(store: Path) -> Audited:
    each = (audit for year in (2024, 2025, 2026) for audit in audits(store, year))
    return {audit["baseline"]["sha256"]: audit["commitments"] for audit in each}


def touching(found: list[Json], start: int, length: int) -> list[Json]:
    return [each for each in found if each["start"] < start + length and start < each["end"]]


def said_of(audited: Audited, label: Label) -> list[Json]:
    """What the audits say of a labelled promise: one finding, or none where none was seen."""
    found = audited.get(label["baseline_sha256"], [])
    return touching(found, label["start"], len(label["commitment"]))


CHECKABLE = [label for label in PROMISES if label["testability"] != "declaratory"]


def of_genre(genre: Genre) -> list[Label]:
    return [label for label in CHECKABLE if report_of(label["baseline"]).genre is genre]


def test_the_folder_is_taken_in_without_help(store: Path) -> None:
    with Store.open(f"sqlite:///{store}") as opened:
        assert len(opened.reports()) == FILES
        assert len(opened.issuers()) == BODIES


def test_a_corrected_report_replaces_the_first(tmp_path: Path) -> None:
    store = tmp_path / "corrected.sqlite"
    ids = []
    for path, version in ((EXAMPLES / "reports" / "chenghu-zone", 1), (CORRECTED, 2)):
        assert run("--db", store, "ingest", path).exit_code == 0
        (audit,) = audits(store, 2025)
        assert audit["answer"]["version"] == version
        ids.append([each["id"] for each in audit["commitments"]])
    assert audit["answer"]["sha256"] == hashlib.sha256(CORRECTED.read_bytes()).hexdigest()
    assert ids[0] == ids[1]


@pytest.mark.parametrize("label", PENDING, ids=lambda label: label["id"])
def test_a_promise_nobody_has_answered_yet_is_pending(audited: Audited, label: Label) -> None:
    assert [each["verdict"] for each in said_of(audited, label)] == ["pending"]


def accused_falsely(label: Label, said: Json) -> bool:
    """An answered promise or a stance called unanswered, a kept one missed, and no person asked."""
    if said["needs_review"]:
        return False
    kept = label["reported"] != "none" or label["testability"] == "declaratory"
    unanswered = kept and said["verdict"] in UNANSWERED
    return unanswered or (said["verdict"] == "missed" and label["verdict"] != "missed")


def test_nothing_is_accused_falsely(audited: Audited) -> None:
    pairs = [(label, said) for label in PROMISES for said in said_of(audited, label)]
    assert pairs
    assert not [(label["id"], said["verdict"]) for label, said in pairs if accused_falsely(label, said)]


def test_every_pair_of_the_key_is_audited(audited: Audited) -> None:
    """A promise is pending only while nothing can answer it."""
    assert {label["baseline_sha256"] for label in PROMISES} <= audited.keys()
    pairs = [(label, said) for label in PROMISES for said in said_of(audited, label)]
    assert not [label["id"] for label, said in pairs if said["verdict"] == "pending"]


def macro_f1(pairs: list[tuple[bool, bool]]) -> float:
    """The mean of the F1 of both answers to: was it answered? Pairs are (key, program)."""
    scores = []
    for side in (True, False):
        right = sum(key is said is side for key, said in pairs)
        wrong = sum(key is not said for key, said in pairs)
        scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / 2


def compared(audited: Audited, genre: Genre) -> list[tuple[Label, Json]]:
    labelled = [label for label in CHECKABLE if report_of(label["baseline"]).genre is genre]
    return [(label, said) for label in labelled for said in said_of(audited, label)]


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def cites(label: Label, quotes: list[Json]) -> bool:
    """Whether one of the program's quotes touches one of the key's."""
    return any(touching(quotes, start, len(quote)) for quote, start in label["evidence_at"])


RUNNING_FLOOR = 0.94
"""Of the promises made three years running: 19 of 19; both links of a chain must be seen."""

UNSEEN = {
    "generic_problem": "the model sees no kinship between the promise and a problem in quite other words",
}
"""Flags of the key that the program does not raise where the key does, and why."""


@pytest.mark.parametrize("genre", FLOORS, ids=lambda genre: genre.value)
def test_the_program_agrees_with_the_key(audited: Audited, genre: Genre) -> None:
    pairs = compared(audited, genre)
    evidenced = [(label, said["evidence"]) for label, said in pairs if label["evidence"]]
    reached = Floors(
        answered=macro_f1(
            [(label["reported"] != "none", said["verdict"] in ANSWERED) for label, said in pairs]
        ),
        verdict=share([label["verdict"] == said["verdict"] for label, said in pairs]),
        first=share([cites(label, quotes[:1]) for label, quotes in evidenced]),
        among_three=share([cites(label, quotes[:3]) for label, quotes in evidenced]),
        repeated=share([label["repeated"] == said["repeated"] for label, said in pairs]),
    )
    floor = FLOORS[genre]
    low = [name for name in Floors.__slots__ if getattr(reached, name) < getattr(floor, name)]
    assert not low, reached


VERDICTS = sorted({label["verdict"] for label in PROMISES})
FLAGS = sorted({flag for label in PROMISES for flag in label["flags"]} - {"three_years"})


@pytest.mark.parametrize("verdict", VERDICTS)
def test_each_verdict_is_given_where_the_key_gives_it(audited: Audited, verdict: str) -> None:
    given = [label for label in PROMISES if label["verdict"] == verdict]
    assert any(said["verdict"] == verdict for label in given for said in said_of(audited, label))


@pytest.mark.parametrize(
    "flag",
    [
        pytest.param(flag, marks=pytest.mark.xfail(strict=True, reason=UNSEEN[flag]))
        if flag in UNSEEN
        else flag
        for flag in FLAGS
    ],
)
def test_each_flag_is_raised_where_the_key_raises_it(audited: Audited, flag: str) -> None:
    raised = [label for label in PROMISES if flag in label["flags"]]
    assert any(flag in said["flags"] for label in raised for said in said_of(audited, label))


def test_a_promise_made_three_years_running_says_so(audited: Audited) -> None:
    """The plan of 2026 knows that it promises again what those of 2024 and 2025 did."""
    running = [label for label in PROMISES if "three_years" in label["flags"]]
    said = []
    for label in running:
        start = text_of(label["answer"]).index(label["repeat_quote"])
        again = touching(audited[label["answer_sha256"]], start, len(label["repeat_quote"]))
        said.append([each["history"] for each in again] == [{"first_year": 2024, "years": 3}])
    assert share(said) >= RUNNING_FLOOR


@pytest.mark.parametrize("flag", FLAGS)
def test_the_audits_of_the_examples_show_each_flag(audited: Audited, flag: str) -> None:
    assert any(flag in each["flags"] for found in audited.values() for each in found)
