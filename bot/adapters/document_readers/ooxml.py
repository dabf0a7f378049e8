"""What Word, PowerPoint and Excel files share: a zip of XML parts, relations between them, document properties."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from lxml import etree

from bot.adapters.document_readers.titles import is_junk_title
from bot.core.guides.characters import one_line

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PROPERTIES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "modified": "{http://purl.org/dc/terms/}modified",
}


class Package:
    """The parts of a file; XML is parsed without entities, network or deep trees."""

    def __init__(self, content: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self.names = frozenset(self._zip.namelist())

    def xml(self, name: str) -> Any:
        """The root of a part. Raises KeyError or lxml's XMLSyntaxError."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(self._zip.read(name), parser)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part: relation id → (last word of its type, target part)."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", base + ".rels")
        if rels not in self.names:
            return {}
        result = {}
        for relation in self.xml(rels).iter(f"{_PACKAGE}Relationship"):
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            result[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], path)
        return result

    def related(self, name: str, kind: str) -> list[str]:
        """The parts of one kind that a part points to and that exist."""
        return [path for sort, path in self.relations(name).values() if sort == kind and path in self.names]

    def main_part(self, otherwise: str) -> str:
        """The document itself: what the package's own relations point to."""
        found = self.related("", "officeDocument")
        return found[0] if found else otherwise


def core_details(content: bytes) -> dict[str, str | list[str]]:
    """`title` and `modified` (ISO date) from docProps/core.xml, junk titles left out."""
    package = Package(content)
    if "docProps/core.xml" not in package.names:
        return {}
    try:
        root = package.xml("docProps/core.xml")
    except etree.XMLSyntaxError:
        return {}
    details: dict[str, str | list[str]] = {}
    title = one_line(root.findtext(_PROPERTIES["title"]) or "")
    if not is_junk_title(title):
        details["title"] = title
    modified = (root.findtext(_PROPERTIES["modified"]) or "")[:10]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", modified) and modified > "1990":
        details["modified"] = modified
    return details


def relation_id(element: Any) -> str:
    """The r:id of an element."""
    return str(element.get(f"{_OFFICE}id", ""))
