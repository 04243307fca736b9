"""Feed every reader mutated files: it must give a text or an `Unreadable`, soon, and never die.

    python benchmarks/fuzz.py FOLDER [COUNT] [FORMAT...]

FOLDER holds whole files of the formats. COUNT mutations of each format (3,000) are read in processes of
250, so that a crash of a library is counted and named by its seed. Exits 1 on anything unforeseen.
LibreOffice takes seconds a file and is kept out, unless the format asked for is `office`: then the RTF, Word
and Word XML files of FOLDER go through it, whatever other reader they have.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from tracker.readers import office
from tracker.readers.files import files
from tracker.readers.raw import Unreadable
from tracker.readers.table import READERS, kind, read_bytes

BATCH = 250
SLOW = 10.0
OFFICE = "office"
OFFICE_KINDS = ("rtf", "doc", "wordml")
SMALLEST = 16


def mutate(data: bytes, random: Random) -> bytes:
    """One to eight changes: bytes flipped, stretches cut, doubled, moved, overwritten, the end torn off."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if len(changed) < SMALLEST:
            break
        start = random.randrange(len(changed))
        end = min(len(changed), start + random.choice((1, 2, 4, 16, 256, 4096)))
        random.choice(CHANGES)(changed, start, end, random)
    return bytes(changed)


def _flip(data: bytearray, start: int, end: int, random: Random) -> None:
    """Overwrite with random bytes."""
    data[start:end] = random.randbytes(end - start)


def _extreme(data: bytearray, start: int, end: int, random: Random) -> None:
    """Overwrite with bytes that make the largest and smallest numbers."""
    data[start:end] = bytes((random.choice((0, 0x7F, 0x80, 0xFF)),)) * (end - start)


def _cut(data: bytearray, start: int, end: int, _: Random) -> None:
    """Take out."""
    del data[start:end]


def _double(data: bytearray, start: int, end: int, random: Random) -> None:
    """Repeat in place."""
    data[start:start] = data[start:end] * random.choice((1, 3, 50))


def _move(data: bytearray, start: int, end: int, random: Random) -> None:
    """Copy elsewhere."""
    place = random.randrange(len(data))
    data[place : place + end - start] = data[start:end]


def _tear(data: bytearray, start: int, _end: int, random: Random) -> None:
    """Lose the rest, now and then."""
    if random.random() < 0.2:  # noqa: PLR2004 - one in five
        del data[start:]


CHANGES: tuple[Callable[[bytearray, int, int, Random], None], ...] = (
    *(_flip, _flip, _extreme, _cut, _double, _move, _tear),
)


def mutate_inside(data: bytes, random: Random) -> bytes:
    """Change one member of a zip and pack it again, so that the change gets past its checksum."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels")) and "tyles" not in name]
        chosen = random.choice(names)
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutate(content, random) if name == chosen else content)
    return out.getvalue()


def mutation(data: bytes, seed: int) -> bytes:
    """The mutation of a file that a seed stands for."""
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    if data.startswith(b"PK") and seed % 4:
        return mutate_inside(data, random)
    return mutate(data, random)


def outcome(data: bytes, seed: int, by: str = "") -> str:
    """What became of one mutation, in a word; one that is worth looking at begins with `!`."""
    started = time.monotonic()
    limit = SLOW + office.SECONDS if by == OFFICE else SLOW
    try:
        _read(data, mutation(data, seed), by)
        result = "read"
    except Unreadable as failure:
        result = failure.code
    except BaseException as error:  # noqa: BLE001 - finding these is what this is for
        result = f"!{type(error).__name__}"
    return f"!slow {result}" if time.monotonic() - started > limit else result


def _read(whole: bytes, mutated: bytes, by: str) -> None:
    """Read as the program does, or by LibreOffice as what the file was before it was changed."""
    if by == OFFICE:
        office.read(mutated, kind(whole))
    else:
        read_bytes(mutated, "fuzz")


def _batch(
    samples: list[bytes], seeds: range, by: str, out: multiprocessing.SimpleQueue[tuple[int, str]]
) -> None:
    """Read a batch in a process of its own."""
    for seed in seeds:
        out.put((seed, outcome(samples[seed % len(samples)], seed, by)))


def fuzz(samples: list[bytes], count: int, by: str = "") -> dict[int, str]:
    """The outcome of `count` seeds; one that ends its process is a crash, and the next seed goes on."""
    context = multiprocessing.get_context("fork")
    results: dict[int, str] = {}
    seed = 0
    while seed < count:
        end = min(seed + BATCH, count)
        queue: multiprocessing.SimpleQueue[tuple[int, str]] = context.SimpleQueue()
        process = context.Process(target=_batch, args=(samples, range(seed, end), by, queue))
        process.start()
        while seed < end and (process.is_alive() or not queue.empty()):
            if queue.empty():
                time.sleep(0.01)
                continue
            place, result = queue.get()
            results[place] = result
            seed = place + 1
        process.join()
        if seed < end:
            results[seed] = f"!crash {process.exitcode}"
            seed += 1
    return results


def main(folder: Path, count: int, formats: list[str]) -> int:
    """Print a line for each format; return 1 if anything unforeseen came up."""
    if formats != [OFFICE]:
        os.environ["PATH"] = ""
    samples: dict[str, list[bytes]] = {}
    for found in files([folder]):
        data = found.read()
        samples.setdefault(kind(data), []).append(data)
    samples[OFFICE] = [data for name in OFFICE_KINDS for data in samples.get(name, ())]
    bad = 0
    for name in formats or [each for each in READERS if each in samples]:
        started = time.monotonic()
        results = fuzz(samples[name], count, name)
        tally = Counter(results.values())
        print(f"{name}: {len(results)} in {time.monotonic() - started:.0f} s: {dict(tally.most_common())}")
        unforeseen = {seed: result for seed, result in results.items() if result.startswith("!")}
        bad += len(unforeseen)
        for seed, result in list(unforeseen.items())[:10]:
            print(f"  {name} seed {seed}: {result}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 3000, sys.argv[3:]))
