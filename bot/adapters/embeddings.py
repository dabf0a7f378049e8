"""Embedders: `local`, which needs no download and no network, or any provider through LangChain.

An embedder is anything with LangChain's two methods (`langchain_core.embeddings.Embeddings`); the local one is not
derived from that class so that a machine without a provider never imports LangChain.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from bot.adapters.rust_faults import translated
from bot.core.japanese import JapaneseAnalyser
from bot.errors import IndexDamaged, ModelUnavailable

Forms: TypeAlias = Sequence[str]
Vectors: TypeAlias = npt.NDArray[np.float32]

_BUCKETS = 1 << 18
_HASHED = 4_096
_LATENT = 256
_SAMPLE = 4_000
_BATCH = 512
_MODEL_FILE = "local-embedder.npz"


class Embedder(Protocol):
    """LangChain's `Embeddings`: lists of floats, one a text."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of passages."""
        ...

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        ...


class LocalEmbedder:
    """Latent semantic analysis of the passages themselves: words that stand in the same passages lie close.

    Deerwester et al. 1990. Word forms are hashed with a sign into 4,096 places (Weinberger et al. 2009), weighted
    (1 + ln tf) · ln(1 + N / df), and projected on the leading right singular vectors, found by randomised subspace
    iteration (Halko et al. 2011) on at most 4,000 passages. Vectors have 256 dimensions and length 1 (or are 0).
    Fitted anew for every build, from the build's own passages and nothing else; deterministic.
    """

    def __init__(self, analyser: JapaneseAnalyser, frequencies: Vectors, passages: int, basis: Vectors) -> None:
        """`frequencies` (2**18,): in how many passages a hashed form stands; `basis` (4096, 256)."""
        self._analyser = analyser
        self._frequencies = frequencies
        self._passages = passages
        self._basis = basis
        self._weights = np.log1p(passages / np.maximum(frequencies, 1)).astype(np.float32)

    @classmethod
    def fit(cls, passages: Sequence[Forms], analyser: JapaneseAnalyser) -> LocalEmbedder:
        """Fit to the word forms of a corpus."""
        frequencies = np.zeros(_BUCKETS, dtype=np.float32)
        for forms in passages:
            frequencies[np.unique(_hashes(forms) % _BUCKETS)] += 1
        unfitted = cls(analyser, frequencies, len(passages), np.zeros((_HASHED, _LATENT), dtype=np.float32))
        step = max(1, -(-len(passages) // _SAMPLE))
        sample = [unfitted.hashed(forms) for forms in passages[::step]]
        unfitted._basis = _leading_directions(np.stack(sample)) if sample else unfitted._basis
        return unfitted

    def save(self, folder: Path) -> None:
        """Keep the model beside the vectors that it made. Raises IndexDamaged."""
        with translated("local embedder"):
            np.savez(folder / _MODEL_FILE, frequencies=self._frequencies, passages=self._passages, basis=self._basis)

    @classmethod
    def load(cls, folder: Path, analyser: JapaneseAnalyser) -> LocalEmbedder:
        """Read the model back. Raises IndexDamaged."""
        # Opened here, because numpy leaves a file open that is no archive.
        with (
            translated("local embedder"),
            (folder / _MODEL_FILE).open("rb") as file,
            np.load(file, allow_pickle=False) as model,
        ):
            frequencies, basis = model["frequencies"], model["basis"]
            passages = int(model["passages"])
        if frequencies.shape != (_BUCKETS,) or basis.shape != (_HASHED, _LATENT):
            raise IndexDamaged("local embedder", "the model is not whole")
        return cls(analyser, frequencies, passages, basis)

    def hashed(self, forms: Forms) -> Vectors:
        """The weighted, signed hash of word forms, shape (4096,), length 1 or 0."""
        hashes, counts = np.unique(_hashes(forms), return_counts=True)
        signs = np.where(hashes & 0x40000000, 1.0, -1.0)
        values = signs * (1 + np.log(counts)) * self._weights[hashes % _BUCKETS]
        return _unit_length(np.bincount(hashes % _HASHED, weights=values, minlength=_HASHED).astype(np.float32))

    def embed_forms(self, passages: Sequence[Forms]) -> Vectors:
        """Vectors of analysed passages, shape (n, 256)."""
        batches = [
            np.stack([self.hashed(forms) for forms in passages[start : start + _BATCH]]) @ self._basis
            for start in range(0, len(passages), _BATCH)
        ]
        return _unit_length(np.concatenate(batches)) if batches else np.zeros((0, _LATENT), dtype=np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self.embed_forms([self._forms(text) for text in texts]).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        hashed = self.hashed(self._forms(text))
        # A question fills a few places: multiplying those alone is quick and starts no threads.
        places = np.flatnonzero(hashed)
        vector: list[float] = _unit_length(hashed[places] @ self._basis[places]).tolist()
        return vector

    def frequency(self, form: str) -> int:
        """In how many passages a word form stands, give or take a collision of hashes."""
        return int(self._frequencies[zlib.crc32(form.encode()) % _BUCKETS])

    def _forms(self, text: str) -> Forms:
        return [word.form for word in self._analyser.words(text) if word.is_searched]


def _hashes(forms: Forms) -> npt.NDArray[np.int64]:
    return np.fromiter((zlib.crc32(form.encode()) for form in forms), dtype=np.int64, count=len(forms))


def _unit_length(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    result: Vectors = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return result


def _leading_directions(rows: Vectors) -> Vectors:
    """The leading right singular vectors of `rows` (n, 4096) as columns, shape (4096, 256), zero where n is less."""
    wanted = min(_LATENT, rows.shape[0])
    directions = rows.T @ np.random.default_rng(20261001).standard_normal((rows.shape[0], wanted + 32)).astype("f4")
    for _ in range(3):
        directions = rows.T @ (rows @ _orthonormal(directions))
    basis = _orthonormal(directions)
    projected = (rows @ basis).astype(np.float64)
    rotation = np.linalg.eigh(projected.T @ projected)[1][:, ::-1].astype(np.float32)
    leading = np.zeros((_HASHED, _LATENT), dtype=np.float32)
    leading[:, : min(wanted, rotation.shape[1])] = (basis @ rotation)[:, :wanted]
    return leading


def _orthonormal(columns: Vectors) -> Vectors:
    """An orthonormal basis of the columns' span, by way of their small Gram matrix (much quicker than QR here)."""
    wide = columns.astype(np.float64)
    strength, turns = np.linalg.eigh(wide.T @ wide)
    kept = strength > strength[-1] * 1e-10
    basis: Vectors = (wide @ (turns[:, kept] / np.sqrt(strength[kept]))).astype(np.float32)
    return basis


class ProviderEmbedder:
    """An outside embedder by LangChain's `init_embeddings`, its errors turned into ModelUnavailable."""

    def __init__(self, name: str) -> None:
        """`name` is `provider:model`. Raises ModelUnavailable where its package is missing."""
        from langchain.embeddings import init_embeddings

        try:
            self._embeddings = init_embeddings(name)
        except Exception as error:
            raise ModelUnavailable(name, f"cannot be set up: {error}") from error
        self._name = name

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        try:
            return [list(vector) for vector in self._embeddings.embed_documents(texts)]
        except Exception as error:
            raise ModelUnavailable(self._name, type(error).__name__) from error

    def embed_query(self, text: str) -> list[float]:
        try:
            return list(self._embeddings.embed_query(text))
        except Exception as error:
            raise ModelUnavailable(self._name, type(error).__name__) from error
