"""Titles in a sentence: an office, whose it is, and the name that goes with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple, TypeGuard

from transforms.actors.noun_phrases import (
    GENITIVES,
    acronym_end,
    adjective_end,
    complement_end,
    is_body,
    run_of_name,
    topic_end,
)
from transforms.actors.phrases import ActorPhrase, Gender, SentenceReader, read_person_name
from transforms.actors.words import TitleHead

LEADER = "leader"
_UNION = "org.eu"
_OWNER_REACH = 8


@dataclass(frozen=True, slots=True)
class TitleReading:
    """A title over tokens `first` to `last`: its head, country (ISO3) or organisation id, and time words.

    `is_foreign`: the office of a country that nobody knows.
    """

    first: int
    last: int
    head: TitleHead
    holder: str | None
    is_former: bool
    is_future: bool
    more_holders: tuple[str, ...] = ()
    is_foreign: bool = False


def holder_at(reader: SentenceReader, at: int) -> tuple[int, str] | None:
    """A country or organisation named at an index: (end, ISO3 or organisation id)."""
    found = reader.known_actor(at)
    if not found:
        return None
    actor = reader.gazetteer.actors[found[1]]
    if actor.kind == "person":
        return None
    return found[0], actor.country_iso3 if actor.kind == "country" and actor.country_iso3 else actor.actor_id


def _head_at(reader: SentenceReader, at: int) -> tuple[int, TitleHead, str | None] | None:
    """The longest head at an index, demonyms between its words allowed: (end, head, country)."""
    for key, head in reader.words.heads.candidates(reader.low(at)):
        end, country, matched, skipped = at + 1, None, 1, False
        while matched < len(key) and end < len(reader.tokens):
            if reader.low(end) == key[matched]:
                matched += 1
            elif country is None and (iso3 := reader.demonym(end)):
                country = iso3
            elif not skipped and is_adjective(reader, end):
                skipped = True
            else:
                break
            end += 1
        if matched == len(key):
            return end, head, country
    return None


def is_adjective(reader: SentenceReader, at: int) -> bool:
    """A word that may stand between the words of a title: lower case, long, no function word."""
    low = reader.low(at)
    return len(low) > 4 and low.isalpha() and not reader.tokens[at].is_capital and low not in reader.stop_words


def _compound_head_at(reader: SentenceReader, at: int) -> tuple[int, TitleHead, str | None] | None:
    """A hyphenated title ("US-Präsident", "ex-président", "NATO-Generalsekretär"): holder before the hyphen."""
    prefix, sign, rest = reader.low(at).rpartition("-")
    if rest.endswith(reader.words.title_endings) and reader.tokens[at].is_capital:
        plain = _plain_head(reader, rest)
    else:
        plain = None
    if not sign:
        return (at + 1, plain, None) if plain else None
    for key, head in reader.words.heads.candidates(rest):
        if len(key) == 1:
            found = reader.gazetteer.names.find([prefix], 0)
            actor = reader.gazetteer.actors[found[1]] if found else None
            holder = (actor.country_iso3 or actor.actor_id) if actor and actor.kind != "person" else None
            return at + 1, head, holder
    return (at + 1, plain, None) if plain else None


def _plain_head(reader: SentenceReader, word: str) -> TitleHead | None:
    """A compound title that no table knows ("Bundeswirtschaftsminister", "Sonderbeauftragte")."""
    if reader.words.heads.candidates(word):
        return None
    return TitleHead(None, None, word.endswith(("ministern", "innen")), word.endswith("in"))


def _pre_modifier(reader: SentenceReader, at: int) -> tuple[int, str | None]:
    """A demonym, country or organisation before a head ("Turkish", "NATO", "Turkey's"): (end, holder)."""
    if demonym := reader.demonym_at(at):
        return demonym
    if found := holder_at(reader, at):
        end, holder = found
        return (end + 1 if reader.low(end) in ("'s", "'") else end), holder
    return at, None


class _After(NamedTuple):
    """What follows a head: end, holder, time words, and whether the office is an unknown body's."""

    end: int
    holder: str | None
    is_former: bool
    is_future: bool
    is_foreign: bool


