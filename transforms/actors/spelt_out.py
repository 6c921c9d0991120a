"""Plurals whose members are named behind them: between commas, or behind a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.actors.phrases import CLOSERS, ActorPhrase, SentenceReader

_PAIR = 2
_NAMED = (None, "surname", "title")


def without_spelt_out(reader: SentenceReader, phrases: Sequence[ActorPhrase]) -> list[ActorPhrase]:
    """Without plurals whose members follow between commas ("les chefs des deux pays, X et Y, se verront").

    The first member begins where the plural does, so that what leads the plural leads its members ("par les deux
    présidents, X et Y").
    """
    phrases = _told_behind_colon(reader, phrases)
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
    end, size = phrases[at].last, 0
    if reader.low(end) != "," or phrases[at].kind not in ("person", "organisation") or phrases[at].actor_id:
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


def _leads_member(reader: SentenceReader, low: str) -> bool:
    sets = reader.words.sets
    return low in sets["articles"] or low in sets["conjunctions"] or low in sets["honorifics"]


def _told_behind_colon(reader: SentenceReader, phrases: Sequence[ActorPhrase]) -> Sequence[ActorPhrase]:
    """With the members that a list behind a colon names in place of the plural before it ("met three mayors: X, …").

    As many as were counted, or right behind a plural that counts nobody ("les ministres concernés : X et Y").
    """
    colon = reader.lows.index(":") if ":" in reader.lows else -1
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


def _is_list(reader: SentenceReader, colon: int, members: Sequence[ActorPhrase]) -> bool:
    """Whether all that stands behind a colon are names of one kind with what joins them."""
    ends = [colon + 1, *(member.last for member in members)]
    gaps = [reader.lows[end : member.first] for end, member in zip(ends, members, strict=False)]
    are_joined = all(low == "," or _leads_member(reader, low) for gap in gaps for low in gap)
    is_parted = all(gap for gap in gaps[1:])
    is_named = len({one.kind for one in members}) == 1 and all(one.anaphor in _NAMED for one in members)
    return are_joined and is_parted and is_named and reader.low(ends[-1]) in CLOSERS
