"""What a Word style says that text hangs on: its list, and whether its text is hidden or repeats headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.readers.xml import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One style; None where it says nothing and its parent decides."""

    name: str = ""
    parent: str | None = None
    num: str | None = None
    level: int | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def _chain(self, style: str | None) -> list[tuple[str, Style]]:
        """Return a style and its parents; a circle ends after twenty."""
        chain: list[tuple[str, Style]] = []
        while style in self.by_id and len(chain) < _DEPTH:
            chain.append((style, self.by_id[style]))
            style = self.by_id[style].parent
        return chain

    def hidden(self, style: str | None) -> bool:
        """Tell whether text in this style is hidden."""
        return next((each.hidden for _, each in self._chain(style) if each.hidden is not None), False)

    def contents(self, style: str | None) -> bool:
        """Tell whether the style is one of a table of contents, whose lines repeat the headings."""
        return any(each.name.lower().startswith("toc ") for _, each in self._chain(style))

    def list(self, style: str | None) -> tuple[str, str, int] | None:
        """Return the style that points to a list, the list and the level it says (0 if none)."""
        for key, each in self._chain(style):
            if each.num is not None:
                return key, each.num, each.level or 0
        return None


def styles(root: Element | None) -> Styles:
    """Read `word/styles.xml`."""
    found: dict[str, Style] = {}
    default: str | None = None
    for element in root if root is not None else ():
        if local(element) != "style":
            continue
        key = attribute(element, "styleId") or ""
        found[key] = _style(element)
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true"}:
            default = key
    return Styles(found, default)


def _style(element: Element) -> Style:
    """Read one style."""
    name, parent, num, level, hidden = "", None, None, None, None
    for child in element:
        tag = local(child)
        if tag == "name":
            name = attribute(child, "val") or ""
        elif tag == "basedOn":
            parent = attribute(child, "val")
        elif tag == "pPr":
            num, level = list_of(child)
        elif tag == "rPr":
            hidden = switch(child, "vanish")
    return Style(name, parent, num, level, hidden)


def list_of(properties: Element) -> tuple[str | None, int | None]:
    """Return the list and the level that paragraph properties name."""
    num: str | None = None
    level: int | None = None
    for child in properties:
        if local(child) == "numPr":
            for part in child:
                value = attribute(part, "val") or ""
                if local(part) == "numId":
                    num = value
                elif local(part) == "ilvl" and value in set("012345678"):
                    level = int(value)
    return num, level


def switch(properties: Element, name: str) -> bool | None:
    """Return an on/off property: on without a value, None if absent."""
    for child in properties:
        if local(child) == name:
            return attribute(child, "val") not in {"0", "false", "off"}
    return None
