"""How far each format gives what the plain text gives: sections, items and commitments, as a Markdown table.

    python benchmarks/agreement.py DATA

DATA holds `formats/` made from the texts of `rule-of-law/`, and `work-reports/originals/` with the same
reports as cleaned texts in `work-reports/<body>/<year>.txt`. Texts are compared folded.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from tracker.readers.files import Found, files
from tracker.readers.isolation import isolated
from tracker.readers.raw import Raw
from tracker.reading.commitments import commitments
from tracker.reading.document import Given, Item, Report, read
from tracker.reading.text import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """What is compared of a report, folded."""

    sections: tuple[tuple[str, str], ...]
    items: tuple[tuple[str, str], ...]
    commitments: tuple[str, ...]


@dataclass(slots=True)
class Share:
    """What agreed in one group of files."""

    files: int = 0
    same: int = 0
    sections: int = 0
    items: int = 0
    expected: int = 0
    found: int = 0
    extra: int = 0


def reading(text: str, title: str | None) -> Reading:
    """What the core makes of a text."""
    report = read(text, Given(title=title))
    return Reading(
        tuple((part.kind.value, fold(part.heading or "").text) for part in report.sections),
        tuple(item for part in report.sections for item in _items(report, part.items)),
        tuple(fold(each.text).text for each in commitments(report)),
    )


def _items(report: Report, below: tuple[Item, ...]) -> list[tuple[str, str]]:
    """Number and text of every item, in order."""
    found: list[tuple[str, str]] = []
    for item in below:
        found.append((fold(item.number or "").text, fold(report.text[item.start : item.end]).text))
        found.extend(_items(report, item.items))
    return found


def expected(data: Path) -> dict[str, Path]:
    """The text that a file name must give: by its leading number, body or province."""
    return {path.name[:3]: path for path in sorted((data / "rule-of-law").glob("*.txt"))}


def cleaned(data: Path, text: str, year: str) -> Path:
    """The cleaned text that shares most lines with one as it is handed around."""
    lines = {fold(line).text for line in text.splitlines()} - {""}
    return max(
        sorted((data / "work-reports").glob(f"*/{year}.txt")),
        key=lambda path: len(lines & {fold(line).text for line in path.read_text("utf-8").splitlines()}),
    )


def group(found: Found) -> str:
    """The row of the table a file belongs to."""
    if found.members:
        return "zip of work reports (.docx)"
    if found.name.endswith(".raw.txt"):
        return "work reports with page furniture (.txt)"
    variant = re.sub(r"^\d{3}_?|\.[^.]+$", "", found.path.name)
    kind = re.sub(r"_(utf-8|gb18030)$", "", variant)
    return f"{found.path.suffix} {kind}".strip()


def compare(data: Path) -> tuple[dict[str, Share], list[str]]:
    """The share of every group, and a line for each file that differs."""
    shares: dict[str, Share] = defaultdict(Share)
    differing: list[str] = []
    texts = expected(data)
    for found in files([data / "formats", data / "work-reports" / "originals"]):
        raw = isolated(found)
        name = found.path.name
        numbered = "formats" in found.path.parts
        if name.startswith(("gotcha", "README")):
            continue
        if not isinstance(raw, Raw):
            differing.append(f"{found.name}: {raw.code}")
            continue
        year = "2025" if found.members else "2026"
        target = texts[name[:3]] if numbered else cleaned(data, raw.text, year)
        want, got = reading(target.read_text("utf-8"), None), reading(raw.text, raw.metadata.title)
        _add(shares[group(found)], want, got)
        if want != got:
            differing.append(f"{found.name}: {_difference(want, got)}")
    return shares, differing


def _add(share: Share, want: Reading, got: Reading) -> None:
    """Count one file."""
    common = (Counter(want.commitments) & Counter(got.commitments)).total()
    share.files += 1
    share.same += want == got
    share.sections += want.sections == got.sections
    share.items += want.items == got.items
    share.expected += len(want.commitments)
    share.found += common
    share.extra += len(got.commitments) - common


def _difference(want: Reading, got: Reading) -> str:
    """What differs in one file, in a few words."""
    lost = Counter(want.commitments) - Counter(got.commitments)
    more = Counter(got.commitments) - Counter(want.commitments)
    parts = [f"-{text[:40]}" for text in lost] + [f"+{text[:40]}" for text in more]
    if want.sections != got.sections:
        parts.append(f"sections {len(want.sections)}≠{len(got.sections)}")
    if want.items != got.items:
        parts.append(f"items {len(want.items)}≠{len(got.items)}")
    return "; ".join(parts)


def main(data: Path) -> None:
    """Print the table, then what differs on stderr."""
    shares, differing = compare(data)
    print("| files | number | same sections | same items | commitments found | not in the text |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, share in sorted(shares.items()):
        print(
            f"| {name} | {share.files} | {share.sections} | {share.items} "
            f"| {share.found} of {share.expected} | {share.extra} |"
        )
    total = list(shares.values())
    print(
        f"| all | {sum(each.files for each in total)} | {sum(each.sections for each in total)} "
        f"| {sum(each.items for each in total)} | {sum(each.found for each in total)} of "
        f"{sum(each.expected for each in total)} | {sum(each.extra for each in total)} |"
    )
    for line in differing:
        print(line, file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
