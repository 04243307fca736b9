"""`tracker audit`: a year's promises held against the year's reports, as pages and audit.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import click

from tracker import chronicle, dates
from tracker.audits.audit import Audit, Finding
from tracker.errors import TrackerError
from tracker.judging.verdicts import Verdict
from tracker.naming import called
from tracker.pages.names import body_name
from tracker.pages.write import write_year, write_years
from tracker.parameters import Year
from tracker.storage.store import Pairing, Store
from tracker.terminal import Terminal
from tracker.year import Judge, audits, missing, pairings, shipped_judge

FINDINGS = 3


@click.command(help="cli.audit")
@click.option("--year", type=Year(), help="cli.audit_year")
@click.option("--every-year", is_flag=True, help="cli.audit_every_year")
@click.option("--issuer", "issuers", multiple=True, help="cli.audit_issuer")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="cli.audit_out")
@click.option("--strict", is_flag=True, help="cli.audit_strict")
@click.pass_obj
def audit(  # noqa: PLR0913 (one parameter for each option)
    terminal: Terminal,
    year: int | None,
    issuers: tuple[str, ...],
    out: Path | None,
    *,
    every_year: bool,
    strict: bool,
) -> int:
    """Write the pages and say which one to open; 3 where `strict` and a person found something dropped."""
    if every_year and year is not None:
        raise click.UsageError(terminal.say("cli.one_or_every_year"))
    with Store.open(terminal.db) as store:
        bodies = [called(name, store.issuers()).id for name in issuers]
        asked = chronicle.every_year(store, bodies) if every_year else ()
        if every_year and not asked:
            raise TrackerError("cli.no_year_to_audit")
        runs = [pairings(store, one, bodies) for one in asked or (year,)]
        known = chronicle.series(store, chain.from_iterable(runs))
        folders = [_folder(out, pairs, every_year) for pairs in runs]
        write = partial(_audit, store, known, terminal, shipped_judge())
        dropped = [write(pairs, folder) for pairs, folder in zip(runs, folders, strict=True)]
        for pairs in runs:
            of_these = chronicle.only(known, pairs)
            pages = chronicle.recalled(store, of_these)
            write_years(_folder(out, pairs, every_year), pairs[0].year, pages, terminal.pages)
    return FINDINGS if strict and any(dropped) else 0


def _folder(out: Path | None, pairs: Sequence[Pairing], every_year: bool) -> Path:  # noqa: FBT001 (private)
    """Where the pages of a year go: of several years each has its own folder."""
    year = pairs[0].year
    if out is None:
        return Path(f"audit-{year}")
    return out / str(year) if every_year else out


def _audit(  # noqa: PLR0913, PLR0917 (what all years share, then the year)
    store: Store,
    known: chronicle.Series,
    terminal: Terminal,
    judge: Judge,
    pairs: Sequence[Pairing],
    folder: Path,
) -> int:
    """Write the pages of one year; how many promises a person found dropped."""
    passed: Counter[str] = Counter()
    done = terminal.watch(audits(store, pairs, judge, dates.now()), len(pairs), "cli.auditing")
    page = write_year(
        folder,
        pairs[0].year,
        _counted(done, passed),
        missing(store, pairs),
        terminal.pages,
        followed={body_name(pair.issuer, pair.genre) for pair in pairs if chronicle.body(pair) in known},
    )
    terminal.echo(
        "cli.audited", year=pairs[0].year, bodies=passed["bodies"], promises=passed["promises"], page=page
    )
    return passed["dropped"]


def _counted(audits: Iterable[Audit], passed: Counter[str]) -> Iterator[Audit]:
    """The audits as they pass, counted."""
    for each in audits:
        passed["bodies"] += 1
        passed["promises"] += len(each.findings)
        passed["dropped"] += sum(map(_is_confirmed, each.findings))
        yield each


def _is_confirmed(finding: Finding) -> bool:
    """Whether a person found it dropped, undisputed by a second reader: the machine alone accuses nobody."""
    return finding.verdict is Verdict.DROPPED and finding.decision is not None and not finding.waits
