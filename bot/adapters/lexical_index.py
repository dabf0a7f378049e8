"""BM25 over words and character n-grams, by tantivy, one folder per build.

tantivy's own tokenizers split Japanese on blanks, so text arrives analysed: tokens joined by blanks and split by its
`whitespace` tokenizer. The analysed units of a passage are stored beside it, so that a query never runs the analyser
over passages.

tantivy maps its files into memory and trusts them: some damage only shows as wrong answers, some ends the process. So
their hashes are checked before it reads them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tantivy

from bot.adapters.build_files import LISTING, digests, names_within, read_listing, stamps, write_listing
from bot.adapters.rust_faults import translated
from bot.core.answering.ports import LexicalHit, LexicalHits
from bot.core.answering.searchable import SearchablePassage, Unit, UnitKind, index_grams
from bot.errors import IndexDamaged

FORMAT = 2
"""Counts up when what is stored, or how text is analysed, changes; part of a build's fingerprint."""

_IDS_FILE = "passages.json"
_LOCK_SUFFIX = ".lock"
_WRITER_BYTES = 64_000_000
_MOST_REMEMBERED = 50_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=False, indexed=True, fast=True)
    builder.add_text_field("words", stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("grams", stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("units", stored=True, indexed=False)
    return builder.build()


def _token(form: str) -> str:
    """A token must hold no blank."""
    return "_".join(form.split())


def _stored(units: Sequence[Unit]) -> bytes:
    rows = [[unit.kind, unit.text, unit.forms] for unit in units]
    return json.dumps(rows, ensure_ascii=False).encode()


def _made_by() -> list[Any]:
    """What a build depends on beside its passages: analysis by another dictionary is not taken over."""
    return [FORMAT, version("tantivy"), version("sudachidict-core")]


def build_lexical_index(folder: Path, passages: Iterable[SearchablePassage]) -> int:
    """Write a build into an empty or missing folder and return how many passages it holds. Raises IndexDamaged."""
    with translated("tantivy"):
        folder.mkdir(parents=True, exist_ok=True)
        ids = _write(folder, passages)
        (folder / _IDS_FILE).write_text(json.dumps(ids, ensure_ascii=False), encoding="utf-8")
        names = [name for name in names_within(folder) if not name.endswith(_LOCK_SUFFIX)]
        write_listing(folder, {"made_by": _made_by(), "digests": digests(folder, names)})
    return len(ids)


def _write(folder: Path, passages: Iterable[SearchablePassage]) -> list[str]:
    index = tantivy.Index(_schema(), path=str(folder), reuse=False)
    writer = index.writer(_WRITER_BYTES, 1)
    ids: list[str] = []
    for row, passage in enumerate(passages):
        document = tantivy.Document()
        document.add_unsigned("row", row)
        document.add_text("words", " ".join(_token(form) for form in passage.forms))
        document.add_text("grams", " ".join(index_grams(passage.text)))
        document.add_bytes("units", _stored(passage.units))
        writer.add_document(document)
        ids.append(passage.id)
    writer.commit()
    writer.wait_merging_threads()
    return ids


class TantivyIndex:
    """A `LexicalIndex` over one build. Safe to read from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open a build. Raises IndexDamaged where it is missing, changed or of another format."""
        self._folder = folder
        with translated("tantivy"):
            self._files = _checked_files(folder)
            self._stamps = stamps(folder, self._files)
            self._ids: list[str] = json.loads((folder / _IDS_FILE).read_text(encoding="utf-8"))
            self._schema = _schema()
            self._searcher = tantivy.Index.open(str(folder)).searcher()
            is_whole = self._searcher.num_docs == len(self._ids)
        if not is_whole:
            raise IndexDamaged("tantivy", "the build is not whole")
        self._word_frequencies: dict[str, int] = {}
        self._rows = {passage_id: row for row, passage_id in enumerate(self._ids)}

    def is_untouched(self) -> bool:
        """False where a file was changed or removed since the build was opened."""
        return stamps(self._folder, self._files) == self._stamps

    @property
    def size(self) -> int:
        return len(self._ids)

    def row(self, passage_id: str) -> int | None:
        return self._rows.get(passage_id)

    def passage_id(self, row: int) -> str:
        return self._ids[row]

    def word_frequency(self, word: str) -> int:
        found = self._word_frequencies.get(word)
        if found is None:
            with translated("tantivy"):
                found = int(self._searcher.doc_freq("words", _token(word)))
            if len(self._word_frequencies) < _MOST_REMEMBERED:
                self._word_frequencies[word] = found
        return found

    def gram_frequency(self, gram: str) -> int:
        with translated("tantivy"):
            return int(self._searcher.doc_freq("grams", gram))

    def search(self, *, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> LexicalHits:
        return LexicalHits(self._ranked("words", words, limit), self._ranked("grams", grams, limit))

    def _ranked(self, field: str, tokens: Mapping[str, float], limit: int) -> list[LexicalHit]:
        clauses = [(tantivy.Occur.Should, self._term(field, _token(token), weight)) for token, weight in tokens.items()]
        if not clauses:
            return []
        with translated("tantivy"):
            hits = self._searcher.search(tantivy.Query.boolean_query(clauses), limit=limit, count=False).hits
            rows = self._rows_of([address for _, address in hits])
            return [LexicalHit(row, float(score)) for row, (score, _) in zip(rows, hits, strict=True)]

    def _term(self, field: str, token: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, field, token, "freq")
        return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)

    def _rows_of(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        return [int(row or 0) for row in self._searcher.fast_field_values("row", addresses)]

    def units(self, rows: Sequence[int]) -> Mapping[int, Sequence[Unit]]:
        query = tantivy.Query.term_set_query(self._schema, "row", list(rows))
        with translated("tantivy"):
            hits = self._searcher.search(query, limit=max(1, len(rows)), count=False).hits
            addresses = [address for _, address in hits]
            stored = (self._searcher.doc(address)["units"][0] for address in addresses)
            return {row: _units(units) for row, units in zip(self._rows_of(addresses), stored, strict=True)}


def _checked_files(folder: Path) -> list[str]:
    listing = read_listing(folder)
    listed = listing["digests"]
    if listing["made_by"] != _made_by() or listed != digests(folder, listed):
        raise IndexDamaged("tantivy", "the build is of another format or was changed")
    return [LISTING, *listed]


def _units(stored: bytes) -> list[Unit]:
    return [Unit(UnitKind(kind), text, tuple(forms)) for kind, text, forms in json.loads(stored)]
