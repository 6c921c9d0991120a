"""Two namings of one actor side by side: a name and a title, a plural and its members, a name and an alias."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.actors.nouns import is_adjective
from transforms.actors.owners import owner_start
from transforms.actors.person_names import read_person_name, with_name
from transforms.actors.phrases import CLOSERS, ActorPhrase, SentenceReader
from transforms.actors.spelt_out import without_spelt_out
from transforms.actors.titled import fits_office, titled
from transforms.actors.titles import TitleReading, read_title

_PAIR = 2
_OWNED_REACH = 4
_AGE_REACH = 4
_YOUNGEST, _OLDEST = 10, 110


def with_title_behind(reader: SentenceReader, phrase: ActorPhrase) -> ActorPhrase:
    """A name with the title that follows it between commas ("Jens Stoltenberg, le secrétaire général de l'Otan,")."""
    at = phrase.last
    if reader.low(at) not in (",", "("):
        return phrase
    at = _behind_age(reader, at) + 1
    while reader.is_in("articles", at):
        at += 1
    title = _owned_title(reader, at)
    if title is None or title.head.is_plural or not _closes(reader, title) or _opens_clause(reader, phrase, title):
        return phrase
    if phrase.actor_id and not fits_office(reader, phrase.actor_id, title):
        return phrase
    return replace(titled(reader, reader.spanning(phrase, phrase.first, title.last), title), text=phrase.text)


def _behind_age(reader: SentenceReader, at: int) -> int:
    """The comma behind an age between a name and its title ("X, 61, the mayor", "X, de 61 años, alcalde"), or `at`."""
    closing = next((k for k in range(at + 2, at + 2 + _AGE_REACH) if reader.low(k) == ","), at)
    numbers = [low for low in reader.lows[at + 1 : closing] if low.isdecimal()]
    return closing if len(numbers) == 1 and _YOUNGEST <= int(numbers[0]) <= _OLDEST else at


def _owned_title(reader: SentenceReader, at: int) -> TitleReading | None:
    """The title at an index, or behind the words of its owner ("the Ostranian foreign minister")."""
    for head in range(at, min(at + _OWNED_REACH, len(reader.tokens))):
        if head > at and owner_start(reader, head, at) != at:
            return None
        if title := read_title(reader, head):
            title = _title_of_another(reader, title) or title
            return title if head == at else replace(title, first=at, head=replace(title.head, kind=None))
    return None


def _title_of_another(reader: SentenceReader, owner: TitleReading) -> TitleReading | None:
    """The title that somebody's in the genitive opens ("the prime minister's national security adviser")."""
    at = owner.last + 1 if reader.low(owner.last) == "'s" else len(reader.tokens)
    for head in range(at, min(at + _OWNED_REACH, len(reader.tokens))):
        if title := read_title(reader, head):
            return replace(title, first=owner.first, head=replace(title.head, kind=None), holder=None)
        if not reader.tokens[head].is_word or reader.low(head) in reader.stop_words:
            return None
    return None


def _closes(reader: SentenceReader, title: TitleReading) -> bool:
    """Whether an apposition ends where the title does: no name of its own follows, and it is no item of a list."""
    if reader.is_in("articles", title.first - 1) and reader.is_in("conjunctions", title.last):
        return False
    name = read_person_name(reader, reader.skip_initials(title.last), after_title=True)
    return name is None or reader.low(title.last) == ","


def _opens_clause(reader: SentenceReader, phrase: ActorPhrase, title: TitleReading) -> bool:
    """Whether a title behind the comma of an opening adjunct is the subject ("After talks with X, the minister left").

    An apposition would close before the verb.
    """
    if not reader.is_in("articles", title.first - 1) or not reader.is_in("adjunct_openers", 0):
        return False
    is_closed = reader.low(title.last) in CLOSERS or reader.behind_of(title.last) > 0
    return not is_closed and "," not in reader.lows[: phrase.first]


def join_appositions(reader: SentenceReader, phrases: Sequence[ActorPhrase]) -> list[ActorPhrase]:
    """Phrases in which a title and the name behind its comma, a plural and the names that spell it out, are one."""
    joined: list[ActorPhrase] = []
    for phrase in phrases:
        told = phrase
        if _is_counterpart_behind(reader, joined, told):
            told = reader.spanning(joined[-1], joined[-1].first, told.last)
            joined.pop()
        while joined and (one := _as_one(reader, joined[-1], told)):
            joined.pop()
            told = one
        joined.append(told)
    return without_spelt_out(reader, joined)


def _as_one(reader: SentenceReader, before: ActorPhrase, phrase: ActorPhrase) -> ActorPhrase | None:
    """Two phrases side by side as the one actor that both name, if they do."""
    if _is_alias(reader, before, phrase):
        return reader.spanning(before, before.first, phrase.last)
    if _names_title(reader, before, phrase):
        return _named(reader, before, phrase)
    if _is_office_behind(reader, before, phrase):
        return replace(reader.spanning(before, before.first, phrase.last), text=before.text)
    return reader.spanning(phrase, before.first, phrase.last) if _is_second_office(reader, before, phrase) else None


