"""The local embedder, and outside ones through LangChain's own seam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import langchain.embeddings
import numpy as np
import pytest

from bot.adapters.embeddings import LocalEmbedder, ProviderEmbedder
from bot.adapters.index_builds import provided_vectors
from bot.adapters.storage.database import open_database
from bot.core.answering.searchable import analyse
from bot.errors import IndexDamaged, ModelUnavailable
from tests.fakes.corpus import analyser, many, searchable
from tests.fakes.embeddings import FakeEmbeddings

FORMS = [passage.forms for passage in searchable()]


@pytest.fixture(scope="module")
def fitted() -> LocalEmbedder:
    return LocalEmbedder.fit(FORMS, analyser())


@pytest.mark.parametrize("size", [1, 2, 300])
def test_a_corpus_of_any_size_finds_its_own_passages(size: int) -> None:
    passages = [analyse(passage, analyser()) for passage in many(size)]
    forms = [passage.forms for passage in passages]
    embedder = LocalEmbedder.fit(forms, analyser())
    vectors = embedder.embed_forms(forms)
    assert vectors.shape == (size, 256)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(size), abs=1e-5)
    asked = np.array(embedder.embed_documents([passage.text for passage in passages]))
    assert (asked @ vectors.T).argmax(axis=1).tolist() == list(range(size))


def test_no_corpus_gives_zeros() -> None:
    embedder = LocalEmbedder.fit([], analyser())
    assert embedder.embed_forms([]).shape == (0, 256)
    assert not any(embedder.embed_query("名刺を渡す"))


def test_passages_without_words_give_zeros() -> None:
    embedder = LocalEmbedder.fit([(), ("名刺",)], analyser())
    vectors = embedder.embed_forms([(), ("名刺",)])
    assert not vectors[0].any()
    assert np.linalg.norm(vectors[1]) == pytest.approx(1.0)


def test_fitting_twice_gives_the_same_vectors(fitted: LocalEmbedder) -> None:
    again = LocalEmbedder.fit(FORMS, analyser())
    assert np.array_equal(again.embed_forms(FORMS), fitted.embed_forms(FORMS))


def test_passages_and_questions_of_the_same_words_meet(fitted: LocalEmbedder) -> None:
    text = "名刺は両手で渡す。名刺交換のあとで用件を一つだけ話す。"
    assert fitted.embed_query(text) == pytest.approx(fitted.embed_documents([text])[0], abs=1e-5)


@pytest.mark.parametrize("text", ["", "。！？", "宇宙船"])
def test_unknown_words_give_zeros_or_nothing_like_a_passage(fitted: LocalEmbedder, text: str) -> None:
    vector = np.array(fitted.embed_query(text))
    assert vector.shape == (256,)
    # A hash may collide: then a strange word is taken for a known one, and no more can be said.
    assert np.linalg.norm(vector) == pytest.approx(0.0) or text == "宇宙船"


def test_it_is_saved_and_read_back(fitted: LocalEmbedder, tmp_path: Path) -> None:
    fitted.save(tmp_path)
    again = LocalEmbedder.load(tmp_path, analyser())
    assert again.embed_query("名刺は誰に渡すか") == fitted.embed_query("名刺は誰に渡すか")
    assert again.frequency("相談") == fitted.frequency("相談") == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04garbage", b"\x93NUMPY\x01\x00v\x00{'descr': '|O'}"])
def test_a_damaged_model_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "local-embedder.npz").write_bytes(content)
    with pytest.raises(IndexDamaged):
        LocalEmbedder.load(tmp_path, analyser())


def test_a_missing_model_and_one_of_another_shape_are_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        LocalEmbedder.load(tmp_path, analyser())
    np.savez(tmp_path / "local-embedder.npz", frequencies=np.zeros(3), passages=1, basis=np.zeros((3, 3)))
    with pytest.raises(IndexDamaged, match="not whole"):
        LocalEmbedder.load(tmp_path, analyser())


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> FakeEmbeddings:
    """What LangChain's `init_embeddings` gives for any name."""
    fake = FakeEmbeddings()
    monkeypatch.setattr(langchain.embeddings, "init_embeddings", lambda name: fake)
    return fake


