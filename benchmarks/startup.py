"""`tracker --help` against `python -c "import click"`: best of N runs each, in turns; the bound is 1.5."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

RUNS = 30
CLICK = ("-c", "import click")
HELP = ("-c", "from tracker.cli import main; main(['--help'])")


def seconds(arguments: tuple[str, ...]) -> float:
    """The wall clock of one process."""
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (ourselves)
    return perf_counter() - start


def main() -> None:
    """Print both times and their ratio."""
    pairs = [(seconds(CLICK), seconds(HELP)) for _ in range(RUNS)]
    click, tracker = (min(column) for column in zip(*pairs, strict=True))
    print(
        f"import click {click:.3f} s, tracker --help {tracker:.3f} s, ratio {tracker / click:.2f} (bound 1.5)"
    )


if __name__ == "__main__":
    main()
