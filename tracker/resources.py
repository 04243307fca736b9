"""Where templates/, migrations/ and other folders beside the package lie, in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def folder(name: str, package: Path = PACKAGE) -> Path:
    """The folder inside the package (a wheel) or else beside it (a checkout); FileNotFoundError if none."""
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"{name}: neither inside nor beside {package}")
