"""XML names without their namespace, which differs between transitional and strict Office files."""

from __future__ import annotations

from typing import Any


def local(element: Any) -> str:
    """The name of an element without namespace; "" for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any, name: str) -> Any | None:
    """The first child of that name."""
    return next((node for node in element if local(node) == name), None)


def children(element: Any, name: str) -> list[Any]:
    """All children of that name."""
    return [node for node in element if local(node) == name]


def descend(element: Any | None, *names: str) -> Any | None:
    """The element reached by following first children of these names, or None."""
    for name in names:
        if element is None:
            return None
        element = child(element, name)
    return element


def attribute(element: Any, name: str) -> str:
    """The value of an attribute, whatever its namespace; "" where absent."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""
