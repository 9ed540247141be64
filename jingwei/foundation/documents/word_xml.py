"""Looking into the XML of Word by local names, so that its transitional and its strict form are the same to us."""

from collections.abc import Iterator

from lxml.etree import _Element


def name_of(element: _Element) -> str:
    """The local name; "" for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(parent: _Element | None, name: str) -> Iterator[_Element]:
    """The children of that name, in order."""
    return (element for element in (() if parent is None else parent) if name_of(element) == name)


def child(parent: _Element | None, name: str) -> _Element | None:
    """The first child of that name."""
    return next(children(parent, name), None)


def value(element: _Element | None, name: str = "val") -> str:
    """The attribute of that local name; "" when there is none."""
    if element is None:
        return ""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def number_value(element: _Element | None) -> int | None:
    """w:val as a whole number between 0 and a million; None when there is none."""
    text = value(element)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def is_on(element: _Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off")
