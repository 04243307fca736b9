"""The features behind a score → lines of a table, each with a bar, that add up to the score."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from tracker.language import Language, say
from tracker.matching.matches import Feature, Match
from tracker.wording.pages import WORDING

STRONGEST = 8
"""Features shown beside a verdict, the largest shares first."""


@dataclass(frozen=True, slots=True)
class Share:
    """One feature of a score: what it is, its value, its share in the log-odds and a bar for it.

    The bar goes from `x` over `width`, in per cent; 50 is no share.
    """

    label: str
    value: str
    share: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Computation:
    """The lines, and the sum they lead to: log-odds with sign, and the probability it stands for."""

    lines: tuple[Share, ...]
    odds: str
    probability: str


def computation(match: Match, language: Language) -> Computation | None:
    """How the probability that a promise is answered came about; None where nothing was computed.

    The last line is what is left: the starting value of the model and the features not shown.
    """
    if not match.explained or not 0 < match.answered < 1:
        return None
    strongest = sorted(match.explained, key=lambda feature: (-abs(feature.share), feature.name))[:STRONGEST]
    odds = log(match.answered / (1 - match.answered))
    rest = odds - sum(feature.share for feature in strongest)
    largest = max(*(abs(feature.share) for feature in strongest), abs(rest))
    lines = [_share(feature, largest, language) for feature in strongest]
    lines.append(_line(say(language, "pages.base"), "", rest, largest))
    return Computation(tuple(lines), _signed(odds), f"{100 * match.answered:.0f}%")


def _share(feature: Feature, largest: float, language: Language) -> Share:
    label = known(f"feature_{feature.name}", feature.name, language)
    return _line(label, f"{feature.value:.2f}", feature.share, largest)


def _line(label: str, value: str, share: float, largest: float) -> Share:
    width = round(50 * abs(share) / (largest or 1), 1)
    return Share(label, value, _signed(share), round(50 - width, 1) if share < 0 else 50.0, width)


def _signed(share: float) -> str:
    """With a true minus, as wide as the plus."""
    return f"{share:+.2f}".replace("-", "−")


def known(key: str, name: str, language: Language) -> str:
    """What the catalogue calls `key`; a flag or feature newer than the catalogue goes by its own name."""
    return say(language, f"pages.{key}") if key in WORDING else name
