"""DOCX: what the document shows when all changes are accepted, its automatic numbers included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from tracker.readers.kinds import Start
from tracker.readers.layout import row
from tracker.readers.metadata import author, title
from tracker.readers.numbering import Numbering, numbering
from tracker.readers.raw import Metadata, Raw, Unreadable
from tracker.readers.styles import Styles, list_of, styles, switch
from tracker.readers.xml import attribute, local, tree
from tracker.readers.zipped import Members

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SKIPPED = frozenset(
    {
        *("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sectPr", "tblPr"),
        *(
            "tblGrid",
            "tcPr",
            "sdtPr",
            "sdtEndPr",
            "rt",
            "annotationRef",
            "footnoteRef",
            "endnoteRef",
            "pgNum",
        ),
    }
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_PRIVATE = range(0xE000, 0xF900)


def told(start: Start) -> bool:
    """By its parts: an Office document that is no workbook and no slides."""
    members = start.members or ()
    if "[Content_Types].xml" not in members:
        return False
    others = any(name.startswith(("xl/", "ppt/")) for name in members)
    return not others or any(name.startswith("word/") for name in members)


def read(data: bytes) -> Raw:
    """Return the paragraphs, a table row on one line; raises `Unreadable`."""
    members = Members(data)
    body = next((each for each in tree(members.read(_main(members))) if local(each) == "body"), None)
    if body is None:
        raise Unreadable("readers.damaged")
    known = styles(_part(members, "word/styles.xml"))
    lists = {key: style.num for key, style in known.by_id.items() if style.num is not None}
    walk = _Walk(known, numbering(_part(members, "word/numbering.xml"), lists))
    text = "\n".join(walk.blocks(body))
    return Raw("\n".join([text, *_notes(walk, members)]), "docx", _metadata(members))


def _main(members: Members) -> str:
    """Return the name of the main part: nearly always the usual one, else what the relations say."""
    if "word/document.xml" in members:
        return "word/document.xml"
    for relation in tree(members.read("_rels/.rels")):
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return (attribute(relation, "Target") or "").lstrip("/")
    raise Unreadable("readers.damaged")


def _part(members: Members, name: str) -> Element | None:
    """Return a part that a document may lack."""
    return tree(members.read(name)) if name in members else None


def _metadata(members: Members) -> Metadata:
    """Return the document properties; dates of saving are no dates of publication and stay out."""
    core = _part(members, "docProps/core.xml")
    said = {local(each): (each.text or "").strip() or None for each in core} if core is not None else {}
    return Metadata(title=title(said.get("title")), author=author(said.get("creator")))


def _notes(walk: _Walk, members: Members) -> Iterator[str]:
    """Yield the footnotes that the text refers to, below it: inside it they would break sentences."""
    for kind in ("footnotes", "endnotes"):
        wanted = [key for where, key in walk.notes if where == kind]
        root = _part(members, f"word/{kind}.xml") if wanted else None
        if root is None:
            continue
        texts = {attribute(note, "id"): "\n".join(walk.blocks(note)) for note in root}
        yield "注释"
        yield from (texts[key] for key in wanted if key in texts)


@dataclass(slots=True)
class _Walk:
    """One pass over a document, which counts lists and collects note references on its way."""

    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str]] = field(default_factory=list)
    carried: str = ""
    fields: list[bool] = field(default_factory=list)

    def blocks(self, parent: Element) -> Iterator[str]:
        """Yield the lines of a body, cell, note or text box."""
        for child in _accepted(parent):
            tag = local(child)
            if tag == "p":
                yield from self.paragraph(child)
            elif tag == "tbl":
                yield from self.table(child)

    def table(self, table: Element) -> Iterator[str]:
        """Yield a table's rows, deleted ones left out."""
        for line in _accepted(table):
            if local(line) != "tr" or any(
                local(mark) == "del" for each in line if local(each) == "trPr" for mark in each
            ):
                continue
            yield from row([list(self.blocks(cell)) for cell in _accepted(line) if local(cell) == "tc"])

    def paragraph(self, paragraph: Element) -> Iterator[str]:
        """Yield a paragraph and the text boxes anchored in it; a deleted end joins it to the next."""
        properties = next((each for each in paragraph if local(each) == "pPr"), None)
        style = self.styles.default if properties is None else _style(properties) or self.styles.default
        boxes: list[Element] = []
        text = "" if self.styles.contents(style) else self.runs(paragraph, style, boxes)
        if _end_deleted(properties):
            self.carried += text
        else:
            text, self.carried = (self.carried + text).strip(), ""
            number = self.number(properties, style)
            if text:
                yield number + text
        for box in boxes:
            yield from self.blocks(box)

    def number(self, properties: Element | None, style: str | None) -> str:
        """Return the automatic number of a paragraph, and count it."""
        num, level = (None, None) if properties is None else list_of(properties)
        inherited = self.styles.list(style)
        if num is None and inherited is not None:
            owner, num, said = inherited
            own = self.numbering.level_of_style(num, owner)
            level = level if level is not None else own if own is not None else said
        return self.numbering.next(num, level or 0) if num not in (None, "0") else ""

    def runs(self, parent: Element, style: str | None, boxes: list[Element]) -> str:
        """Return the visible text below an element."""
        parts: list[str] = []
        stack: list[Iterator[Element]] = [iter(parent)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            tag = local(child)
            if tag == "t" or tag in _SIGNS or tag == "sym":
                if not any(self.fields):
                    parts.append(_sign(child, tag))
            elif tag == "txbxContent":
                boxes.append(child)
            elif tag == "fldChar":
                self.mark(attribute(child, "fldCharType"))
            elif tag in _NOTES:
                self.notes.append((_NOTES[tag], attribute(child, "id") or ""))
            elif tag == "AlternateContent":
                stack.append(iter(_chosen(child)))
            elif tag not in _SKIPPED and not (tag == "r" and self.hidden(child, style)):
                stack.append(iter(child))
        return "".join(parts)

    def mark(self, kind: str | None) -> None:
        """Follow a field: its instruction is not shown, its result is."""
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def hidden(self, run: Element, style: str | None) -> bool:
        """Tell whether a run is hidden, by itself, its style or its paragraph's style."""
        properties = next((each for each in run if local(each) == "rPr"), None)
        if properties is not None:
            said = switch(properties, "vanish")
            if said is not None:
                return said
            own = next((attribute(each, "val") for each in properties if local(each) == "rStyle"), None)
            if own is not None and self.styles.hidden(own):
                return True
        return self.styles.hidden(style)


def _accepted(parent: Element) -> Iterator[Element]:
    """Yield children, looking through content controls, smart tags and accepted changes."""
    stack: list[Iterator[Element]] = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        tag = local(child)
        if tag in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            stack.append(iter(child))
        elif tag == "AlternateContent":
            stack.append(iter(_chosen(child)))
        else:
            yield child


def _chosen(alternate: Element) -> tuple[Element, ...]:
    """Return the first of an alternative's choices, which all say the same."""
    return tuple(islice(alternate, 1))


def _sign(element: Element, tag: str) -> str:
    """Return the text of a leaf; a sign of a symbol font has no code of its own and is left out."""
    if tag == "t":
        return element.text or ""
    if tag == "sym":
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            return ""
        return chr(code) if 0 < code < _PRIVATE.start else ""
    return _SIGNS[tag]


def _style(properties: Element) -> str | None:
    """Return the style a paragraph names."""
    return next((attribute(each, "val") for each in properties if local(each) == "pStyle"), None)


def _end_deleted(properties: Element | None) -> bool:
    """Tell whether the end of a paragraph is a tracked deletion."""
    return properties is not None and any(
        local(mark) in {"del", "moveFrom"} for each in properties if local(each) == "rPr" for mark in each
    )
