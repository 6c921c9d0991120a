"""Our own sentences in six languages, read on Thursday 17 June 2021: every event told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from flows.seed_tables import load_seeds
from tests.golden.events.telling import tell
from transforms.actors.gazetteer import Gazetteer, build_gazetteer
from transforms.actors.holders import name_holders
from transforms.actors.world import world_places
from transforms.dates.resolve import resolve_timexes
from transforms.documents.regions import find_regions
from transforms.documents.sentences import split_sentences
from transforms.events.dating import date_mentions
from transforms.events.mentions import find_mentions
from transforms.records import Document, Mention, Span

HERE = Path(__file__).parent
PUBLISHED = date(2021, 6, 17)
SENTENCE = "Emmanuel Macron a reçu Angela Merkel jeudi à l'Élysée. "


def cases() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for path in sorted(HERE.glob("??.txt")):
        text, told = "", []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("    "):
                told.append(line.strip())
                continue
            if text:
                yield path.stem, text, tuple(told)
            text, told = line, []


@cache
def gazetteer() -> Gazetteer:
    seeds = load_seeds()
    places = world_places(seeds.venues)
    return build_gazetteer(seeds.actors, seeds.offices, seeds.tenures, seeds.organisations, places)


def read(text: str, language: str, title: str | None = None) -> list[Mention]:
    regions = find_regions(text, language)
    document = Document(
        "case", None, "s", None, None, None, language, PUBLISHED, None, "declared", None, None, "text/plain", text, "",
        1, regions,
    )  # fmt: skip
    document = replace(document, title=title)
    sentences = split_sentences(text, regions, language)
    found = find_mentions(document, sentences=sentences, gazetteer=gazetteer())
    timexes = resolve_timexes(text, language, reference=PUBLISHED, regions=regions)
    in_title = resolve_timexes(title or "", language, reference=PUBLISHED)
    return name_holders(date_mentions(document, found, timexes, in_title), gazetteer(), PUBLISHED)


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_sentence(language: str, text: str, expected: tuple[str, ...]) -> None:
    mentions = read(text, language)
    assert tuple(tell(mentions)) == expected
    assert len({mention.mention_id for mention in mentions}) == len(mentions)


def test_offsets_point_into_the_text() -> None:
    text = SENTENCE * 3
    for mention in read(text, "fr"):
        assert text[mention.trigger_start : mention.trigger_end] == mention.trigger_text
        assert text[mention.char_start : mention.char_end] == mention.sentence_text


def test_ids_do_not_depend_on_what_else_is_read() -> None:
    alone = [mention.mention_id for mention in read(SENTENCE, "fr")]
    read("Joe Biden met Vladimir Putin in Geneva on Wednesday.", "en")
    assert [mention.mention_id for mention in read(SENTENCE, "fr")] == alone


def test_unknown_languages_tell_nothing() -> None:
    text = "Президент принял министра."
    document = Document(
        "case", None, "s", None, None, None, "ru", None, None, "none", None, None, "text/plain", text, "", 1, ()
    )
    sentences = [Span(0, len(text))]
    assert find_mentions(document, sentences=sentences, gazetteer=gazetteer()) == []
