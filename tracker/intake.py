"""Files → the store: what each one is, whose it is, whether it is new; one transaction a report.

`examine` reads a file and touches no store, so that it can run in another process. `Intake.settle` takes
what was read into the store, in the order of the files: the result does not depend on how many read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from tracker.commitments import Commitment, commitments
from tracker.document import Genre, Given, Notice, Report, SectionKind, read
from tracker.filing import Origin, keep_ids, same_wording
from tracker.issuers import Doubt, New, Register, Resolution, Same, hints, read_name, resolve
from tracker.places import prefectures
from tracker.readers.files import Found
from tracker.readers.isolation import isolated
from tracker.readers.raw import Metadata, Unreadable
from tracker.store import Entry, Store
from tracker.waiting import Question, Waiting

BY_REPORT, BY_USER = "report", "user"


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a file; it wins over the text."""

    issuer: str | None = None
    year: int | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A file as it was read: its report and promises, or why there are none."""

    source: str
    path: str
    sha256: str
    told: Told
    metadata: Metadata
    report: Report | None = None
    promises: tuple[Commitment, ...] = ()
    notices: tuple[Notice, ...] = ()
    failure: Notice | None = None


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


def examine(found: Found, told: Told) -> Examined:
    """Read a file; whatever keeps it from being read is a value."""
    source, path = found.name, str(found.path)
    try:
        digest = found.sha256()
        raw = isolated(found)
    except (Unreadable, OSError) as error:
        raw, digest = _unreadable(error), sha256(source.encode("utf-8", "surrogateescape")).hexdigest()
    if isinstance(raw, Unreadable):
        details = tuple((key, str(value)) for key, value in raw.details.items())
        return Examined(source, path, digest, told, Metadata(), failure=Notice(raw.code, details))
    return examine_text(raw.text, Examined(source, path, digest, told, raw.metadata, notices=raw.notices))


def _unreadable(error: Unreadable | OSError) -> Unreadable:
    if isinstance(error, Unreadable):
        return error
    return Unreadable("intake.refused", reason=error.strerror or type(error).__name__)


def examine_text(text: str, file: Examined) -> Examined:
    """The same file with its report; `text` is what its reader gave."""
    told, metadata = file.told, file.metadata
    report = read(text, Given(told.issuer, told.year, metadata.title, told.published or metadata.published))
    if told.published:
        report = replace(report, published=told.published)
    return replace(file, report=report, promises=commitments(report))


def is_report(report: Report) -> bool:
    """Whether a text has the parts of a report; a text without them is asked about."""
    kinds = {section.kind for section in report.sections}
    return report.genre is not Genre.UNKNOWN and bool(kinds & {SectionKind.PLAN, SectionKind.MEASURES})


class Intake:
    """Takes files into an open store; `at` is the time to write beside what is added."""

    def __init__(self, store: Store, at: str) -> None:
        self.store = store
        self.at = at
        self.register = Register()
        self._places: dict[int, frozenset[str]] = {}
        for issuer in store.issuers():
            self.register.add(issuer.id, issuer.name)
            for name in issuer.names:
                self.register.add(issuer.id, name.name, given=name.added_by == BY_USER)

    def settle(self, file: Examined) -> Outcome:
        """Take one file in, or note what it needs; all or nothing."""
        with self.store.transaction():
            return self._settle(file)

    def _settle(self, file: Examined) -> Outcome:
        known = self.store.find(file.sha256)
        if known:
            return self._known(file, known)
        if self.store.waiting.dismissed(file.sha256):
            return Outcome(file.source, Kind.KNOWN, Notice("intake.dismissed"))
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
        return Outcome(file.source, Kind.KNOWN, _about(reason, known), known)

    def _names(self, issuer: int) -> set[str]:
        return {name for name, issuers in self.register.called.items() if issuer in issuers}

    def _issuer(self, file: Examined, report: Report) -> int | Outcome:
        """Whose report it is, added to the store if new; or the question that waits."""
        name = report.issuer
        if name is None:
            named = tuple(self.register.names[each] for each in hints(report.text, self.register))
            return self._wait(file, Question.ISSUER, Notice("issuers.unnamed"), candidates=named)
        found = self._resolve(name, file, report)
        match found:
            case Same(issuer):
                self._call(issuer, name, file)
                return issuer
            case New():
                issuer = self.store.add_issuer(name, self._by(file), self.at)
                self.register.add(issuer, name, given=bool(file.told.issuer))
                return issuer
            case Doubt(candidates, code):
                likely = dict.fromkeys((*candidates, *hints(report.text, self.register)))
                return self._wait(
                    file,
                    Question.ISSUER,
                    Notice(code, (("name", name),)),
                    about=name,
                    candidates=tuple(self.register.names[each] for each in likely),
                )

    def _resolve(self, name: str, file: Examined, report: Report) -> Resolution:
        """A name the user gives that some body is shown by is that body's, whatever it is like."""
        if file.told.issuer:
            shown = [issuer for issuer, known in self.register.names.items() if known == name]
            if shown:
                return Same(shown[0], "issuers.given")
        return resolve(name, self.register, prefectures(report.text), self._named_by)

    def _named_by(self, issuer: int) -> frozenset[str]:
        """The prefectures that a body's reports in the store name."""
        if issuer not in self._places:
            self._places[issuer] = frozenset().union(*map(prefectures, self.store.texts(issuer)))
        return self._places[issuer]

    def _call(self, issuer: int, name: str, file: Examined) -> None:
        """Keep a name a body went by, unless anybody could go by it."""
        if not read_name(name).nobody:
            self.store.add_name(issuer, name, self._by(file), self.at)
            self.register.add(issuer, name, given=bool(file.told.issuer))

    def _by(self, file: Examined) -> str:
        return BY_USER if file.told.issuer else BY_REPORT

    def _file(self, file: Examined, report: Report, issuer: int) -> Outcome:
        """Store a report, unless the body's report of that year says the same already."""
        former = self.store.current(issuer, report.genre, report.reported_year)
        promises = self._own_ids(file.promises, report, issuer)
        if former is not None:
            old = self.store.filed(former)
            if same_wording(old.report, report):
                return self._same(file, self.store.entry(former))
            promises = keep_ids(promises, old.commitments or ())
        url = file.told.url or file.metadata.url
        given = Given(file.told.issuer, file.told.year, file.metadata.title, report.published)
        number, version = self.store.file(
            issuer, report, promises, Origin(file.source, file.sha256, url, given), self.at
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
        return Outcome(file.source, kind, _about(reason, entry), entry, notices=notices)

    def _same(self, file: Examined, entry: Entry) -> Outcome:
        self.store.waiting.drop(file.sha256)
        return Outcome(file.source, Kind.KNOWN, _about("intake.same_wording", entry), entry)

    def _own_ids(
        self, promises: tuple[Commitment, ...], report: Report, issuer: int
    ) -> tuple[Commitment, ...]:
        """Ids no other body uses: two bodies that print the same name are told apart by the shown one."""
        if not self.store.taken_ids((promise.id for promise in promises), issuer):
            return promises
        return commitments(replace(report, issuer=self.register.names[issuer]))

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
                source=file.source,
                path=file.path,
                text=file.report.text if file.report else None,
                issuer=file.told.issuer,
                year=file.told.year,
                published=file.told.published or file.metadata.published,
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
        return Outcome(file.source, kind, reason, candidates=candidates, notices=file.notices)


def _about(code: str, entry: Entry) -> Notice:
    details = {"issuer": entry.issuer, "year": entry.reported_year, "version": entry.version}
    return Notice(code, tuple((key, str(value)) for key, value in details.items()))


def take_in(store: Store, found: Iterable[Found], told: Told, at: str) -> Iterator[Outcome]:
    """Take files in one by one, in order; one that cannot be read or placed stops nothing."""
    intake = Intake(store, at)
    for file in found:
        yield intake.settle(examine(file, told))