def _skip_unknown_owner(reader: SentenceReader, at: int, owner: int) -> tuple[bool, int]:
    """After "présidente de Valmière" or "président de la région": the owner is unknown, its words are passed."""
    if not reader.tokens[owner].is_capital:
        return True, complement_end(reader, at + (at == owner))
    end = max(reader.capital_run(owner), owner + 1)
    if reader.low(end) in GENITIVES:
        end = max(end, run_of_name(reader, owner))
    while end < len(reader.tokens) and reader.tokens[end].is_capital and reader.is_in("institution_words", end):
        end += 1
    while end < min(owner + _OWNER_REACH, len(reader.tokens)):
        joint = end + 1 if is_adjective(reader, end) else end
        preposition = reader.words.tables["holders"].find(reader.lows, joint)
        if not preposition or preposition[0] >= len(reader.tokens) or not _is_noun(reader, preposition[0]):
            break
        end = max(reader.capital_run(preposition[0]), preposition[0] + 1)
    return True, end


def _further_owners(reader: SentenceReader, at: int) -> int:
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
    preposition = reader.words.tables["holders"].find(reader.lows, at + 1) if bare and _joins(reader, at) else None
    if preposition is None or preposition[1] in bare or preposition[0] >= len(reader.tokens):
        return 0
    return max(reader.capital_run(preposition[0]), preposition[0] + 1) if _is_noun(reader, preposition[0]) else 0


def _joins(reader: SentenceReader, at: int) -> bool:
    return reader.low(at) == "," or reader.is_in("conjunctions", at)


def _is_noun(reader: SentenceReader, at: int) -> bool:
    return reader.tokens[at].is_capital or is_adjective(reader, at)


def is_unknown_demonym(reader: SentenceReader, at: int) -> bool:
    """Whether a word that no list has is made like an adjective of a country ("orestanais")."""
    return is_adjective(reader, at) and reader.low(at).endswith(tuple(reader.words.sets["demonym_endings"]))


def _post_modifiers(reader: SentenceReader, at: int, holder: str | None) -> _After:
    """Demonyms, "of" holders and time words after a head."""
    end, is_former, is_future, is_foreign = at, False, False, False
    while end < len(reader.tokens):
        if iso3 := reader.demonym(end):
            holder, end = holder or iso3, end + 1
        elif is_unknown_demonym(reader, end):
            is_foreign, end = True, end + 1
        elif reader.is_in("fillers", end):
            end += 1
        elif (
            end == at
            and reader.words.tables["holders"].find(reader.lows, adjective_end(reader, end))
            and (adjective := adjective_end(reader, end)) > end
        ):
            end = adjective
        elif reader.is_genitive(end) and (owner := holder_at(reader, end)):
            holder, end = owner[1] if holder is None else holder, owner[0]
        elif reader.is_in("future", end):
            is_future, end = True, end + 1
        elif reader.is_in("former", end):
            is_former, end = True, end + 1
        elif (preposition := reader.words.tables["holders"].find(reader.lows, end)) and preposition[0] < len(
            reader.tokens
        ):
            found = holder_at(reader, preposition[0])
            if not found:
                is_foreign, end = _skip_unknown_owner(reader, end, preposition[0])
                end = _further_owners(reader, end)
                break
            holder, end = found[1] if holder is None else holder, found[0]
        else:
            break
    return _After(end, holder, is_former, is_future, is_foreign)


