"""Groups by their nouns, which point back to people told before ("les deux hommes")."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.complements import complement_end, compound_behind
from transforms.actors.noun_phrases import adjective_end, skip_determiners
from transforms.actors.nouns import is_adjective, names_group
from transforms.actors.phrases import ActorPhrase, Anaphor, SentenceReader

_PAIR = 2


def read_group(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A counted or definite plural at an index: people or countries told before, or by whose they are."""
    tables = reader.words.tables
    companions = tables["companions"].find(reader.lows, at)
    if companions and not _is_told_further(reader, companions[0]) and not _joins_people(reader, companions[0]):
        return reader.phrase(at, companions[0], "person", anaphor="several", is_plural=True)
    both = tables["both"].find(reader.lows, at)
    size = _PAIR if both else _count(reader, at)
    if not size:
        return None
    if at > 0 and reader.tokens[at].text.istitle():  # "les Vingt-Sept"
        return reader.phrase(at, at + 1, "organisation", is_plural=True)
    start = both[0] if both else at + 1
    if sides := _noun(reader, "group_sides", start):
        return reader.phrase(at, adjective_end(reader, sides), "person", anaphor="sides", is_plural=True, size=size)
    people, (office, kind) = _noun(reader, "group_people", start), _office(reader, start)
    people = people or _nationals_end(reader, start)
    end, kind = (office, kind) if office > people else (people, None)
    if not end and reader.is_in("alone", start - 1) and (both or not _is_noun_of_many(reader, start)):
        end = start
    if not end or _has_owner(reader, end):
        return None
    described = complement_end(reader, end)
    if described > end + 1:
        return reader.phrase(at, described, "organisation", is_plural=True, size=size)
    anaphor: Anaphor = "pair" if size == _PAIR else "several"
    return replace(reader.phrase(at, end, "person", anaphor=anaphor, is_plural=True, size=size), office_kind=kind)


def _joins_people(reader: SentenceReader, at: int) -> bool:
    """Whether a conjunction joins other people to a plural, which then points to nobody ("les leaders et les élus")."""
    other = skip_determiners(reader, at + 1)
    return reader.is_in("conjunctions", at) and (reader.is_in("people", other) or bool(_office(reader, other)[0]))


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


def _is_noun_of_many(reader: SentenceReader, at: int) -> bool:
    """Whether a noun goes on behind a number ("les deux usines"), no verb ("the two agreed to meet")."""
    may_be = at < len(reader.tokens) and not reader.is_in("verbs_before_people", at)
    return reader.is_in("people", at) or (may_be and is_adjective(reader, at))


def _nationals_end(reader: SentenceReader, at: int) -> int:
    """The end of a demonym that is a noun ("les deux Coréens"), else 0."""
    is_noun = at < len(reader.tokens) and reader.tokens[at].is_capital and not reader.words.modifiers_stand_before
    is_like = reader.low(at).removesuffix("s").endswith(reader.words.demonym_endings)
    return at + 1 if is_noun and (is_like or reader.demonym(at)) else 0


def _office(reader: SentenceReader, at: int) -> tuple[int, str | None]:
    """The end and the office of a plural title ("deux ministres"), 0 where none stands here."""
    for key, head in reader.words.heads.candidates(reader.low(at)):
        if head.is_plural and tuple(reader.lows[at : at + len(key)]) == key:
            return at + len(key), head.kind
    return 0, None


def _is_told_further(reader: SentenceReader, at: int) -> bool:
    """Whether an owner, a compound or an adjective behind a plural tells which people it means ("le parti sociali")."""
    return _has_owner(reader, at) or bool(compound_behind(reader, at)) or adjective_end(reader, at) > at


def _has_owner(reader: SentenceReader, at: int) -> bool:
    """Whether a plural says who or whose they are ("i ministri Rossi e Verdi", "the leaders of Japan")."""
    if at >= len(reader.tokens):
        return False
    if reader.tokens[at].is_capital:
        return True
    owner = reader.behind_of(at)
    return reader.demonym(at) is not None or (owner > 0 and _is_owner(reader, owner))


def _is_owner(reader: SentenceReader, at: int) -> bool:
    """Whether a name, a body or people, countries or their number stand here ("of Japan", "de ces quatre pays")."""
    sides = reader.words.tables["group_sides"].first_words
    is_counted = any(reader.low(near) in reader.words.counts for near in (at, at + 1))
    is_group = names_group(reader, skip_determiners(reader, at))
    return reader.tokens[at].is_capital or is_counted or reader.low(at) in sides or is_group
