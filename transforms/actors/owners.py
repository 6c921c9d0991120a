"""Whose an office is: how far the words of its owner and of what it deals with reach, before and behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from transforms.actors.complements import complement_end
from transforms.actors.noun_phrases import (
    GENITIVES,
    adjective_end,
    body_name_end,
    capitals_end,
    closed_name_end,
    head_first_end,
    owned_end,
    skip_determiners,
)
from transforms.actors.nouns import is_adjective
from transforms.actors.person_names import person_name_end
from transforms.actors.phrases import SentenceReader

_OWNER_WORDS = 5
_SHORT = 3
_OWNER_REACH = 8


def holder_at(reader: SentenceReader, at: int) -> tuple[int, str] | None:
    """A country or organisation named at an index: (end, ISO3 or organisation id)."""
    found = reader.known_actor(at)
    if not found or closed_name_end(reader, at) > found[0]:
        return None
    actor = reader.gazetteer.actors[found[1]]
    if actor.kind == "person":
        return None
    return found[0], actor.country_iso3 if actor.kind == "country" and actor.country_iso3 else actor.actor_id


def is_country(holder: str | None) -> TypeGuard[str]:
    """Whether the holder of a title is a country (ISO3)."""
    return holder is not None and len(holder) == 3 and holder.isupper()


def unknown_owner_end(reader: SentenceReader, at: int, owner: int) -> int:
    """The end of an owner that nobody knows, told by "of" at an index ("de Valmière", "de la région")."""
    if not reader.tokens[owner].is_capital:
        return complement_end(reader, at + (at == owner))
    office = reader.words.heads.find(reader.lows, owner)  # "le directeur de cabinet du Premier ministre"
    if office and office[0] > owner + 1 and capitals_end(reader, office[0]) == office[0]:
        return office[0]
    end = closed_name_end(reader, owner) or max(_name_end(reader, owner), head_first_end(reader, owner))
    if reader.low(end) in GENITIVES:
        thing = end + 2 if reader.is_in("owned_offices", at - 1) and _is_small_word(reader, end + 1) else end
        end = max(thing, body_name_end(reader, owner), owned_end(reader, end))
    while end < min(owner + _OWNER_REACH, len(reader.tokens)):
        joint = end + 1 if is_adjective(reader, end) else end
        further = _noun_end(reader, reader.behind_of(joint))
        if not further:
            break
        end = further
    return end


def _is_small_word(reader: SentenceReader, at: int) -> bool:
    """Whether a plain word in small letters stands at an index, no function word."""
    is_word = at < len(reader.tokens) and reader.tokens[at].is_word and not reader.tokens[at].is_capital
    return is_word and reader.low(at) not in reader.stop_words


def further_owners_end(reader: SentenceReader, at: int) -> int:
    """The end of what else an office deals with ("… and Trade", ", des Finances et de l'Industrie"), or `at`."""
    while True:
        end = _adjectives_end(reader, at)
        end = _joined_portfolio(reader, end) or _owner_end(reader, end) or end
        if end == at:
            return at
        at = end


def _adjectives_end(reader: SentenceReader, at: int) -> int:
    end = adjective_end(reader, at)
    while end > at and reader.is_in("conjunctions", end) and adjective_end(reader, end + 1) > end + 1:
        at, end = end, adjective_end(reader, end + 1)
    return end


def _joined_portfolio(reader: SentenceReader, at: int) -> int:
    """The end of another portfolio that a comma or conjunction joins ("Industries and Trade"), else 0."""
    end = at + 1
    while reader.is_in("portfolios", end) and reader.tokens[end].is_capital:
        end += 1
    return end if end > at + 1 and _joins(reader, at) else 0


def _owner_end(reader: SentenceReader, at: int) -> int:
    """The end of another owner with an article of its own that a comma or conjunction joins, else 0."""
    bare = reader.words.sets["bare_of"]
    owner = reader.behind_of(at + 1) if bare and _joins(reader, at) else 0
    is_person = owner > 0 and _opens_person(reader, owner)
    return 0 if is_person or " ".join(reader.lows[at + 1 : owner]) in bare else _noun_end(reader, owner)


def _opens_person(reader: SentenceReader, at: int) -> bool:
    """Whether somebody's title in small letters stands here ("des maires des communes et du colonel X")."""
    title = reader.words.heads.find(reader.lows, at)
    return title is not None and not title[1].is_plural and not reader.tokens[at].is_capital


def _joins(reader: SentenceReader, at: int) -> bool:
    return reader.low(at) == "," or reader.is_in("conjunctions", at)


def _noun_end(reader: SentenceReader, at: int) -> int:
    """The end of a name or a long word at an index that is not the first, else 0."""
    is_noun = at > 0 and (reader.tokens[at].is_capital or is_adjective(reader, at) or _is_short_noun(reader, at))
    return _name_end(reader, at) if is_noun else 0


def _is_short_noun(reader: SentenceReader, at: int) -> bool:
    """Whether a short word right behind "of" is a noun ("Cadre de vie")."""
    low = reader.low(at)
    is_long = len(low) >= _SHORT and low.isalpha() and low not in reader.stop_words
    return is_long and not reader.words.modifiers_stand_before and reader.low(at - 1) in reader.words.sets["bare_of"]