def _is_office_behind(reader: SentenceReader, name: ActorPhrase, title: ActorPhrase) -> bool:
    """Whether a title without an article tells between commas what else somebody is ("X, chair of the union, …")."""
    is_named = name.kind == "person" and name.anaphor in (None, "surname") and not name.is_plural
    is_title = title.anaphor == "title" and not title.is_plural
    if not is_named or not is_title or max(name.list_first, title.list_first) >= 0:
        return False
    between = reader.lows[name.last : title.first]
    is_bare = between[:1] == [","] and len(between) <= _PAIR and reader.stop_words.isdisjoint(between[1:])
    is_another = None not in (name.gender, title.gender) and name.gender != title.gender
    return is_bare and reader.low(title.last) in CLOSERS and not is_another


def _is_counterpart_behind(reader: SentenceReader, joined: Sequence[ActorPhrase], phrase: ActorPhrase) -> bool:
    """Whether a counterpart between commas is the name before it, seen from another ("X and Y, her peer, met")."""
    if len(joined) < _PAIR or phrase.anaphor != "counterpart" or phrase.is_plural:
        return False
    name, others = joined[-1], joined[:-1]
    is_named = name.kind == "person" and name.anaphor in (None, "surname") and not name.is_plural
    is_told = any(other.kind == "person" and other.anaphor is None for other in others)
    is_bare = phrase.name == phrase.text and reader.low(phrase.last) in CLOSERS
    clash = None not in (name.holder, phrase.holder) and name.holder != phrase.holder
    between = reader.lows[name.last : phrase.first]
    opens = between[:1] == [","] and all(_opens_title(reader, name.last + at) for at in range(1, len(between)))
    return is_named and is_told and is_bare and opens and not clash


def _opens_title(reader: SentenceReader, at: int) -> bool:
    return reader.is_in("articles", at) or reader.is_in("possessives", at)


def _is_alias(reader: SentenceReader, before: ActorPhrase, phrase: ActorPhrase) -> bool:
    """Whether a name is the other name of the person before it ("Rodrigo Londoño, alias Timochenko")."""
    between = [low for low in reader.lows[before.last : phrase.first] if low[0].isalnum()]
    return before.kind == "person" and bool(between) and all(low in reader.words.sets["aliases"] for low in between)


def _names_title(reader: SentenceReader, title: ActorPhrase, name: ActorPhrase) -> bool:
    """Whether a name between commas says who a title before it is ("le chef de la junte, le général Ngassa,")."""
    is_titled_only = title.kind == "person" and title.anaphor == "title" and not title.is_plural
    is_named = name.kind == "person" and not name.is_plural and name.list_first < 0
    if not is_titled_only or title.list_first >= 0 or not is_named or name.anaphor not in (None, "surname"):
        return False
    is_lone = name.anaphor == "surname" and name.first == name.last - 1
    if is_lone or name.first <= title.last or reader.low(name.last) not in CLOSERS:
        return False
    return _is_led_by_comma(reader, title, name) and not _clash(reader, title, name)


def _is_led_by_comma(reader: SentenceReader, title: ActorPhrase, name: ActorPhrase) -> bool:
    """Whether a comma parts a name from a title, at most an adjective before it ("délégation kaldove, X")."""
    at = name.first - 1
    while reader.is_in("articles", at):
        at -= 1
    return reader.low(at) == "," and (at == title.last or (at == title.last + 1 and is_adjective(reader, title.last)))


def _clash(reader: SentenceReader, title: ActorPhrase, name: ActorPhrase) -> bool:
    """Whether a title and a name with one of its own are two people."""
    if None not in (title.gender, name.gender) and title.gender != name.gender:
        return True
    if None not in (title.office_kind, name.office_kind) and title.office_kind != name.office_kind:
        return True
    if None not in (title.holder, name.holder) and title.holder != name.holder:
        return True
    held = reader.gazetteer.tenures_by_actor.get(name.actor_id or "")
    known = held and title.office_kind and title.holder
    return bool(known) and not reader.gazetteer.held_by(name.actor_id or "", title.office_kind, title.holder)


def _named(reader: SentenceReader, title: ActorPhrase, name: ActorPhrase) -> ActorPhrase:
    own = replace(
        with_name(title, name), gender=title.gender or name.gender, office_kind=title.office_kind or name.office_kind
    )
    return reader.spanning(replace(own, holder=title.holder or name.holder), title.first, name.last)


def _is_second_office(reader: SentenceReader, first: ActorPhrase, second: ActorPhrase) -> bool:
    """Whether one person has two offices ("vice-premier ministre et ministre de la Défense, M. X").

    Only a conjunction joins the bare title to the titled name; English has no article before the first then.
    """
    is_named = second.has_title and second.anaphor in (None, "surname") and not second.is_plural
    is_named = is_named and not second.text.startswith(second.name)  # "X, l'ambassadrice" has hers behind
    is_joined = second.first - first.last == 1 and reader.is_in("conjunctions", first.last)
    is_other = reader.words.modifiers_stand_before and (
        reader.is_in("articles", first.first - 1) or first.text[0].islower()
    )
    return is_named and is_joined and first.anaphor == "title" and not is_other
