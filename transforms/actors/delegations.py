"""Delegations and governments, by whom they speak for or of whom they consist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transforms.actors.complements import complement_end, whole_end
from transforms.actors.gazetteer import country_actor_id
from transforms.actors.noun_phrases import adjective_end, capitals_end, compound_end, skip_determiners
from transforms.actors.nouns import is_body, is_unknown_demonym
from transforms.actors.phrases import ActorPhrase, SentenceReader


def read_delegations(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Countries or bodies by those who speak for them ("la délégation ukrainienne", "the government of X")."""
    before = reader.demonym(at)
    start = at + 1 if before else at
    if not reader.is_in("delegations", start):
        return []
    holder = before or reader.demonym(start + 1)
    if holder:
        last = start + (1 if before else 2)
        others = [] if before else list(_further_demonyms(reader, last))
        return [_country_of(reader, at, last, holder), *(_country_of(reader, k, k + 1, iso3) for k, iso3 in others)]
    owner = reader.behind_of(start + 1)
    inner = read_delegations(reader, owner) if owner else []
    if inner:
        return [reader.widened(inner[0], at), *inner[1:]]
    return list(_owners(reader, at, start + 1))


def _country_of(reader: SentenceReader, first: int, last: int, holder: str) -> ActorPhrase:
    country = reader.gazetteer.actors.get(country_actor_id(holder))
    name, actor_id = (country.name, country.actor_id) if country else (None, None)
    return reader.phrase(first, last, "country", name, actor_id, holder=holder, is_plural=True)


def _further_demonyms(reader: SentenceReader, at: int) -> Iterator[tuple[int, str]]:
    """The demonyms that commas and a conjunction join to one ("les gouvernements français, allemand et polonais")."""
    while (reader.is_in("conjunctions", at) or reader.low(at) == ",") and (iso3 := reader.demonym(at + 1)):
        yield at + 1, iso3
        at += 2


def _owners(reader: SentenceReader, first: int, at: int) -> Iterator[ActorPhrase]:
    """Each known or capitalised owner of a delegation ("de la Kaldovie et de l'Orestan")."""
    start = at
    while owner := reader.behind_of(at) or (at if at > start and _goes_on_bare(reader, at) else 0):
        name = skip_determiners(reader, owner)
        known = reader.known_actor(name)
        end = known[0] if known else adjective_end(reader, capitals_end(reader, name))
        end += not known and end > name and is_unknown_demonym(reader, end)
        if not known and end > name and is_body(reader, name):
            end = complement_end(reader, end)
        if compound := compound_end(reader, name):
            end = complement_end(reader, compound)
            words = reader.slice(name, end) if first > start else None
            yield reader.phrase(first, end, "organisation", words, is_plural=True)
            if not (reader.is_in("conjunctions", end) and reader.behind_of(end + 1)):
                return
            first = at = end + 1
            continue
        is_people = reader.words.heads.find(reader.lows, name) is not None or reader.is_in("quantities", name)
        if is_people or whole_end(reader, first, end) > end:
            return
        actor = reader.gazetteer.actors[known[1]] if known else None
        if end == name or (actor and actor.kind == "person"):
            return
        stranger = reader.phrase(first, end, "organisation", reader.slice(name, end))
        yield replace(reader.known_phrase(first, end, actor.actor_id) if actor else stranger, is_plural=True)
        if not reader.is_in("conjunctions", end) and reader.low(end) != ",":
            return
        first = at = end + 1


def _goes_on_bare(reader: SentenceReader, at: int) -> bool:
    """Whether a list of owners goes on with a name that repeats no preposition ("delegazioni di X, Y e Z")."""
    is_name = at < len(reader.tokens) and reader.tokens[at].is_capital and not reader.words.nouns_are_capital
    return is_name and reader.low(at) not in reader.stop_words and not reader.is_given_name(at)


def read_mission(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """A delegation of people that no table knows ("une délégation du groupe d'amitié"), or the one told before."""
    if not reader.is_in("missions", at) or not reader.is_in("articles", at - 1):
        return []
    end = complement_end(reader, at + 1)
    is_new = end > at + 1 or reader.is_in("indefinite", at - 1)
    return [reader.phrase(at, end, "organisation", anaphor=None if is_new else "body", is_plural=True)]
