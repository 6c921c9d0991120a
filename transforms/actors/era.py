"""The time of a text by the people it names: when they held the offices that it gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.reading import read_actors
from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words
from transforms.languages.load import LANGUAGES


def days_of_holders(text: str, language: str, days: Sequence[date], gazetteer: Gazetteer) -> list[date]:
    """Those of some days on which most of the office-holders that a text names serve; none if nobody serves on any.

    A name under a title counts for that office alone, a bare name for any office of its bearer, a former or coming
    holder for the days of others, where somebody serves.

    Args:
        text: the opening of a document.
        language: its language.
        days: days to choose among.
        gazetteer: names and tenures.
    """
    if language not in LANGUAGES or not days:
        return []
    phrases = {p.actor_id: p for p in _office_holders(text, language, gazetteer)}
    votes = {day: _votes(phrases.values(), day, gazetteer) for day in days}
    most = max(votes.values())
    return [day for day in days if votes[day] == most] if most else []


def _votes(phrases: Iterable[ActorPhrase], day: date, gazetteer: Gazetteer) -> int:
    """How many holders fit a day, if any of them serves on it."""
    fits = [(phrase, _serves(phrase, day, gazetteer) == phrase.is_current) for phrase in phrases]
    return sum(fit for _, fit in fits) if any(fit and phrase.is_current for phrase, fit in fits) else 0


def _office_holders(text: str, language: str, gazetteer: Gazetteer) -> Iterator[ActorPhrase]:
    words = title_words(language)
    for phrase in read_actors(text, tokenise(text, 0, len(text)), gazetteer, words):
        if phrase.actor_id in gazetteer.tenures_by_actor:
            yield phrase


def _serves(phrase: ActorPhrase, day: date, gazetteer: Gazetteer) -> bool:
    for tenure in gazetteer.tenures_by_actor[phrase.actor_id or ""]:
        office = gazetteer.offices.get(tenure.office_id)
        is_told = phrase.office_kind is None or (office is not None and office.kind == phrase.office_kind)
        last = tenure.ended_on or tenure.known_until
        if is_told and tenure.started_on <= day and (last is None or day <= last):
            return True
    return False
