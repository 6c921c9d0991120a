"""Titles in a sentence: an office, whose it is, and whether it is held now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from transforms.actors.complements import complement_end, topic_end
from transforms.actors.noun_phrases import acronym_end, adjective_end, owned_end
from transforms.actors.nouns import is_adjective, is_body, is_unknown_demonym
from transforms.actors.owners import duties_end, further_owners_end, holder_at, is_country, unknown_owner_end
from transforms.actors.phrases import SentenceReader
from transforms.actors.words import TitleHead

LEADER = "leader"
_BACK = 15
_UNION = "org.eu"
_LETTERS = range(2, 6)
"""How many letters stand for a party."""


@dataclass(frozen=True, slots=True)
class TitleReading:
    """A title over tokens `first` to `last`: its head, country (ISO3) or organisation id, and time words.

    `is_foreign`: the office of a country that nobody knows. `repeated`: the head's words, told only before.
    """

    first: int
    last: int
    head: TitleHead
    holder: str | None
    is_former: bool
    is_future: bool
    more_holders: tuple[str, ...] = ()
    is_foreign: bool = False
    repeated: str = ""


def _head_at(reader: SentenceReader, at: int) -> tuple[int, TitleHead, str | None] | None:
    """The longest head at an index, demonyms between its words allowed: (end, head, country)."""
    follows = reader.low(at + 1)
    may_pass = reader.demonym(at + 1) is not None or is_adjective(reader, at + 1)
    for key, head in reader.words.heads.candidates(reader.low(at)):
        if len(key) > 1 and key[1] != follows and not may_pass:
            continue
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


def _repeated_head(reader: SentenceReader, at: int) -> tuple[str, TitleHead] | None:
    """Words and head of the title that a pronoun before another country takes up ("et celui d'Algérie")."""
    owner = reader.behind_of(at + 1) if reader.is_in("same_title", at) else 0
    if not owner or not holder_at(reader, owner):
        return None
    told: tuple[int, int, TitleHead] | None = None
    for before in range(at - 1, max(-1, at - _BACK), -1):
        found = _head_at(reader, before) if reader.opens_phrase(before) else None
        if found and (told is None or (found[0] >= told[1] and before < told[0] <= before + 2)):
            told = before, found[0], found[1]
    return (reader.slice(*told[:2]), told[2]) if told and not told[2].is_plural else None


def _compound_head_at(reader: SentenceReader, at: int) -> tuple[int, TitleHead, str | None] | None:
    """A hyphenated title ("US-Präsident", "ex-président", "NATO-Generalsekretär"): holder before the hyphen."""
    prefix, sign, rest = reader.low(at).rpartition("-")
    is_made_so = reader.tokens[at].is_capital and rest.endswith(reader.words.title_endings)
    if not (sign or is_made_so) or reader.gazetteer.places.find(reader.folds, at):  # "Port-au-Prince"
        return None
    plain = _plain_head(reader, rest) if is_made_so else None
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
    if word in reader.words.heads.first_words:
        return None
    words = reader.words
    return TitleHead(None, None, word.endswith(words.plural_title_endings), word.endswith(words.feminine_title_endings))


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


def _posting(reader: SentenceReader, at: int) -> int:
    """Where the name stands of the country or body that somebody is posted to ("ambassador to India"), else 0."""
    name = at + 1 + reader.is_in("articles", at + 1)
    is_led = reader.is_in("posted", at - 1) and reader.is_in("posting", at)
    return name if is_led and holder_at(reader, name) else 0


def _filler_end(reader: SentenceReader, at: int) -> int:
    """The end of words behind a title that tell no owner ("le maire PS de X", "la députée (LR)"), or `at`."""
    if filler := reader.words.tables["fillers"].find(reader.lows, at):
        return filler[0]
    if reader.words.modifiers_stand_before or reader.words.nouns_are_capital:
        return at
    if (end := acronym_end(reader, at)) > at:
        return end
    name = reader.tokens[at].text
    is_short = name.isalpha() and name.isupper() and len(name) in _LETTERS
    follows = "".join(token.text for token in reader.tokens[at + 1 : at + 2])
    return at + 1 if is_short and not follows.isupper() and not _is_known_person(reader, at) else at


def _is_known_person(reader: SentenceReader, at: int) -> bool:
    known = reader.known_actor(at)
    return known is not None and reader.gazetteer.actors[known[1]].kind == "person"


def _post_modifiers(reader: SentenceReader, at: int, holder: str | None) -> _After:
    """Demonyms, "of" holders and time words after a head."""
    end, is_former, is_future, is_foreign = at, False, False, False
    while end < len(reader.tokens):
        if iso3 := reader.demonym(end):
            holder, end = holder or iso3, end + 1
        elif is_unknown_demonym(reader, end):
            is_foreign, end = True, end + 1
        elif (passed := _filler_end(reader, end)) > end:
            end = passed
        elif end == at and (adjective := adjective_end(reader, end)) > end and reader.behind_of(adjective):
            end = adjective
        elif reader.is_genitive(end) and (owner := holder_at(reader, end)):
            holder, end = owner[1] if holder is None else holder, owner[0]
        elif reader.is_in("future", end):
            is_future, end = True, end + 1
        elif reader.is_in("former", end):
            is_former, end = True, end + 1
        elif owner_at := reader.behind_of(end) or _posting(reader, end):
            found = holder_at(reader, owner_at)
            if not found or owned_end(reader, found[0]):
                is_foreign, end = True, further_owners_end(reader, unknown_owner_end(reader, end, owner_at))
                end = duties_end(reader, end) or end
                break
            holder, end = found[1] if holder is None else holder, found[0]
        elif duties := duties_end(reader, end):
            end = duties
        else:
            break
    return _After(end, holder, is_former, is_future, is_foreign)


def read_title(reader: SentenceReader, at: int) -> TitleReading | None:
    """The title that starts at an index, or None."""
    if not (reader.opens_phrase(at) or reader.known_actor(at) or reader.low(at).endswith(reader.words.title_endings)):
        return None
    start = at
    while reader.is_in("terms", start):
        start += 1
    if start == len(reader.tokens):
        return None
    is_former = start > at and any(reader.is_in("former", k) or reader.is_in("then", k) for k in range(at, start))
    is_future = start > at and any(reader.is_in("future", k) for k in range(at, start))
    more, begin = _coordinated_modifiers(reader, start)
    body, pre_holder = _pre_modifier(reader, begin)
    while body < len(reader.tokens) and body > start and reader.is_in("former", body):
        is_former, body = True, body + 1
    if body >= len(reader.tokens):
        return None
    repeated = _repeated_head(reader, body)
    found = _head_at(reader, body) or _compound_head_at(reader, body) or (repeated and (body + 1, repeated[1], None))
    if not found:
        return None
    end, head, inner = found
    if reader.is_in("owned_offices", end - 1) and not (reader.behind_of(end) or inner or pre_holder):
        return None
    if end < len(reader.tokens) and (reader.is_in("articles", end - 1) or reader.behind_of(end - 1)):
        end = unknown_owner_end(reader, end, end)
    elif is_body(reader, end - 1) and reader.demonym(end) is None and (last := complement_end(reader, end)) > end:
        end, head = last, replace(head, kind=None, holder=None)
    if reader.demonym(end) is None and any(reader.behind_of(within) for within in range(body + 1, end)):
        end = further_owners_end(reader, end)
    is_former = is_former or reader.low(body).startswith("ex-")
    after = _post_modifiers(reader, end, inner or pre_holder)
    if after.is_foreign and after.holder is None:
        head = _of_unknown_country(reader, head, body, end)
    head, holder = _with_fixed_holder(reader, head, after.holder)
    is_foreign = after.is_foreign and holder is None and found[1].kind is not None
    head = _with_kind_of_leader(reader, head, holder)
    words = repeated[0] if repeated else ""
    former, future = is_former or after.is_former, is_future or after.is_future
    end = topic_end(reader, after.end)
    end = _superior_end(reader, end - reader.is_in("attached", end - 1)) or end
    return TitleReading(at, end, head, holder, former, future, more, is_foreign, words)


def _superior_end(reader: SentenceReader, at: int) -> int:
    """The end of the office to which another is attached ("auprès de la ministre"), 0 where a name ends it."""
    if not reader.is_in("attached", at):
        return 0
    first = reader.behind_of(at + 1) or at + 1
    while reader.is_in("articles", first):
        first += 1
    superior = read_title(reader, first) if first < len(reader.tokens) else None
    if superior is None or superior.head.is_plural:
        return 0
    end = duties_end(reader, superior.last) or superior.last
    return 0 if end < len(reader.tokens) and reader.tokens[end].is_capital else end


def _of_unknown_country(reader: SentenceReader, head: TitleHead, first: int, last: int) -> TitleHead:
    """A head over `first` to `last` that a country nobody knows owns: no office of the tables where one word tells it.

    Nor where custom gives it to one country ("président de la République des Lacs" is not the French one).
    """
    if head.holder is None:
        return replace(head, kind=None) if last == first + 1 else head
    is_sole = head.holder == "*" or reader.is_in("state_nouns", last - 1)
    owner = reader.behind_of(last)
    is_another = is_sole and (not owner or reader.tokens[owner].is_capital)
    return replace(head, kind=None, holder=None) if is_another else head


def _with_fixed_holder(reader: SentenceReader, head: TitleHead, told: str | None) -> tuple[TitleHead, str | None]:
    """A head and whose office it is: whom the text tells, else whose it is by custom."""
    if not head.holder or (told is not None and len(head.holder) == 3):
        return head, told
    fixed = _fixed_holder(reader, head)
    is_anothers = told in reader.gazetteer.organisations and told not in (fixed, _UNION)
    return (replace(head, kind=None), told) if is_anothers else (head, fixed)


def _with_kind_of_leader(reader: SentenceReader, head: TitleHead, holder: str | None) -> TitleHead:
    """The title of who leads a country ("dirigeant", "leader") as the office that does; no office without a country."""
    if head.kind != LEADER or head.is_plural:
        return head
    return replace(head, kind=reader.gazetteer.leading_kind(holder) if holder and is_country(holder) else None)


def _coordinated_modifiers(reader: SentenceReader, at: int) -> tuple[tuple[str, ...], int]:
    """Demonyms joined before one head ("French and German foreign ministers"): all but the last, and its index."""
    more: list[str] = []
    while nation := reader.demonym_at(at):
        end, iso3 = nation
        if not (reader.low(end) == "," or reader.is_in("conjunctions", end)) or not reader.demonym_at(end + 1):
            break
        more.append(iso3)
        at = end + 1
    return tuple(more), at


def _fixed_holder(reader: SentenceReader, head: TitleHead) -> str | None:
    name = head.holder or ""
    if name == "*":
        return reader.gazetteer.sole_holder(head.kind or "")
    if len(name) == 3 and name.isupper():
        return name
    found = reader.gazetteer.names.find(name.lower().split(), 0)
    return found[1] if found else name
