"""Plurals whose members are named behind them: at once, between commas, or behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.actors.bodies import is_single
from transforms.actors.complements import adjectives_end
from transforms.actors.noun_phrases import capitals_end
from transforms.actors.nouns import is_people, is_side
from transforms.actors.phrases import CLOSERS, ActorPhrase, SentenceReader
from transforms.dates.lexicon import time_words

_PAIR = 2
_BESIDE = 5
_PORTFOLIO = 6
_NAMED = (None, "surname", "title")


def read_listed(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Bodies that a plural noun leads, each by its name ("les syndicats CGT et FO"); fewer than two are none."""
    if not is_people(reader, at) or not any(token.is_capital for token in reader.tokens[at + 1 : at + _BESIDE]):
        return []
    if is_single(reader, at):
        return []
    members: list[ActorPhrase] = []
    name, first = adjectives_end(reader, at + 1), at
    while (end := _member_end(reader, name)) > name:
        members.append(reader.phrase(first, end, "organisation", reader.slice(name, end)))
        if reader.low(end) != "," and not reader.is_in("conjunctions", end):
            break
        first = name = end + 1
    return [replace(member, list_first=at) for member in members] if len(members) > 1 else []


def _member_end(reader: SentenceReader, at: int) -> int:
    """The end of the name of a body in a list, or `at`; no day's, no person's."""
    is_other = reader.low(at) in time_words(reader.words.language) or reader.is_given_name(at)
    known = reader.known_actor(at)
    is_other = is_other or bool(known and reader.gazetteer.actors[known[1]].kind != "organisation")
    return at if is_other or reader.is_in("honorifics", at) else capitals_end(reader, at)


def without_spelt_out(reader: SentenceReader, phrases: Sequence[ActorPhrase]) -> list[ActorPhrase]:
    """Without plurals whose members follow between commas ("les chefs des deux pays, X et Y, se verront").

    The first member begins where the plural does, so that what leads the plural leads its members ("par les deux
    présidents, X et Y").
    """
    phrases = _told_behind_colon(reader, phrases) if ":" in reader.lows else phrases
    if not any(phrase.is_plural for phrase in phrases):
        return list(phrases)
    kept: list[ActorPhrase] = []
    opened: int | None = None
    for at, phrase in enumerate(phrases):
        members = _members_behind(reader, phrases, at) if phrase.is_plural and phrase.list_first < 0 else 0
        if members < _PAIR or (phrase.size and members != phrase.size):
            is_member = opened is not None and phrase.kind == "person"
            kept.append(reader.spanning(phrase, opened, phrase.last) if opened is not None and is_member else phrase)
            opened = None if is_member else opened
        else:
            opened = phrase.first
    return kept


def _members_behind(reader: SentenceReader, phrases: Sequence[ActorPhrase], at: int) -> int:
    """How many names a list between commas right behind a phrase has, 0 where none stands or closes there."""
    group, size = phrases[at], 0
    end = _portfolio_end(reader, group.last)
    if reader.low(end) != "," or group.kind not in ("person", "organisation") or group.actor_id:
        return 0
    for phrase in phrases[at + 1 :]:
        between = reader.lows[end : phrase.first]
        is_listed = all(low == "," or _leads_member(reader, low) for low in between)
        if phrase.kind == "country" and between and reader.behind_of(end):
            end = phrase.last
            continue
        is_named = phrase.kind == "person" and phrase.anaphor in (None, "surname")
        if not between or not is_listed or not is_named:
            break
        end, size = phrase.last, size + 1
    return size if reader.low(end) in CLOSERS else 0


def _portfolio_end(reader: SentenceReader, at: int) -> int:
    """The comma behind what a plural of offices deals with ("les ministres de l'Économie, X et Y"), or `at`."""
    owner = reader.behind_of(at)
    reach = range(owner, min(owner + _PORTFOLIO, len(reader.tokens))) if owner else ()
    end = next((k for k in reach if not reader.low(k)[0].isalnum()), at)
    return end if reader.low(end) == "," else at


def _leads_member(reader: SentenceReader, low: str) -> bool:
    sets = reader.words.sets
    return low in sets["articles"] or low in sets["conjunctions"] or low in sets["honorifics"]


def _told_behind_colon(reader: SentenceReader, phrases: Sequence[ActorPhrase]) -> Sequence[ActorPhrase]:
    """With the members that a list behind a colon names in place of the plural before it ("met three mayors: X, …").

    As many as were counted, or right behind a plural that counts nobody ("les ministres concernés : X et Y").
    """
    colon = reader.lows.index(":")
    phrases = _with_counted_sides(reader, phrases, colon)
    before = [at for at, phrase in enumerate(phrases) if phrase.last <= colon]
    if not before or not phrases[before[-1]].is_plural or phrases[before[-1]].actor_id:
        return phrases
    group, members = phrases[before[-1]], phrases[before[-1] + 1 :]
    size = group.size or reader.words.counts.get(reader.low(group.first), 0)
    is_all = len(members) == size if size else len(members) >= _PAIR and group.last == colon
    if not is_all or group.list_first >= 0 or not _is_list(reader, colon, members):
        return phrases
    named = [replace(one, first=group.first, last=group.last, list_first=group.first) for one in members]
    return [*phrases[: before[-1]], *named]


def _with_counted_sides(
    reader: SentenceReader, phrases: Sequence[ActorPhrase], colon: int
) -> Sequence[ActorPhrase]:
    """With the sides that open a sentence by their number alone ("Three countries signed the pact: X, Y and Z")."""
    size = reader.words.counts.get(reader.low(0), 0)
    is_first = all(phrase.first >= colon for phrase in phrases)
    if colon <= 1 or not is_first or size < _PAIR or not is_side(reader, 1):
        return phrases
    return [reader.phrase(0, _PAIR, "person", is_plural=True, size=size), *phrases]


def _is_list(reader: SentenceReader, colon: int, members: Sequence[ActorPhrase]) -> bool:
    """Whether all that stands behind a colon are names of one kind with what joins them."""
    ends = [colon + 1, *(member.last for member in members)]
    gaps = [reader.lows[end : member.first] for end, member in zip(ends, members, strict=False)]
    are_joined = all(low == "," or _leads_member(reader, low) for gap in gaps for low in gap)
    is_parted = all(gap for gap in gaps[1:])
    is_named = len({one.kind for one in members}) == 1 and all(one.anaphor in _NAMED for one in members)
    return are_joined and is_parted and is_named and reader.low(ends[-1]) in CLOSERS
