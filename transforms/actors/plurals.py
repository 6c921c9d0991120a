"""Plurals that point back: "les deux hommes", "both leaders", "i due", "the participants", "les deux pays"."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.phrases import ActorPhrase, SentenceReader

_PAIR = 2


def read_group(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A counted or definite plural at an index that points to people or countries told before."""
    tables = reader.words.tables
    companions = tables["companions"].find(reader.lows, at)
    if companions and not _has_owner(reader, companions[0]):
        return replace(reader.phrase(at, companions[0], "person"), anaphor="several", is_plural=True)
    both = tables["both"].find(reader.lows, at)
    size = _PAIR if both else _count(reader, at)
    if not size:
        return None
    start = both[0] if both else at + 1
    if sides := _noun(reader, "group_sides", start):
        return replace(reader.phrase(at, sides, "person"), anaphor="sides", is_plural=True, size=size)
    people = _noun(reader, "group_people", start)
    end, kind = (people, None) if people else _office(reader, start)
    if not end and size == _PAIR and reader.is_in("alone", start - 1):
        end = start
    if not end or _has_owner(reader, end):
        return None
    phrase = replace(reader.phrase(at, end, "person"), is_plural=True, size=size, office_kind=kind)
    return replace(phrase, anaphor="pair" if size == _PAIR else "several")


def _count(reader: SentenceReader, at: int) -> int:
    """The number at an index behind a definite article ("les quatre"), else 0."""
    is_definite = at > 0 and reader.is_in("plural_articles", at - 1)
    return reader.words.counts.get(reader.low(at), 0) if is_definite or reader.is_in("bare_counts", at) else 0


def _noun(reader: SentenceReader, table: str, at: int) -> int:
    """The end of a noun of a table, one word between it and the number allowed ("the two European leaders"), else 0."""
    for start in (at, at + 1):
        found = reader.words.tables[table].find(reader.lows, start) if start < len(reader.lows) else None
        if found and (start == at or reader.tokens[at].is_word):
            return found[0]
    return 0


def _office(reader: SentenceReader, at: int) -> tuple[int, str | None]:
    """The end and the office of a plural title ("deux ministres"), 0 where none stands here."""
    for key, head in reader.words.heads.candidates(reader.low(at)):
        if head.is_plural and tuple(reader.lows[at : at + len(key)]) == key:
            return at + len(key), head.kind
    return 0, None


def _has_owner(reader: SentenceReader, at: int) -> bool:
    """Whether a plural says who or whose they are ("i ministri Rossi e Verdi", "the leaders of Japan")."""
    if at >= len(reader.tokens):
        return False
    if reader.tokens[at].is_capital:
        return True
    preposition = reader.words.tables["holders"].find(reader.lows, at)
    return reader.demonym(at) is not None or (preposition is not None and _is_owner(reader, preposition[0]))


def _is_owner(reader: SentenceReader, at: int) -> bool:
    """Whether a name or a number of countries stands here ("of Japan", "de ces quatre pays")."""
    if at >= len(reader.tokens):
        return False
    return reader.tokens[at].is_capital or any(reader.low(near) in reader.words.counts for near in (at, at + 1))