def read_title(reader: SentenceReader, at: int) -> TitleReading | None:
    """The title that starts at an index, or None."""
    if not (reader.opens_phrase(at) or reader.known_actor(at) or reader.low(at).endswith(reader.words.title_endings)):
        return None
    start, is_former, is_future = at, False, False
    while reader.is_in("former", start) or reader.is_in("then", start) or reader.is_in("future", start):
        is_former = is_former or reader.is_in("former", start) or reader.is_in("then", start)
        is_future = is_future or reader.is_in("future", start)
        start += 1
        if start >= len(reader.tokens):
            return None
    more, begin = _coordinated_modifiers(reader, start)
    body, pre_holder = _pre_modifier(reader, begin)
    while body < len(reader.tokens) and body > start and reader.is_in("former", body):
        is_former, body = True, body + 1
    if body >= len(reader.tokens):
        return None
    found = _head_at(reader, body) or _compound_head_at(reader, body)
    if not found:
        return None
    end, head, inner = found
    if end < len(reader.tokens) and (
        reader.is_in("articles", end - 1) or reader.words.tables["holders"].find(reader.lows, end - 1)
    ):
        end = _skip_unknown_owner(reader, end, end)[1]
    elif is_body(reader, end - 1) and reader.demonym(end) is None and (last := complement_end(reader, end)) > end:
        end, head = last, replace(head, kind=None, holder=None)
    if any(reader.words.tables["holders"].find(reader.lows, within) for within in range(body + 1, end)):
        end = _further_owners(reader, end)
    is_former = is_former or reader.low(body).startswith("ex-")
    after = _post_modifiers(reader, end, inner or pre_holder)
    holder = after.holder
    if after.is_foreign and holder is None and head.holder is None and end == body + 1:
        head = replace(head, kind=None)
    if head.holder and (holder is None or len(head.holder) != 3):
        fixed = _fixed_holder(reader, head)
        is_anothers = holder in reader.gazetteer.organisations and holder not in (fixed, _UNION)
        head, holder = (replace(head, kind=None), holder) if is_anothers else (head, fixed)
    is_foreign = after.is_foreign and holder is None and found[1].kind is not None
    head = _with_kind_of_leader(reader, head, holder)
    former, future = is_former or after.is_former, is_future or after.is_future
    return TitleReading(at, topic_end(reader, after.end), head, holder, former, future, more, is_foreign)


def _with_kind_of_leader(reader: SentenceReader, head: TitleHead, holder: str | None) -> TitleHead:
    """The title of who leads a country ("dirigeant", "leader") as the office that does; no office without a country."""
    if head.kind != LEADER or head.is_plural:
        return head
    return replace(head, kind=reader.gazetteer.leading_kind(holder) if holder and is_country(holder) else None)


def is_country(holder: str | None) -> TypeGuard[str]:
    """Whether the holder of a title is a country (ISO3)."""
    return holder is not None and len(holder) == 3 and holder.isupper()


def _coordinated_modifiers(reader: SentenceReader, at: int) -> tuple[tuple[str, ...], int]:
    """Demonyms joined before one head ("French and German foreign ministers"): all but the last, and its index."""
    more: list[str] = []
    while (iso3 := reader.demonym(at)) and (reader.low(at + 1) == "," or reader.is_in("conjunctions", at + 1)):
        if not reader.demonym(at + 2):
            break
        more.append(iso3)
        at += 2
    return tuple(more), at


def _fixed_holder(reader: SentenceReader, head: TitleHead) -> str | None:
    name = head.holder or ""
    if name == "*":
        return reader.gazetteer.sole_holder(head.kind or "")
    if len(name) == 3 and name.isupper():
        return name
    found = reader.gazetteer.names.find(name.lower().split(), 0)
    return found[1] if found else name


def _name_after(reader: SentenceReader, title: TitleReading) -> ActorPhrase | None:
    """The name that a title introduces, directly or after a comma."""
    at = acronym_end(reader, title.last)
    if title.holder is None and is_adjective(reader, at) and reader.low(at + 1) == ",":
        at += 1
    at = _portfolio_end(reader, title, at)
    has_comma = reader.low(at) in (",", ":")
    if has_comma:
        at += 1
    has_honorific = reader.is_in("honorifics", at)
    at = reader.skip_initials(at + 1) if has_honorific else at
    name = read_person_name(reader, at, after_title=has_honorific or not has_comma)
    if name is None:
        return None
    if has_honorific:
        follows = name.last < len(reader.tokens) and reader.tokens[name.last].is_word
        opens_clause = has_comma and follows and not reader.is_in("conjunctions", name.last)
        return None if opens_clause else name
    if has_comma and reader.low(name.last) not in (",", ".", "", ";", ")"):
        is_full = name.last - at >= 2
        fits = fits_office(reader, name.actor_id, title) if name.actor_id else not _is_tabled(reader, title)
        return name if is_full and fits else None
    if has_comma and name.actor_id and not fits_office(reader, name.actor_id, title):
        return None
    return name


