"""One unit of work on the store: core values in, core values out; rows never leave.

Reading sees one state of the store until the next `transaction`. All lists are ordered by what they
say (names, years, versions) and in Python, since databases disagree on how to sort Chinese.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, count

from sqlalchemy import ColumnElement, event, func, insert, or_, select, update
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session, aliased

from tracker import __version__
from tracker.audits.audit import Decision, Filed
from tracker.errors import TrackerError
from tracker.reading.commitments import Commitment, commitments
from tracker.reading.document import Genre, Report
from tracker.storage import database, upgrade
from tracker.storage.decisions import Decisions, MachineVerdicts
from tracker.storage.filing import Origin, reading
from tracker.storage.holdings import Entry, Issuer, Name, Pairing
from tracker.storage.moving import Moves, gather
from tracker.storage.replying import Replies
from tracker.storage.rows import filed_of, issuer_of, promise_row
from tracker.storage.schema import CommitmentRow, IssuerRow, NameRow, ReportRow
from tracker.storage.signing import Signatures
from tracker.storage.waiting import WaitingList

__all__ = ["Entry", "Issuer", "Name", "Pairing", "Store"]


class Store:
    """An open store; get one from `Store.open`."""

    def __init__(self, session: Session, url: URL) -> None:
        self.session = session
        self.url = url
        self.waiting = WaitingList(session)
        self.ledger = Decisions(session)
        self.replies = Replies(session)
        self.signatures = Signatures(session)
        self.machine = MachineVerdicts(session)
        self.moves = Moves(session)
        event.listen(session, "before_flush", _guard)

    @classmethod
    @contextmanager
    def open(cls, url: str, *, create: bool = False, write: bool = True) -> Iterator[Store]:
        """The store at `url`, made where none is if `create`; TrackerError says why it cannot be used."""
        address = database.address(url)
        with database.told(address):
            _prepare(address, create=create)
            engine = database.engine(address, write=write)
            try:
                with engine.connect() as connection:
                    if create and upgrade.standing(connection) is upgrade.Standing.EMPTY:
                        upgrade.create_there(connection)
                    upgrade.require(connection, database.shown(address))
                with Session(engine) as session:
                    yield cls(session, address)
            finally:
                engine.dispose()

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """All or nothing; waits for other writers, and holds them off until the end.

        Without `keep` nothing stays: a rehearsal.
        """
        self.session.rollback()
        with database.told(self.url):
            database.lock(self.session.connection(execution_options={"writing": True}))
            self.session.info["writing"] = True
            try:
                yield
                if keep:
                    self.session.commit()
            finally:
                self.session.info["writing"] = False
                self.session.rollback()

    def issuers(self) -> tuple[Issuer, ...]:
        """Every body that was not merged into another, by name."""
        counts = dict(
            self.session.execute(select(ReportRow.issuer_id, func.count()).group_by("issuer_id")).all()
        )
        rows = self.session.scalars(select(IssuerRow).where(IssuerRow.merged_into.is_(None)))
        return tuple(
            sorted((issuer_of(row, counts.get(row.id, 0)) for row in rows), key=lambda one: one.name)
        )

    def count_names(self) -> int:
        """How many names there are: whoever adds one changes it."""
        return self.session.scalar(select(func.count()).select_from(NameRow)) or 0

    def add_issuer(self, name: str, by: str, at: str) -> int:
        """A new body of that name, and its number; TrackerError if another one is called so."""
        self._require_free(name)
        row = IssuerRow(name=name, names=[NameRow(name=name, added_by=by, added_at=at)])
        self._add(row)
        return row.id

    def add_name(self, issuer: int, name: str, by: str, at: str) -> None:
        """Another name of a body; nothing happens if it has that name already."""
        row = self._issuer(issuer)
        if name not in [known.name for known in row.names]:
            row.names.append(NameRow(name=name, added_by=by, added_at=at))
            self.session.flush()

    def rename(self, issuer: int, name: str, by: str, at: str) -> None:
        """Show a body under another name; the old one stays one of its names."""
        row = self._issuer(issuer)
        if name != row.name:
            self._require_free(name)
            self.add_name(issuer, name, by, at)
            row.name = name

    def merge(self, issuer: int, into: int, by: str, at: str) -> None:
        """One body turned out to be another: its reports, names and all that hangs on them go there.

        Reports of the same year become versions of one another, in the order in which they came in.
        """
        gone, stays = self._issuer(issuer), self._issuer(into)
        if gone.id == stays.id:
            raise TrackerError("store.same_issuer", issuer=gone.name)
        for name in gone.names:
            self.add_name(stays.id, name.name, by, at)
        self.session.execute(
            update(IssuerRow).where(IssuerRow.merged_into == gone.id).values(merged_into=stays.id)
        )
        gone.merged_into = stays.id
        gather(self.session, gone.id, stays.id)

    def reports(self) -> tuple[Entry, ...]:
        """Every version of every report, by body, genre, year and version."""
        return self._entries()

    def find(self, sha256: str) -> Entry | None:
        """The report whose file had these bytes."""
        return next(iter(self._entries(ReportRow.sha256 == sha256)), None)

    def entry(self, report: int) -> Entry:
        """One report of the list; TrackerError if there is none of that number."""
        for found in self._entries(ReportRow.id == report):
            return found
        raise TrackerError("store.no_report", report=report)

    def numbered(self, prefix: str) -> tuple[int, ...]:
        """The bodies with a report whose document number begins so, each once."""
        found = self.session.scalars(
            select(ReportRow.issuer_id)
            .where(ReportRow.document_number.startswith(prefix, autoescape=True))
            .order_by(ReportRow.issuer_id)
            .distinct()
        )
        return tuple(found)

    def texts(self, issuer: int) -> Iterator[str]:
        """The texts of all of a body's reports, one at a time."""
        numbers = select(ReportRow.id).where(ReportRow.issuer_id == issuer).order_by(ReportRow.id)
        for number in self.session.scalars(numbers).all():
            yield self.session.scalars(select(ReportRow.text).where(ReportRow.id == number)).one()

    def _entries(self, *conditions: ColumnElement[bool]) -> tuple[Entry, ...]:
        later, columns = aliased(ReportRow), [getattr(ReportRow, name) for name in _LISTED]
        superseded = select(later.id).where(later.supersedes == ReportRow.id).exists()
        promises = (
            select(func.count())
            .where(CommitmentRow.report_id == ReportRow.id, CommitmentRow.place.is_not(None))
            .scalar_subquery()
        )
        rows = self.session.execute(
            select(IssuerRow.name.label("issuer"), ~superseded, promises, *columns)
            .join(ReportRow.issuer)
            .where(*conditions)
        )
        entries = [
            Entry(issuer=issuer, current=current, promises=count, **dict(zip(_LISTED, rest, strict=True)))
            for issuer, current, count, *rest in rows
        ]
        return tuple(sorted(entries, key=lambda one: (one.issuer, one.genre, one.reported_year, one.version)))

    def filed(self, report: int) -> Filed:
        """One report with its promises; TrackerError if there is none of that number."""
        row = self.session.get(ReportRow, report)
        if row is None:
            raise TrackerError("store.no_report", report=report)
        own = self.session.execute(
            select(*(getattr(CommitmentRow, name) for name in _PROMISE))
            .where(CommitmentRow.report_id == report, CommitmentRow.place.is_not(None))
            .order_by(CommitmentRow.place)
        )
        promises = tuple(
            Commitment(key, said, start, end, tuple(path), grade)
            for key, said, start, end, path, grade in own
        )
        return filed_of(row, promises)

    def versions(self, issuer: int, genre: Genre, reported_year: int | None) -> tuple[int, ...]:
        """The numbers of all versions of a body's report of a year, the first first."""
        rows = self.session.scalars(
            select(ReportRow.id)
            .where(
                ReportRow.issuer_id == issuer,
                ReportRow.genre == genre,
                ReportRow.reported_year == reported_year,
            )
            .order_by(ReportRow.version)
        )
        return tuple(rows)

    def file(
        self, issuer: int, report: Report, promises: Iterable[Commitment], origin: Origin, at: str
    ) -> tuple[int, int]:
        """Store a report as the newest version of its body and year: its number and its version."""
        if report.reported_year is None:
            raise ValueError("a report without a year cannot be filed")
        former = self.versions(issuer, report.genre, report.reported_year)
        version = len(former) + 1
        row = ReportRow(
            issuer_id=issuer,
            genre=report.genre,
            reported_year=report.reported_year,
            plan_year=report.plan_year,
            version=version,
            supersedes=former[-1] if former else None,
            sha256=origin.sha256,
            source=origin.source,
            url=origin.url,
            published=report.published,
            title=report.title,
            document_number=report.document_number,
            printed_issuer=report.issuer,
            text=report.text,
            reading=reading(report),
            given={
                "issuer": origin.given.issuer,
                "year": origin.given.year,
                "title": origin.given.title,
                "published": origin.given.published,
            },
            read_by=__version__,
            ingested_at=at,
        )
        self._add(row)
        own = [promise_row(row.id, place, promise) for place, promise in enumerate(promises)]
        if own:
            self.session.execute(insert(CommitmentRow), own)
        return row.id, version

    def taken_ids(self, ids: Iterable[str], issuer: int) -> frozenset[str]:
        """Those of the promise ids that reports of other bodies use."""
        rows = self.session.scalars(
            select(CommitmentRow.id)
            .join(ReportRow, ReportRow.id == CommitmentRow.report_id)
            .where(CommitmentRow.id.in_(list(ids)), ReportRow.issuer_id != issuer)
        )
        return frozenset(rows)

    def own_ids(
        self, promises: tuple[Commitment, ...], report: Report, issuer: int
    ) -> tuple[Commitment, ...]:
        """Ids no other body uses: two bodies that print the same name are told apart by the one shown."""
        own, name = promises, self.session.get_one(IssuerRow, issuer).name
        names = chain([name], (f"{name}#{number}" for number in count(2)))
        while self.taken_ids((promise.id for promise in own), issuer):
            own = commitments(replace(report, issuer=next(names)))
        return own

    def years(self) -> tuple[int, ...]:
        """The years some report has a plan for or covers, in order."""
        plans = self.session.scalars(select(ReportRow.plan_year).distinct())
        covered = self.session.scalars(select(ReportRow.reported_year).distinct())
        return tuple(sorted({year for year in (*plans, *covered) if year is not None}))

    def pairings(self, year: int) -> tuple[Pairing, ...]:
        """What there is for `year`, by body and genre; load each with `load`, in any process."""
        plans: dict[tuple[str, int, Genre], Entry] = {}
        answers: dict[tuple[str, int, Genre], Entry] = {}
        touching = or_(ReportRow.plan_year == year, ReportRow.reported_year == year)
        for entry in self._entries(touching):
            key = (entry.issuer, entry.issuer_id, entry.genre)
            if entry.current and entry.plan_year == year:
                plans[key] = entry
            if entry.current and entry.reported_year == year:
                answers[key] = entry
        return tuple(
            Pairing(*key, year, _number_of(plans.get(key)), _number_of(answers.get(key)))
            for key in sorted(plans.keys() | answers.keys())
        )

    def load(self, pairing: Pairing) -> tuple[Filed | None, Filed | None]:
        """The baseline and the answer of a pairing."""
        baseline, answer = pairing.baseline, pairing.answer
        return (
            None if baseline is None else self.filed(baseline),
            None if answer is None else self.filed(answer),
        )

    def holding(self, year: int, promises: Iterable[str]) -> Iterator[tuple[Pairing, Filed, Filed | None]]:
        """The pairings of `year` whose plan holds one of these promises, each with its two reports."""
        reports = set(
            self.session.scalars(
                select(CommitmentRow.report_id).where(CommitmentRow.id.in_(list(promises))).distinct()
            )
        )
        for pairing in self.pairings(year):
            if pairing.baseline in reports:
                baseline, answer = self.load(pairing)
                if baseline is not None:
                    yield pairing, baseline, answer

    def history(self, pairing: Pairing) -> tuple[Filed, ...]:
        """The body's current reports of the same genre before the baseline, the latest first."""
        of_body = (ReportRow.issuer_id == pairing.issuer_id, ReportRow.genre == pairing.genre)
        earlier = [
            entry
            for entry in self._entries(*of_body, ReportRow.reported_year < pairing.year)
            if entry.current and entry.id != pairing.baseline
        ]
        return tuple(self.filed(entry.id) for entry in reversed(earlier))

    def decisions(self, pairing: Pairing) -> tuple[Decision, ...]:
        """What reviewers decided on the body's promises for that year, as it stands today."""
        return self.ledger.standing(pairing)

    def _add(self, row: IssuerRow | ReportRow) -> None:
        self.session.add(row)
        self.session.flush()

    def _issuer(self, number: int) -> IssuerRow:
        """A body's row, following merges."""
        row = self.session.get(IssuerRow, number)
        while row is not None and row.merged_into is not None:
            row = self.session.get(IssuerRow, row.merged_into)
        if row is None:
            raise TrackerError("store.no_issuer", issuer=number)
        return row

    def _require_free(self, name: str) -> None:
        if self.session.scalar(select(IssuerRow.id).where(IssuerRow.name == name)) is not None:
            raise TrackerError("store.name_taken", name=name)


_PROMISE = ("id", "text", "start", "end", "item_path", "testability")
_LISTED = (
    "id",
    "issuer_id",
    "genre",
    "reported_year",
    "plan_year",
    "version",
    "title",
    "source",
    "url",
    "published",
    "sha256",
)


def _guard(session: Session, *_: object) -> None:
    """What is written outside `transaction` would be lost in silence."""
    if not session.info.get("writing"):
        raise RuntimeError("writing outside a transaction")


def _prepare(url: URL, *, create: bool) -> None:
    """Make a SQLite file where none is, or say that there is none."""
    path = database.file(url)
    if path is None or path.exists():
        return
    if not create:
        raise TrackerError("store.missing", path=path)
    upgrade.create(path)


def _number_of(entry: Entry | None) -> int | None:
    return entry.id if entry else None