def test_a_provider_embeds(provider: FakeEmbeddings) -> None:
    embedder = ProviderEmbedder("fake:model")
    assert embedder.embed_documents(["甲", "乙"]) == [provider.vector("甲"), provider.vector("乙")]
    assert embedder.embed_query("甲") == provider.vector("甲")


def test_whatever_a_provider_raises_makes_it_unavailable(provider: FakeEmbeddings) -> None:
    embedder = ProviderEmbedder("fake:model")
    provider.fault = ConnectionError("secret of the provider")
    for call in (lambda: embedder.embed_query("甲"), lambda: embedder.embed_documents(["甲"])):
        with pytest.raises(ModelUnavailable, match="ConnectionError") as caught:
            call()
        assert "secret" not in str(caught.value)
        assert caught.value.dependency == "fake:model"


@pytest.mark.parametrize("name", ["nobody:model", "model-without-provider", "cohere:embed"])
def test_a_provider_that_cannot_be_set_up_is_unavailable(name: str) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be set up"):
        ProviderEmbedder(name)


class MemoryCache:
    """A cache in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Sequence[float]] = {}

    def get_many(self, embedder: str, texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
        return {text: self.kept[embedder, text] for text in texts if (embedder, text) in self.kept}

    def put_many(self, embedder: str, vectors: Mapping[str, Sequence[float]]) -> None:
        self.kept.update({(embedder, text): vector for text, vector in vectors.items()})


def test_each_text_is_paid_for_once() -> None:
    fake, cache = FakeEmbeddings(), MemoryCache()
    texts = [f"文{number % 100}" for number in range(150)]
    first = provided_vectors(fake, "fake:a", texts, cache)
    again = provided_vectors(fake, "fake:a", [*texts, "新しい文"], cache)
    assert sorted(fake.paid_for) == sorted({*texts, "新しい文"})
    assert np.array_equal(again[:150], first)
    assert first.tolist() == [fake.vector(text) for text in texts]
    provided_vectors(fake, "fake:b", ["文1"], cache)
    assert fake.paid_for.count("文1") == 2


def test_what_was_paid_for_before_a_failure_is_kept(tmp_path: Path) -> None:
    database = open_database(tmp_path / "minori.sqlite3")
    fake, texts = FakeEmbeddings(fails_after=64), [f"文{number}" for number in range(100)]
    with pytest.raises(ModelUnavailable):
        provided_vectors(fake, "fake:a", texts, database.embedding_cache)
    fake.fails_after = None
    vectors = provided_vectors(fake, "fake:a", texts, database.embedding_cache)
    assert sorted(fake.paid_for) == sorted(texts)
    assert vectors.shape == (100, 8)
    database.close()


@pytest.mark.parametrize(
    "nonsense", [[], [[1.0]], [[], []], [[1.0, float("nan")], [1.0, 2.0]], [[1.0, 2.0], [float("inf"), 1.0]]]
)
def test_nonsense_is_neither_used_nor_kept(nonsense: list[list[float]]) -> None:
    fake, cache = FakeEmbeddings(answers=nonsense), MemoryCache()
    with pytest.raises(ModelUnavailable, match="usable"):
        provided_vectors(fake, "fake:a", ["甲", "乙"], cache)
    assert cache.kept == {}


def test_vectors_of_different_lengths_are_refused() -> None:
    cache = MemoryCache()
    cache.put_many("fake:a", {"甲": [1.0, 2.0]})
    with pytest.raises(ModelUnavailable, match="different lengths"):
        provided_vectors(FakeEmbeddings(), "fake:a", ["甲", "乙"], cache)


def test_nothing_to_embed_asks_nobody() -> None:
    fake = FakeEmbeddings()
    assert provided_vectors(fake, "fake:a", [], None).shape[0] == 0
    assert fake.paid_for == []
