"""Shapes of a slide in the order of the eye: from the top, and from the left at about the same height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.adapters.document_readers.ooxml import Package
from bot.adapters.document_readers.xml_names import attribute, child, descend, local

_BAND = 360_000
"""English Metric Units; 1 cm. Tops that differ by less stand on one line."""
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape, its placeholder's type ("" for none) and its top left corner on the slide."""

    element: Any
    placeholder: str
    x: float
    y: float


class Places:
    """Where the placeholders of a slide's layout and master stand, for shapes that do not say it themselves."""

    def __init__(self, package: Package, slide: str) -> None:
        self._known: dict[str, Place] = {}
        for layout in package.related(slide, "slideLayout"):
            for master in package.related(layout, "slideMaster"):
                self._learn(package.xml(master))
            self._learn(package.xml(layout))

    def _learn(self, root: Any) -> None:
        for shape in root.iter():
            place, holder = _own_place(shape), _placeholder(shape)
            if local(shape) == "sp" and place is not None and holder is not None:
                kind, index = attribute(holder, "type") or "obj", attribute(holder, "idx")
                self._known[f"type:{kind}"] = place
                if index:
                    self._known[f"idx:{index}"] = place

    def of(self, holder: Any) -> Place:
        """The place of a placeholder; far down where nothing is known."""
        kind, index = attribute(holder, "type") or "obj", attribute(holder, "idx")
        return self._known.get(f"idx:{index}") or self._known.get(f"type:{kind}") or (0.0, 1e9)


def shapes_of(root: Any, places: Places | None) -> list[Placed]:
    """The shapes with their groups taken apart, sorted."""
    tree = descend(root, "cSld", "spTree")
    found: list[Placed] = []
    if tree is not None:
        _collect(tree, places, (1.0, 1.0, 0.0, 0.0), found)
    return _by_eye(found)


def _by_eye(shapes: list[Placed]) -> list[Placed]:
    result: list[Placed] = []
    line: list[Placed] = []
    for shape in sorted(shapes, key=lambda shape: shape.y):
        if line and shape.y - line[0].y > _BAND:
            result += sorted(line, key=lambda other: other.x)
            line = []
        line.append(shape)
    return result + sorted(line, key=lambda other: other.x)


def _collect(
    container: Any, places: Places | None, frame: tuple[float, float, float, float], found: list[Placed]
) -> None:
    """`frame` turns a place inside a group into one on the slide: scale x, scale y, shift x, shift y."""
    for shape in container:
        name = local(shape)
        if name == "grpSp":
            _collect(shape, places, _inner_frame(shape, frame), found)
        elif name == "AlternateContent":
            choice = child(shape, "Choice")
            _collect(choice if choice is not None else (), places, frame, found)
        elif name in {"sp", "graphicFrame", "cxnSp"} and not _is_hidden(shape):
            holder = _placeholder(shape)
            own = _own_place(shape)
            kind = "" if holder is None else attribute(holder, "type") or "obj"
            if own is None:
                own = places.of(holder) if places is not None and holder is not None else (0.0, 1e9)
                found.append(Placed(shape, kind, *own))
            else:
                found.append(Placed(shape, kind, own[0] * frame[0] + frame[2], own[1] * frame[1] + frame[3]))


def _inner_frame(group: Any, outer: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    form = descend(group, "grpSpPr", "xfrm")
    if form is None:
        return outer
    off, ext, inner_off, inner_ext = (_pair(child(form, name)) for name in ("off", "ext", "chOff", "chExt"))
    scale_x = ext[0] / inner_ext[0] if inner_ext[0] else 1.0
    scale_y = ext[1] / inner_ext[1] if inner_ext[1] else 1.0
    shift_x, shift_y = off[0] - inner_off[0] * scale_x, off[1] - inner_off[1] * scale_y
    return scale_x * outer[0], scale_y * outer[1], shift_x * outer[0] + outer[2], shift_y * outer[1] + outer[3]


def _pair(element: Any | None) -> Place:
    if element is None:
        return 0.0, 0.0
    values = [attribute(element, name) for names in (("x", "cx"), ("y", "cy")) for name in names]
    first, second = values[0] or values[1], values[2] or values[3]
    return float(first or 0), float(second or 0)


def _own_place(shape: Any) -> Place | None:
    form = descend(shape, "spPr", "xfrm")
    form = form if form is not None else child(shape, "xfrm") if local(shape) == "graphicFrame" else None
    off = child(form, "off") if form is not None else None
    return _pair(off) if off is not None else None


def _non_visual(shape: Any) -> Any | None:
    return next((node for node in shape if local(node) in {"nvSpPr", "nvGraphicFramePr", "nvCxnSpPr"}), None)


def _placeholder(shape: Any) -> Any | None:
    return descend(_non_visual(shape), "nvPr", "ph")


def _is_hidden(shape: Any) -> bool:
    properties = descend(_non_visual(shape), "cNvPr")
    return properties is not None and attribute(properties, "hidden") in {"1", "true"}