def _portfolio_end(reader: SentenceReader, title: TitleReading, at: int) -> int:
    """The comma that closes what an office is for ("commissaire à l'Élargissement,", "for Trade and Aid,"), or `at`."""
    if reader.is_in("conjunctions", at) and reader.low(at + 2) == ",":
        is_told = any(reader.is_in("portfolio_links", k) for k in range(title.first + 1, title.last))
        return at + 2 if is_told else at
    if not reader.is_in("portfolio_links", at):
        return at
    ends = (k for k in range(at + 2, min(at + _OWNER_REACH, len(reader.tokens))) if not reader.tokens[k].is_word)
    end = next(ends, at)
    return end if reader.low(end) == "," else at


def _is_tabled(reader: SentenceReader, title: TitleReading) -> bool:
    """Whether all who ever held the office of a title are known."""
    return title.head.kind is not None and reader.gazetteer.office_for(title.head.kind, title.holder) is not None


def fits_office(reader: SentenceReader, actor_id: str, title: TitleReading) -> bool:
    """Whether a known person can carry a title: ever held it, or the title has no table of holders.

    A title that is one country's by custom ("Président de la République") may be another's.
    """
    kind = title.head.kind
    if kind is None:
        return True
    held = reader.gazetteer.tenures_by_actor.get(actor_id)
    return not held or reader.gazetteer.held_by(actor_id, kind, None if title.head.holder else title.holder)


def _held(reader: SentenceReader, actor_id: str, title: TitleReading) -> bool:
    return reader.gazetteer.held_by(actor_id, title.head.kind, title.holder)


def titled(reader: SentenceReader, phrase: ActorPhrase, title: TitleReading) -> ActorPhrase:
    """A phrase with the office of a title."""
    return replace(
        phrase,
        office_kind=title.head.kind,
        holder=title.holder,
        has_title=True,
        title_text=reader.slice(title.first, title.last),
        is_former=title.is_former,
        is_current=not (title.is_former or title.is_future),
        gender="f" if title.head.is_feminine else phrase.gender or _gender_of_article(reader, title.first - 1),
        candidates=_office_candidates(reader, phrase, title),
    )


def _gender_of_article(reader: SentenceReader, at: int) -> Gender | None:
    """What the article before a title tells ("le ministre", "la ministre")."""
    if reader.is_in("feminine_articles", at):
        return "f"
    return "m" if reader.is_in("masculine_articles", at) else None


def _holders(reader: SentenceReader, phrase: ActorPhrase, title: TitleReading) -> tuple[str, ...]:
    if title.head.kind is None:
        return ()
    return tuple(c for c in phrase.candidates if reader.gazetteer.held_by(c, title.head.kind, title.holder))


def _office_candidates(reader: SentenceReader, phrase: ActorPhrase, title: TitleReading) -> tuple[str, ...]:
    holders = _holders(reader, phrase, title)
    if holders or title.head.kind is None:
        return holders or phrase.candidates
    return tuple(c for c in phrase.candidates if not reader.gazetteer.tenures_by_actor.get(c))


def read_titled_person(reader: SentenceReader, title: TitleReading) -> ActorPhrase:
    """A singular title with its name, or the title alone (`anaphor` "title")."""
    name = _name_after(reader, title)
    last = name.last if name else title.last
    base = reader.phrase(title.first, last, "person")
    if name is None:
        if reader.is_in("indefinite", title.first - 1):
            title = replace(title, head=replace(title.head, kind=None))
        return titled(reader, replace(base, anaphor="title"), title)
    base = replace(base, name=name.name, actor_id=name.actor_id, anaphor=name.anaphor, candidates=name.candidates)
    if (
        name.actor_id
        and title.head.holder
        and not reader.gazetteer.held_by(name.actor_id, title.head.kind, title.holder)
    ):
        title = replace(title, holder=reader.gazetteer.actors[name.actor_id].country_iso3)
    known = titled(reader, base, title)
    if (
        known.actor_id is None
        and known.anaphor is None
        and title.holder
        and len(held := _holders(reader, known, title)) == 1
    ):
        return replace(known, actor_id=held[0], name=reader.gazetteer.actors[held[0]].name)
    return known
