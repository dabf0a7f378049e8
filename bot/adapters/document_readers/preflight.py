"""Before any parser sees a file: is it what its name says, and can it be opened without harm?

Nothing is unpacked into memory; zip entries are inflated in small pieces, only to be counted.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from bot.adapters.document_readers.formats import (
    BY_EXTENSION,
    LEGACY,
    WITH_MACROS,
    ZIPPED,
    Format,
    extension_of,
    ole_kind,
    signature_of,
)
from bot.adapters.document_readers.limits import Limits
from bot.errors import DocumentRefused

_PIECE = 64 * 1024
_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED_BIT = 0x1
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def check(*, file_name: str, content: bytes, limits: Limits) -> Format:
    """The format to read the file as. Raises DocumentRefused."""
    if not content.strip(b"\x00\t\n\x0c\r "):
        raise DocumentRefused("refused-empty", file=file_name)
    if len(content) > limits.file_bytes:
        size_mb, limit_mb = -(-len(content) // 1_000_000), limits.file_bytes // 1_000_000
        raise DocumentRefused("refused-too-large", file=file_name, size_mb=size_mb, limit_mb=limit_mb)
    format_ = _format_of(file_name, content)
    if format_ in ZIPPED:
        _check_zip(file_name, content, format_, limits)
    return format_


def _format_of(file_name: str, content: bytes) -> Format:
    """The format that name and first bytes agree on. Raises DocumentRefused."""
    extension, signature = extension_of(file_name), signature_of(content)
    if signature == "ole":
        _refuse_ole(file_name, extension, content)
    if extension in LEGACY:
        raise DocumentRefused(f"refused-legacy-{LEGACY[extension]}", file=file_name)
    if extension in WITH_MACROS:
        raise DocumentRefused("refused-macros", file=file_name)
    format_ = BY_EXTENSION.get(extension)
    if format_ is None:
        raise DocumentRefused("refused-unknown-type", file=file_name, extension=extension or "-")
    expected = "zip" if format_ in ZIPPED else "pdf" if format_ is Format.PDF else "text"
    if signature != expected:
        # A damaged file of the right kind has lost its first bytes; anything recognisable is another kind.
        unknown = signature in {"binary", "text"} and expected != "text"
        key = "refused-damaged" if unknown and signature == "binary" else "refused-wrong-type"
        raise DocumentRefused(key, file=file_name, extension=extension, found=signature)
    return format_


def _refuse_ole(file_name: str, extension: str, content: bytes) -> None:
    """Old Office files, and new ones under a password, share one container."""
    kind = ole_kind(content)
    if kind == "encrypted":
        raise DocumentRefused("refused-password", file=file_name)
    kind = kind or LEGACY.get(extension)
    if kind is None:
        raise DocumentRefused("refused-wrong-type", file=file_name, extension=extension, found="ole")
    raise DocumentRefused(f"refused-legacy-{kind}", file=file_name)


def _check_zip(file_name: str, content: bytes, format_: Format, limits: Limits) -> None:
    """Raises DocumentRefused for a zip that is a bomb, leaves its folder, carries macros, is locked or damaged."""
    # Counted in the raw bytes first: the list of a million entries would itself fill the memory.
    if content.count(_CENTRAL_ENTRY) > limits.zip_entries:
        raise DocumentRefused("refused-too-many-parts", file=file_name, limit=limits.zip_entries)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_names(file_name, archive, format_)
            _check_sizes(file_name, archive, limits)
    except _BAD_ZIP as error:
        raise DocumentRefused("refused-damaged", file=file_name) from error


def _check_names(file_name: str, archive: zipfile.ZipFile, format_: Format) -> None:
    names = archive.namelist()
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise DocumentRefused("refused-unsafe-path", file=file_name)
        if info.flag_bits & _ENCRYPTED_BIT:
            raise DocumentRefused("refused-password", file=file_name)
        if parts[-1].lower() == "vbaproject.bin":
            raise DocumentRefused("refused-macros", file=file_name)
    if not any(name.startswith(ZIPPED[format_]) for name in names):
        found = next((kind.value for kind, folder in ZIPPED.items() if any(n.startswith(folder) for n in names)), "zip")
        raise DocumentRefused("refused-wrong-type", file=file_name, extension=extension_of(file_name), found=found)


def _check_sizes(file_name: str, archive: zipfile.ZipFile, limits: Limits) -> None:
    total = 0
    for info in archive.infolist():
        unpacked, is_xml = 0, info.filename.lower().endswith((".xml", ".rels"))
        for number, piece in enumerate(_pieces(archive, info)):
            if is_xml and number == 0 and _declares_entities(piece):
                raise DocumentRefused("refused-entities", file=file_name)
            unpacked += len(piece)
            too_dense = unpacked > limits.zip_ratio_from_bytes and unpacked > limits.zip_ratio * info.compress_size
            if too_dense or total + unpacked > limits.zip_bytes:
                raise DocumentRefused("refused-bomb", file=file_name, limit_mb=limits.zip_bytes // 1_000_000)
        total += unpacked


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as entry:
        while piece := entry.read(_PIECE):
            yield piece


def _declares_entities(start: bytes) -> bool:
    """True where XML begins with a document type: Office never writes one, attackers do (XXE, billion laughs)."""
    return b"<!DOCTYPE" in start.replace(b"\0", b"").upper()[:_PIECE]
