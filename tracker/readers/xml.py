"""XML from strangers → a tree, with nothing fetched, expanded or overgrown."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.readers.raw import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DOCTYPE = b"<!DOCTYPE"


def tree(data: bytes) -> Element:
    """Return the root element; raises `readers.damaged`, or `readers.bomb` for any document type.

    No part of a DOCX or OFD has a document type, so entities need not be weighed at all.
    """
    from lxml import etree

    if _DOCTYPE in data[:4096] or "<!DOCTYPE".encode("utf-16-le") in data[:8192]:
        raise Unreadable("readers.bomb")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("readers.damaged") from error


def local(element: Element) -> str:
    """Return a tag without its namespace: strict and transitional documents differ only there."""
    return _bare(element.tag)


@lru_cache(maxsize=4096)
def _bare(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    for key, value in element.items():
        if _bare(key) == name:
            return str(value)
    return None
