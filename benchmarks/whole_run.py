"""Every real report ingested and every year audited in one run: seconds, reports/s, peak memory, and where.

Usage: python benchmarks/whole_run.py [FOLDER…]; by default the real reports beside the checkout. With
`--profile` the functions of each stage that take longest are listed too.
"""

from __future__ import annotations

import cProfile
import pstats
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from tracker.examined import Told
from tracker.intake import take_in
from tracker.pages.write import write_year
from tracker.readers.files import files
from tracker.storage.store import Store
from tracker.year import audits, missing, pairings, shipped_judge

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDERS = [DATA / "rule-of-law", *sorted(path for path in (DATA / "work-reports").glob("*") if path.is_dir())]
AT = "2026-01-01T00:00:00+00:00"
SHOWN = 12


def megabytes() -> float:
    """The peak of this process so far; readers that ran in processes of their own are not in it."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**2 if sys.platform == "darwin" else 1024)


def stage(name: str, work: Callable[[], int], unit: str, *, profile: bool) -> None:
    """Run it, and print how long it took for how many."""
    profiler = cProfile.Profile()
    start = perf_counter()
    count = profiler.runcall(work) if profile else work()
    seconds = perf_counter() - start
    print(f"{name:<12}{seconds:8.2f} s{count:6} {unit}{count / seconds:9.1f}/s{megabytes():8.0f} MB peak")
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(SHOWN)


def main(arguments: list[str]) -> None:
    """Ingest once, ingest again, audit every year."""
    profile = "--profile" in arguments
    folders = [Path(each) for each in arguments if each != "--profile"] or FOLDERS
    with (
        tempfile.TemporaryDirectory() as name,
        Store.open(f"sqlite:///{name}/all.sqlite", create=True) as store,
    ):
        found = [file for file in files(folders) if "originals" not in file.path.parts]

        def ingest() -> int:
            return len(list(take_in(store, found, Told(), AT)))

        def audit() -> int:
            bodies = 0
            for year in store.years():
                pairs = pairings(store, year)
                done = audits(store, pairs, judge, AT)
                write_year(Path(name) / str(year), year, done, missing(store, pairs))
                bodies += len(pairs)
            return bodies

        stage("ingest", ingest, "reports", profile=profile)
        stage("again", ingest, "reports", profile=False)
        judge = shipped_judge()
        stage("audit", audit, "bodies", profile=profile)


if __name__ == "__main__":
    main(sys.argv[1:])
