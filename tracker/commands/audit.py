"""`tracker audit`: a year's promises held against the year's reports, as pages and audit.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from tracker import dates
from tracker.audits.audit import Audit, Finding
from tracker.judging.verdicts import Verdict
from tracker.naming import called
from tracker.pages.write import write_year
from tracker.parameters import Year
from tracker.storage.store import Store
from tracker.terminal import Terminal
from tracker.year import audits, missing, pairings, shipped_judge

FINDINGS = 3


@click.command(help="cli.audit")
@click.option("--year", type=Year(), help="cli.audit_year")
@click.option("--issuer", "issuers", multiple=True, help="cli.audit_issuer")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="cli.audit_out")
@click.option("--strict", is_flag=True, help="cli.audit_strict")
@click.pass_obj
def audit(
    terminal: Terminal, year: int | None, issuers: tuple[str, ...], out: Path | None, *, strict: bool
) -> int:
    """Write the pages and say which one to open; 3 where `strict` and something was dropped."""
    now = dates.now()
    passed: Counter[str] = Counter()
    with Store.open(terminal.db) as store:
        bodies = [called(name, store.issuers()).id for name in issuers]
        pairs = pairings(store, year, bodies)
        done = terminal.watch(audits(store, pairs, shipped_judge(), now), len(pairs), "cli.auditing")
        of_year = pairs[0].year
        folder = out or Path(f"audit-{of_year}")
        page = write_year(folder, of_year, _counted(done, passed), missing(store, pairs), terminal.pages)
    terminal.echo(
        "cli.audited", year=of_year, bodies=passed["bodies"], promises=passed["promises"], page=page
    )
    return FINDINGS if strict and passed["dropped"] else 0


def _counted(audits: Iterable[Audit], passed: Counter[str]) -> Iterator[Audit]:
    """The audits as they pass, counted."""
    for each in audits:
        passed["bodies"] += 1
        passed["promises"] += len(each.findings)
        passed["dropped"] += sum(
            finding.verdict is Verdict.DROPPED and _is_sure(finding) for finding in each.findings
        )
        yield each


def _is_sure(finding: Finding) -> bool:
    """Whether a reviewer decided it, or the machine needs none."""
    return not finding.waits
