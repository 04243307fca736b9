"""The features behind a score → lines of a table, each with a bar."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.language import Language, say
from tracker.matching.matches import Feature
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


def shares(features: tuple[Feature, ...], language: Language) -> tuple[Share, ...]:
    """The features with the largest shares, either way, in that order."""
    largest = max((abs(feature.share) for feature in features), default=0) or 1
    strongest = sorted(features, key=lambda feature: (-abs(feature.share), feature.name))[:STRONGEST]
    return tuple(_share(feature, largest, language) for feature in strongest)


def _share(feature: Feature, largest: float, language: Language) -> Share:
    width = round(50 * abs(feature.share) / largest, 1)
    x = 50 - width if feature.share < 0 else 50.0
    label = known(f"feature_{feature.name}", feature.name, language)
    return Share(label, f"{feature.value:.2f}", f"{feature.share:+.2f}", x, width)


def known(key: str, name: str, language: Language) -> str:
    """What the catalogue calls `key`; a flag or feature newer than the catalogue goes by its own name."""
    return say(language, f"pages.{key}") if key in WORDING else name
