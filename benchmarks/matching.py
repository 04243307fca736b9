"""Bodies a second through the core scorer, beside a bare rapidfuzz.process.cdist(ratio) on the same pairs."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from itertools import accumulate

from rapidfuzz import fuzz, process

from tracker.field import shipped
from tracker.matching.match import match, measure
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import SectionKind

PROMISES, STATEMENTS, ROUNDS = 25, 60, 40
WORDS = (
    *("规范性文件", "行政复议", "执法人员", "矛盾纠纷", "政务服务", "法律顾问", "营商环境", "普法宣传"),
    *("合法性审查", "信息公开", "涉企检查", "人民调解", "农村公路", "幼儿园", "老旧小区", "污水处理"),
)
VERBS = ("健全", "完善", "新建", "改造", "印发", "开展", "推进", "办理", "规范", "落实")


def body(seed: int) -> tuple[list[Commitment], list[Statement]]:
    """An invented body of usual size: 25 promises, 60 statements of about 50 characters."""
    rng = random.Random(seed)  # noqa: S311 - invented text
    said = ["，".join(_clause(rng) for _ in range(4)) + "。" for _ in range(PROMISES + STATEMENTS)]
    ends = [0, *accumulate(map(len, said))]
    promises = [
        Commitment(str(n), text, ends[n], ends[n + 1], (f"（{n // 5}）",), Testability.CONTINUING)
        for n, text in enumerate(said[:PROMISES])
    ]
    kinds = [SectionKind.MEASURES] * 40 + [SectionKind.PROBLEMS] * 5 + [SectionKind.PLAN] * 15
    answers = [
        Statement(kind, text, ends[n], ends[n + 1], (f"（{n // 5}）",))
        for n, (kind, text) in enumerate(zip(kinds, said[PROMISES:], strict=True), PROMISES)
    ]
    return promises, answers


def _clause(rng: random.Random) -> str:
    return (
        f"{rng.choice(VERBS)}{rng.choice(WORDS)}{rng.choice(VERBS)}{rng.choice(WORDS)}{rng.randint(2, 99)}件"
    )


def rate(
    run: Callable[[list[Commitment], list[Statement]], object],
    bodies: Sequence[tuple[list[Commitment], list[Statement]]],
) -> float:
    """Bodies a second of processor time."""
    start = time.process_time()
    for promises, statements in bodies:
        run(promises, statements)
    return len(bodies) / (time.process_time() - start)


def main() -> None:
    """Print the three rates."""
    field = shipped()
    bodies = [body(seed) for seed in range(ROUNDS)]
    core = rate(lambda p, s: measure(p, s, field), bodies)
    whole = rate(lambda p, s: match(p, s, field), bodies)
    bare = rate(
        lambda p, s: process.cdist([x.text for x in p], [x.text for x in s], scorer=fuzz.ratio), bodies
    )
    print(f"core scorer (all pairs)        {core:8.0f} bodies/s")
    print(f"whole match with explanations  {whole:8.0f} bodies/s")
    print(
        f"rapidfuzz cdist(ratio)         {bare:8.0f} bodies/s; the core takes {bare / core:.1f} times as long"
    )


if __name__ == "__main__":
    main()
