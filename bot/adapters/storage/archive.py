"""The file format of a backup: a zip of the database and a manifest with its size and sum."""

from __future__ import annotations

import os
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Annotated, BinaryIO, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from bot.errors import StorageError

DATABASE = "minori.sqlite3"
MANIFEST = "manifest.json"
_BLOCK = 1024 * 1024
_MANIFEST_LIMIT = 64 * 1024


class Manifest(BaseModel):
    """What a backup says of itself; strict, so that a file of another program is not taken for one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["minori-backup-1"] = "minori-backup-1"
    made_at: AwareDatetime
    schema_revision: str
    corpus_revision: int
    guides: int
    questions: int
    size: int = 0
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] = "0" * 64


def open_private(path: Path) -> BinaryIO:
    """Create a file that only its owner may read: it holds people's words."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def write_archive(path: Path, database: Path, manifest: Manifest) -> None:
    """Write the zip and bring it to the disk. Size and sum of the database are filled in."""
    digest, size = sha256(), 0
    with open_private(path) as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            with database.open("rb") as source, archive.open(DATABASE, "w", force_zip64=True) as sink:
                while block := source.read(_BLOCK):
                    sink.write(block)
                    digest.update(block)
                    size += len(block)
            complete = manifest.model_copy(update={"size": size, "sha256": digest.hexdigest()})
            archive.writestr(MANIFEST, complete.model_dump_json(indent=2))
        file.flush()
        os.fsync(file.fileno())


def read_archive(path: Path, *, into: Path) -> Manifest:
    """Unpack the database to `into`, checking its size and sum. Raises StorageError for anything that is not right."""
    try:
        with ZipFile(path) as archive:
            if sorted(archive.namelist()) != sorted((DATABASE, MANIFEST)):
                raise StorageError("backup", "the file is not a backup of Minori")
            with archive.open(MANIFEST) as source:
                manifest = Manifest.model_validate_json(source.read(_MANIFEST_LIMIT))
            _unpack(archive, manifest, into)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValidationError, zlib.error) as error:
        raise StorageError("backup", "the file is damaged or not a backup of Minori") from error
    return manifest


def _unpack(archive: ZipFile, manifest: Manifest, into: Path) -> None:
    digest, left = sha256(), manifest.size
    with archive.open(DATABASE) as source, open_private(into) as sink:
        while block := source.read(_BLOCK):
            left -= len(block)
            if left < 0:
                break
            digest.update(block)
            sink.write(block)
        sink.flush()
        os.fsync(sink.fileno())
    if left or digest.hexdigest() != manifest.sha256:
        raise StorageError("backup", "the file is damaged: its check sum does not agree")
