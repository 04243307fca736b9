"""Files → the store: what each one is, whose it is, whether it is new; one transaction a report.

`examined.examine` reads a file and touches no store, so that it can run in another process. `Intake.settle`
takes what was read into the store, in the order of the files: the result does not depend on how many read.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from enum import StrEnum
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from tracker.examined import NOTHING, Examined, Told, examine, examine_text, is_report
from tracker.issuers import Doubt, New, Register, Resolution, Same, hints, plain, read_name, resolve
from tracker.places import prefectures
from tracker.readers.files import Found
from tracker.readers.raw import Metadata
from tracker.reading.document import Given, Notice, Report
from tracker.storage.differences import Tally, tally
from tracker.storage.filing import Origin, keep_ids, same_wording
from tracker.storage.store import Entry, Store
from tracker.storage.waiting import Question, Waiting

BY_REPORT, BY_USER = "report", "user"


class Kind(StrEnum):
    """What became of a file, in the order of the closing table."""

    TAKEN = "taken"
    KNOWN = "known"
    NEWER = "newer"
    WAITING = "waiting"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `reason` names a sentence, `report` the report it became or already is."""

    source: str
    kind: Kind
    reason: Notice
    report: Entry | None = None
    candidates: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


class Intake:
    """Takes files into an open store; `at` is the time to write beside what is added."""

    def __init__(self, store: Store, at: str) -> None:
        self.store = store
        self.at = at
        self.register = Register()
        self._places: dict[int, frozenset[str]] = {}
        self._names_known = -1

    def _keep_up(self) -> None:
        """Know the names that other programs have added since."""
        if self._names_known == self.store.count_names():
            return
        self._names_known = self.store.count_names()
        self.register, self._places = Register(), {}
        for issuer in self.store.issuers():
            self.register.add(issuer.id, issuer.name)
            for name in issuer.names:
                self.register.add(issuer.id, name.name, given=name.added_by == BY_USER)

    def settle(self, file: Examined) -> Outcome:
        """Take one file in, or note what it needs; all or nothing."""
        with self.store.transaction():
            return self.place(file)

    def answered(self, file: Waiting, told: Told) -> Outcome:
        """Take in a file that waited, with what the user now says beside what was known."""
        both = Told(
            issuer=told.issuer or file.issuer,
            year=told.year or file.year,
            published=told.published or file.published,
            url=told.url or file.url,
            new_issuer=told.new_issuer,
        )
        found = Found(file.source, Path(file.path), file.members)
        self._keep_up()
        shown = set(self.register.names.values())
        author = next((name for name in file.candidates if name not in shown), None)
        said = Metadata(title=file.title, published=file.dated, author=author)
        known = Examined(found, file.sha256, both, said)
        again = examine(found, both) if file.text is None else examine_text(file.text, known)
        with self.store.transaction():
            outcome = self.place(again)
            if again.sha256 != file.sha256:
                self.store.waiting.drop(file.sha256)
            if outcome.report and ("name", file.about) in file.reason.details:
                self.call(outcome.report.issuer_id, file.about, BY_USER)
            return outcome

    def place(self, file: Examined) -> Outcome:
        """The same inside a transaction of the caller's."""
        self._keep_up()
        known = self.store.find(file.sha256)
        if known:
            return self._known(file, known)
        if self.store.waiting.dismissed(file.sha256):
            return Outcome(file.found.name, Kind.KNOWN, Notice("intake.dismissed"))
        if file.report is None:
            return self._wait(file, Question.READABLE, file.failure or Notice("intake.refused"))
        told = file.told
        if not is_report(file.report) and not (told.issuer and told.year):
            return self._wait(file, Question.REPORT, Notice("intake.no_report"))
        if file.report.reported_year is None:
            return self._wait(file, Question.YEAR, Notice("intake.which_year"))
        issuer = self._issuer(file, file.report)
        return issuer if isinstance(issuer, Outcome) else self._file(file, file.report, issuer)

    def _known(self, file: Examined, known: Entry) -> Outcome:
        """The same bytes again; the user is told if he now says otherwise of them."""
        told = file.told
        other_year = told.year is not None and told.year != known.reported_year
        other_body = told.issuer is not None and told.issuer not in self._names(known.issuer_id)
        reason = "intake.known_otherwise" if other_year or other_body else "intake.known"
        return Outcome(file.found.name, Kind.KNOWN, _about(reason, known), known)

    def _names(self, issuer: int) -> set[str]:
        return {name for name, issuers in self.register.called.items() if issuer in issuers}

    def _issuer(self, file: Examined, report: Report) -> int | Outcome:
        """Whose report it is, added to the store if new; or the question that waits."""
        name = report.issuer
        if name is None:
            return self._ask(file, report, (), Notice("issuers.unnamed"))
        found = self._resolve(name, file, report)
        match found:
            case Same(issuer):
                self.call(issuer, name, self._by(file))
                return issuer
            case New():
                issuer = self.store.add_issuer(name, self._by(file), self.at)
                self._add(issuer, name, self._by(file))
                return issuer
            case Doubt(candidates, code):
                return self._ask(file, report, candidates, Notice(code, (("name", name),)))

    def _ask(self, file: Examined, report: Report, likely: Iterable[int], reason: Notice) -> Outcome:
        """Let the file wait with the bodies that could be meant, the likeliest first.

        The author a file names need not have issued it, and is only asked about.
        """
        series = _series(report.document_number)
        numbered = self.store.numbered(series) if series else ()
        author = file.metadata.author
        authors = self.register.called.get(plain(author), ()) if author else ()
        bodies = dict.fromkeys((*likely, *numbered, *authors, *hints(report.text, self.register)))
        names = [self.register.names[body] for body in bodies]
        if author and not authors and not read_name(author).nobody:
            names.append(author)
        name = report.issuer if report.issuer and not read_name(report.issuer).nobody else None
        return self._wait(
            file,
            Question.ISSUER,
            reason,
            about=name or series,
            candidates=tuple(names),
        )

    def _resolve(self, name: str, file: Examined, report: Report) -> Resolution:
        """A name the user gives that some body is shown by is that body's, whatever it is like."""
        if file.told.issuer:
            shown = [issuer for issuer, known in self.register.names.items() if known == name]
            if shown:
                return Same(shown[0], "issuers.given")
            if file.told.new_issuer:
                return New(name)
        here = frozenset[str]() if read_name(name).settled else prefectures(report.text)
        return resolve(name, self.register, here, self._named_by)

    def _named_by(self, issuer: int) -> frozenset[str]:
        """The prefectures that a body's reports in the store name."""
        if issuer not in self._places:
            self._places[issuer] = frozenset().union(*map(prefectures, self.store.texts(issuer)))
        return self._places[issuer]

    def call(self, issuer: int, name: str, by: str) -> None:
        """Keep a name a body went by, unless anybody could go by it."""
        if not read_name(name).nobody:
            self.store.add_name(issuer, name, by, self.at)
            self._add(issuer, name, by)

    def _add(self, issuer: int, name: str, by: str) -> None:
        self.register.add(issuer, name, given=by == BY_USER)
        self._names_known = self.store.count_names()

    def _by(self, file: Examined) -> str:
        return BY_USER if file.told.issuer else BY_REPORT

    def _file(self, file: Examined, report: Report, issuer: int) -> Outcome:
        """Store a report, unless some version of the body's report of that year says the same."""
        promises = self.store.own_ids(file.promises, report, issuer)
        change: tuple[tuple[str, str], ...] = ()
        for former in self.store.versions(issuer, report.genre, report.reported_year):
            old = self.store.filed(former)
            if same_wording(old.report, report):
                return self._same(file, self.store.entry(former))
            change = _change(tally(old.report, report, old.commitments or (), promises))
            promises = keep_ids(promises, old.commitments or ())
        url = file.told.url or file.metadata.url
        given = Given(file.told.issuer, file.told.year, file.metadata.title, report.published)
        number, version = self.store.file(
            issuer, report, promises, Origin(file.found.name, file.sha256, url, given), self.at
        )
        self.store.waiting.drop(file.sha256)
        self._places.pop(issuer, None)
        entry = self.store.entry(number)
        kind, reason = (
            (Kind.NEWER, "intake.newer")
            if version > 1
            else (Kind.TAKEN, "intake.taken" if promises else "intake.no_promises")
        )
        notices = (*file.notices, *report.notices)
        return Outcome(file.found.name, kind, _about(reason, entry, change), entry, notices=notices)

    def _same(self, file: Examined, entry: Entry) -> Outcome:
        self.store.waiting.drop(file.sha256)
        return Outcome(file.found.name, Kind.KNOWN, _about("intake.same_wording", entry), entry)

    def _wait(
        self,
        file: Examined,
        question: Question,
        reason: Notice,
        *,
        about: str | None = None,
        candidates: tuple[str, ...] = (),
    ) -> Outcome:
        """Keep the file with its question until somebody answers."""
        self.store.waiting.keep(
            Waiting(
                sha256=file.sha256,
                source=file.found.name,
                path=str(file.found.path),
                members=file.found.members,
                text=file.report.text if file.report else None,
                issuer=file.told.issuer,
                year=file.told.year,
                published=file.told.published,
                dated=file.metadata.published,
                title=file.metadata.title,
                url=file.told.url or file.metadata.url,
                question=question,
                about=about or file.sha256,
                candidates=candidates,
                reason=reason,
                asked_at=self.at,
            )
        )
        kind = Kind.UNREADABLE if question is Question.READABLE else Kind.WAITING
        return Outcome(file.found.name, kind, reason, candidates=candidates, notices=file.notices)


