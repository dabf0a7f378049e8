"""An outside embedder: deterministic vectors, a memory of what was paid for, and faults on demand."""

from __future__ import annotations

import hashlib

from langchain_core.embeddings import Embeddings

from bot.errors import ModelUnavailable


class FakeEmbeddings(Embeddings):
    """`fault` is raised by every call; after `fails_after` texts it does not answer; `answers` are given instead."""

    def __init__(self, *, fails_after: int | None = None, answers: list[list[float]] | None = None) -> None:
        self.fails_after, self.answers = fails_after, answers
        self.fault: Exception | None = None
        self.paid_for: list[str] = []
        self.asked: list[str] = []

    @staticmethod
    def vector(text: str) -> list[float]:
        """Eight numbers that float32 holds exactly."""
        return [float(byte) - 100.5 for byte in hashlib.sha256(text.encode()).digest()[:8]]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if self.fault is not None:
            raise self.fault
        if self.fails_after is not None and len(self.paid_for) + len(texts) > self.fails_after:
            raise ModelUnavailable("fake", "no more")
        self.paid_for += texts
        return self.answers if self.answers is not None else [self.vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        if self.fault is not None:
            raise self.fault
        self.asked.append(text)
        return self.vector(text)