def _name_end(reader: SentenceReader, at: int) -> int:
    """The end of a capitalised owner: a portfolio ("Foreign Affairs"), a known place, else all capitals.

    One capital more behind a place goes on its name ("Bolton Foods"), two are somebody's ("London Sadiq Khan").
    """
    place = reader.gazetteer.places.find(reader.folds, at) if reader.words.modifiers_stand_before else None
    if place and capitals_end(reader, place[0]) == place[0] + 1 and reader.folds[place[0]] not in reader.surnames:
        place = None
    if reader.is_in("portfolios", at) and reader.words.modifiers_stand_before:
        end = at + 1
        while _is_capital_of(reader, end, ("portfolios", "title_modifiers")):
            end += 1
    else:
        end = max(place[0] if place else _field_end(reader, at, person_name_end(reader, at)), at + 1)
    while _is_capital_of(reader, end, ("institution_words",)):
        end += 1
    if reader.words.nouns_are_capital and reader.is_in("institution_words", end - 1):
        town = reader.gazetteer.places.find(reader.folds, end)
        return town[0] if town and reader.tokens[end].is_capital else end  # "der Universität Bern"
    return end


def _field_end(reader: SentenceReader, first: int, last: int) -> int:
    """Where a name behind a field begins in their run of capitals ("de Sanidad Enrique Ruiz"), or its end."""
    if reader.is_given_name(first) or reader.is_in("institution_words", first) or reader.is_in("bodies", first):
        return last
    return next((at for at in range(first + 1, last - 1) if reader.is_given_name(at)), last)


def _is_capital_of(reader: SentenceReader, at: int, groups: Sequence[str]) -> bool:
    return at < len(reader.tokens) and reader.tokens[at].is_capital and any(reader.is_in(g, at) for g in groups)


def portfolio_end(reader: SentenceReader, first: int, last: int, at: int) -> int:
    """The comma that closes what a title over `first` to `last` deals with ("for Trade and Aid,"), or `at`."""
    if reader.is_in("conjunctions", at) and reader.low(at + 2) == ",":
        is_told = any(reader.is_in("portfolio_links", k) for k in range(first + 1, last))
        return at + 2 if is_told else at
    if not reader.is_in("portfolio_links", at):
        return at
    ends = (k for k in range(at + 2, min(at + _OWNER_REACH, len(reader.tokens))) if not reader.tokens[k].is_word)
    end = next(ends, at)
    return end if reader.low(end) == "," else at


def duties_end(reader: SentenceReader, at: int) -> int:
    """The end of what an office deals with right behind it ("aux Affaires sociales", "chargé de l'Afrique"), or 0."""
    if not reader.is_in("portfolio_links", at) or reader.words.modifiers_stand_before:
        return 0
    if owner := reader.behind_of(at + 1):
        return unknown_owner_end(reader, at + 1, owner)
    noun = skip_determiners(reader, at + 1)
    is_place = noun == at + 1 and reader.is_in("place_prepositions", at)
    if is_place or noun >= len(reader.tokens) or not reader.tokens[noun].is_capital or reader.is_given_name(noun):
        return 0
    is_named = reader.known_actor(noun) is not None or reader.gazetteer.places.find(reader.folds, noun) is not None
    if is_named or reader.words.heads.find(reader.lows, noun):
        return 0
    return further_owners_end(reader, complement_end(reader, _field_end(reader, noun, capitals_end(reader, noun))))


def owner_start(reader: SentenceReader, at: int, floor: int) -> int:
    """Where the capitals and portfolios before a title begin ("Rotherby Council leader", "business minister"), or `at`.

    Capitals count behind a small word only: in a headline they would be anything.
    """
    if not reader.words.modifiers_stand_before or reader.words.nouns_are_capital:
        return at
    start = at
    while start > floor and at - start < _OWNER_WORDS and _may_own(reader, start - 1):
        start -= 1
    if _is_genitive(reader, start + 1):
        start = _plain_start(reader, start, floor)
    while start < at and reader.tokens[start].is_capital and _is_doubtful(reader, start, floor):
        start += 1
    return start


def owner_name_start(reader: SentenceReader, at: int) -> int:
    """Where capitals in the genitive begin before a name ("GB News's Andrew Neil"), or `at`."""
    start = at - 1
    if start > 1 and reader.low(start - 1).isdigit() and reader.tokens[start - 2].is_capital:  # "Channel 5's"
        start -= 1
    while start > 0 and reader.tokens[start - 1].is_capital and reader.low(start - 1) not in reader.stop_words:
        start -= 1
    return start if reader.low(at - 1) == "'s" and start < at - 1 else at


def _may_own(reader: SentenceReader, at: int) -> bool:
    if reader.is_in("title_modifiers", at) or _is_genitive(reader, at) or _is_genitive(reader, at + 1):
        return reader.low(at) not in reader.stop_words
    is_free = reader.low(at) not in reader.stop_words and not reader.is_in("months", at)
    return reader.tokens[at].is_word and reader.tokens[at].is_capital and is_free


def _is_genitive(reader: SentenceReader, at: int) -> bool:
    """Whether a mark at an index makes an owner of the word before it ("the club's", "the nurses'")."""
    return reader.low(at) == "'s" or (reader.low(at) == "'" and reader.low(at - 1).endswith("s"))


def _plain_start(reader: SentenceReader, at: int, floor: int) -> int:
    """Where the plain words between an article and an owner begin ("the striking cotton growers'"), or `at`."""
    start = at
    while start > floor and at - start < _OWNER_WORDS and _is_small_word(reader, start - 1):
        start -= 1
    return start if start > floor and reader.is_in("articles", start - 1) else at


def _is_doubtful(reader: SentenceReader, at: int, floor: int) -> bool:
    """Whether a capital before a title may own nothing: behind a name or a preposition, or opening a sentence."""
    if at == 0:
        is_nation = reader.low(at).endswith(reader.words.demonym_endings)
        return not is_nation and not reader.tokens[at + 1].is_capital
    is_place = reader.is_in("place_prepositions", at - 1) and reader.gazetteer.places.find(reader.folds, at) is not None
    return is_place or (at == floor and reader.tokens[at - 1].is_capital)
