"""The person who carries a title: the name behind it, or nobody yet named."""

from __future__ import annotations

from dataclasses import replace

from transforms.actors.noun_phrases import acronym_end, adjective_end
from transforms.actors.nouns import is_adjective
from transforms.actors.owners import portfolio_end
from transforms.actors.person_names import read_person_name, with_name
from transforms.actors.phrases import CLOSERS, ActorPhrase, Gender, SentenceReader
from transforms.actors.titles import TitleReading
from transforms.dates.lexicon import time_words

_REGION_REACH = 8


def read_titled_person(reader: SentenceReader, title: TitleReading) -> ActorPhrase:
    """A singular title with its name, or the title alone (`anaphor` "title")."""
    name = _name_after(reader, title)
    last = name.last if name else title.last
    words = f"{title.repeated} {reader.slice(title.first + 1, title.last)}" if title.repeated else None
    base = reader.phrase(title.first, last, "person", words, anaphor=None if name else "title")
    if name is None:
        if reader.is_in("indefinite", title.first - 1):
            title, base = replace(title, head=replace(title.head, kind=None)), replace(base, is_new=True)
        return titled(reader, base, title)
    base = with_name(base, name)
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


def _name_after(reader: SentenceReader, title: TitleReading) -> ActorPhrase | None:
    """The name that a title introduces, directly or after a comma."""
    at = _ranks_end(reader, reader.skip_initials(acronym_end(reader, title.last)))
    if title.holder is None and is_adjective(reader, at) and (reader.low(at + 1) == ","):
        at += 1
    at = _adjective_before_name(reader, at)
    at = _region_end(reader, portfolio_end(reader, title.first, title.last, at))
    has_comma = reader.low(at) in (",", ":")
    if has_comma:
        at += 1
    has_honorific = reader.is_in("honorifics", at)
    at = _ranks_end(reader, reader.honorifics_end(at))
    name = read_person_name(reader, at, after_title=has_honorific or not has_comma)
    if name and not name.actor_id and reader.is_in("honorifics", name.last):
        name = read_person_name(reader, reader.honorifics_end(name.last), after_title=True) or name
    if name is None:
        return None
    if not (has_comma or has_honorific) and (apposed := _behind_body(reader, title, name)):
        return apposed
    if has_honorific:
        follows = name.last < len(reader.tokens) and reader.tokens[name.last].is_word
        opens_clause = has_comma and follows and not reader.is_in("conjunctions", name.last)
        return None if opens_clause and not _opens_sentence(reader, title) else name
    if has_comma and _closes_adjunct(reader, title, name):
        return None
    if has_comma and reader.low(name.last) not in CLOSERS:
        is_full = name.last - at >= 2
        fits = fits_office(reader, name.actor_id, title) if name.actor_id else not _is_tabled(reader, title)
        return name if is_full and fits else None
    if has_comma and name.actor_id and not fits_office(reader, name.actor_id, title):
        return None
    return name


def _adjective_before_name(reader: SentenceReader, at: int) -> int:
    """The index behind an adjective that parts a title from a person's name ("el patriarca ortodoxo Atanasio")."""
    words = reader.words
    if words.modifiers_stand_before or not is_adjective(reader, at) or not reader.is_given_name(at + 1):
        return at
    is_verb = reader.is_in("verbs_before_people", at)
    fits = adjective_end(reader, at) > at or reader.low(at).endswith(words.name_adjectives)
    return at + 1 if fits and not is_verb and reader.tokens[at + 1].is_capital else at


def _behind_body(reader: SentenceReader, title: TitleReading, more: ActorPhrase) -> ActorPhrase | None:
    """The name behind the comma, where an adjective with a capital goes on with the name of a title's body.

    "Presidente do Parlamento Nacional, Ana Lopes,": it is no first name, and what the name behind it begins with is.
    """
    is_body = reader.tokens[title.last - 1].is_capital and title.last - title.first > 1
    is_body = is_body and reader.low(more.first).endswith(reader.words.adjective_endings)
    is_known = more.actor_id or (more.candidates and more.last - more.first > 1)
    if not is_body or is_known or reader.is_given_name(more.first) or reader.low(more.last) != ",":
        return None
    at = reader.honorifics_end(more.last + 1)
    name = read_person_name(reader, at, after_title=False) if reader.is_given_name(at) else None
    return name if name and name.last - name.first > 1 and reader.low(name.last) in CLOSERS else None


def _region_end(reader: SentenceReader, at: int) -> int:
    """The comma behind where an office is held ("directeur du PAM en Afrique de l'Ouest, X,"), or `at`."""
    end = at
    while end < min(at + _REGION_REACH, len(reader.tokens)) and reader.low(end) != ",":
        token = reader.tokens[end]
        is_small = token.low in reader.stop_words or reader.behind_of(end) or adjective_end(reader, end) > end
        if not is_small and not (token.is_word and token.is_capital):
            return at
        end += 1
    is_led = any(reader.is_in(name, at) for name in ("place_prepositions", "topic_links"))
    is_led = is_led or reader.low(at) in reader.words.contractions or reader.behind_of(at) > 0
    return end if is_led and reader.low(end) == "," else at


def _closes_adjunct(reader: SentenceReader, title: TitleReading, name: ActorPhrase) -> bool:
    """Whether the comma behind a title closes what opens the sentence ("After talks with the chancellor, X said")."""
    before = title.first - 1 - any(reader.is_in(group, title.first - 1) for group in ("articles", "possessives"))
    is_led = before >= 0 and (reader.low(before) in reader.stop_words or 0 < before == title.first - 1)
    is_led = is_led and reader.low(before) not in time_words(reader.words.language)
    if not is_led or "," in reader.lows[: title.first] or name.last >= len(reader.tokens):
        return False
    joints = ("conjunctions", "place_prepositions", "topic_links")
    follows = reader.tokens[name.last]
    is_joint = any(reader.is_in(group, name.last) for group in joints) or reader.behind_of(name.last) > 0
    return follows.is_word and not follows.is_capital and not is_joint


def _opens_sentence(reader: SentenceReader, title: TitleReading) -> bool:
    """Whether nothing but an article or an honorific stands before a title: it is a subject, not an adjunct."""
    return title.first <= 1 or reader.honorifics_end(0) >= title.first - 1 > 0


def _ranks_end(reader: SentenceReader, at: int) -> int:
    """The index behind further titles that stand between a title and its name ("Lt. Gov. Tanaka"), or `at`."""
    while not reader.known_actor(at) and at < len(reader.tokens) and reader.tokens[at].is_capital:
        rank = reader.words.heads.find(reader.lows, at)
        name = reader.skip_initials(rank[0]) if rank and not rank[1].is_plural else len(reader.tokens)
        if name >= len(reader.tokens) or not reader.tokens[name].is_capital:
            break
        at = name
    return at


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


def _office_candidates(reader: SentenceReader, phrase: ActorPhrase, title: TitleReading) -> tuple[str, ...]:
    holders = _holders(reader, phrase, title)
    if holders or title.head.kind is None:
        return holders or phrase.candidates
    return tuple(c for c in phrase.candidates if not reader.gazetteer.tenures_by_actor.get(c))


def _holders(reader: SentenceReader, phrase: ActorPhrase, title: TitleReading) -> tuple[str, ...]:
    if title.head.kind is None:
        return ()
    return tuple(c for c in phrase.candidates if reader.gazetteer.held_by(c, title.head.kind, title.holder))