def _about(code: str, entry: Entry, more: tuple[tuple[str, str], ...] = ()) -> Notice:
    details = {"issuer": entry.issuer, "year": entry.reported_year, "version": entry.version}
    return Notice(code, (*((key, str(value)) for key, value in details.items()), *more))


def _change(found: Tally) -> tuple[tuple[str, str], ...]:
    return tuple((key, str(value)) for key, value in asdict(found).items())


def _series(number: str | None) -> str:
    """What stays of a document number over the years: 台政办字 of 台政办字〔2022〕1号."""
    return re.split("[〔\\[［(（【]", number)[0] if number else ""


def take_in(  # noqa: PLR0913 (two of them are options)
    store: Store,
    found: Iterable[Found],
    told: Told | Callable[[Found], Told],
    at: str,
    *,
    jobs: int = 1,
    keep: bool = True,
) -> Iterator[Outcome]:
    """Take files in, in order; one that cannot be read or placed stops nothing.

    `told` holds for all files, or says what holds for each. With `jobs` above 1 that many processes read,
    and the outcomes are the same. Without `keep` nothing is stored: the outcomes say what would be.
    """
    files = ((file, told if isinstance(told, Told) else told(file)) for file in found)
    intake = Intake(store, at)
    with ExitStack() as stack:
        if not keep:
            stack.enter_context(store.transaction(keep=False))
        settle = intake.settle if keep else intake.place
        for examined in _examined(files, lambda digest: store.find(digest) is not None, jobs):
            yield settle(examined)


def _examined(
    files: Iterable[tuple[Found, Told]], known: Callable[[str], bool], jobs: int
) -> Iterator[Examined]:
    """The files as read, in order; no more than a few are held at a time."""
    if jobs <= 1:
        yield from (examine(found, told, known) for found, told in files)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), end_with_parent) as pool:
        ahead: deque[Future[Examined]] = deque()
        for found, told in files:
            ahead.append(pool.submit(examine, found, told))
            if len(ahead) > 4 * jobs:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def end_with_parent() -> None:
    """Let this process end with the one that started it, however that ended: it would wait for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def answer(store: Store, waiting: Waiting, told: Told, at: str) -> Iterator[Outcome]:
    """Settle a waiting file, and all others that wait for the same answer, by what the user says."""
    intake = Intake(store, at)
    for file in store.waiting.all():
        if (file.question, file.about) == (waiting.question, waiting.about):
            yield intake.answered(file, told)


def retry(store: Store, at: str) -> Iterator[Outcome]:
    """Try all waiting files again: by now a name may be known, or a program that can read them."""
    intake = Intake(store, at)
    for file in store.waiting.all():
        yield intake.answered(file, NOTHING)
