"""Words that point to somebody told before: pronouns, partners ("his guest") and counterparts ("son homologue")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from transforms.actors.nouns import is_unknown_demonym
from transforms.actors.owners import duties_end, holder_at, is_country
from transforms.actors.person_names import bracket_end, person_name_end, read_person_name, with_name
from transforms.actors.phrases import CLOSERS, ActorPhrase, Anaphor, SentenceReader
from transforms.actors.plural_titles import read_plural_title
from transforms.actors.plurals import read_group
from transforms.actors.titles import TitleReading
from transforms.actors.words import TitleHead, title_words

_OWNED_REACH = 4
_PAIR = 2
_PLURAL_ENDINGS = ("s", "i")
_PRONOUNS: tuple[tuple[str, Anaphor], ...] = (
    ("singular_masculine", "he"),
    ("singular_feminine", "she"),
    ("singular_neuter", "it"),
    ("plural", "they"),
    ("first_singular", "i"),
    ("first_plural", "we"),
    ("second", "you"),
)
_LATTER: tuple[tuple[str, Anaphor], ...] = (("latter", "latter"), ("latter_several", "they"), ("hosts", "host"))


def read_pointing(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A group, a counterpart, a partner or a pronoun at an index: who was told before."""
    if reader.low(at) not in _pointers(reader.words.language):
        return _counterpart(reader, at)
    if phrase := read_group(reader, at) or _counterpart(reader, at):
        return phrase
    if reader.is_in("partners", at) and _is_told_partner(reader, at):
        return reader.phrase(at, at + 1, "person", anaphor="partner")
    for group, anaphor in _LATTER:
        found = reader.words.tables[group].find(reader.lows, at)
        if found and _stands_alone(reader, at, found[0]) and not (anaphor == "host" and _is_titled(reader, found[0])):
            return reader.phrase(at, found[0], "person", anaphor=anaphor, is_plural=anaphor == "they")
    pronoun = _pronouns(reader.words.language).get(reader.low(at))
    if pronoun == "it" and not _opens_clause(reader, at):
        return None
    if pronoun and _is_pronoun(reader, at):
        return reader.phrase(at, at + 1, "person", anaphor=pronoun, is_plural=pronoun in ("they", "we"))
    return None


@cache
def _pointers(language: str) -> frozenset[str]:
    """The words that groups, partners and pronouns begin with; counterparts may begin with their nation."""
    words = title_words(language)
    tables = (words.tables[name].first_words for name in ("companions", "both", *(group for group, _ in _LATTER)))
    return frozenset().union(_pronouns(language), words.sets["partners"], words.counts, *tables)


@cache
def _pronouns(language: str) -> dict[str, Anaphor]:
    """Every pronoun as what it points to; one of two groups is of the first."""
    sets = title_words(language).sets
    return {low: anaphor for group, anaphor in reversed(_PRONOUNS) for low in sets[group]}


def _is_told_partner(reader: SentenceReader, at: int) -> bool:
    """Whether the word before "guest" shows that he was told before: a possessive, or an article where these do."""
    before = reader.low(at - 1) if at else ""
    return before in reader.words.sets["possessives"] or before in reader.words.sets["partner_articles"]


def _stands_alone(reader: SentenceReader, at: int, end: int) -> bool:
    """Whether "this last" is no determiner ("ce dernier point", "dieser Besuch") and does not only stress a name."""
    if end < len(reader.tokens) and reader.words.nouns_are_capital and reader.tokens[end].is_capital:
        return False
    if reader.is_in("emphatic", at) and at > 0 and not reader.is_in("conjunctions", at - 1):
        return not reader.tokens[at - 1].is_word  # "doit elle-même rencontrer" only stresses who
    return not reader.is_in("latter_nouns", end) and not (reader.low(at - 1) == "," and reader.low(end) == ",")


def _is_titled(reader: SentenceReader, at: int) -> bool:
    """Whether a name follows "the host", also behind a comma, or of what he is one ("the host of the show")."""
    at += reader.low(at) == ","
    return at < len(reader.tokens) and (reader.tokens[at].is_capital or reader.behind_of(at) > 0)


def _is_pronoun(reader: SentenceReader, at: int) -> bool:
    """Whether a word that can be a pronoun stands for somebody here."""
    is_name = _is_initialism(reader.tokens[at].text)
    return not is_name and not _is_owner(reader, at) and not _is_nobody(reader, at)


def _is_initialism(word: str) -> bool:
    """Whether a word is two capitals or more ("US" is no pronoun)."""
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def _is_owner(reader: SentenceReader, at: int) -> bool:
    """Whether a word that is pronoun or possessive ("her") stands before what is owned: a title or a capital."""
    follows = range(at + 1, min(at + _OWNED_REACH, len(reader.tokens)))
    is_possessive = reader.is_in("possessives", at) or reader.is_in("owning_pronouns", at)
    return is_possessive and any(
        reader.tokens[k].is_capital
        or any(reader.is_in(group, k) for group in ("counterpart", "partners", "people", "bodies"))
        or reader.words.heads.find(reader.lows, k)
        for k in follows
        if not any(reader.low(j) in reader.stop_words or not reader.tokens[j].is_word for j in range(at + 1, k + 1))
    )


def _opens_clause(reader: SentenceReader, at: int) -> bool:
    """Whether a word opens a sentence, a clause or what a conjunction adds, where "it" is a subject."""
    return at == 0 or reader.low(at - 1) in (*CLOSERS, '"', "that") or reader.is_in("conjunctions", at - 1)


def _is_nobody(reader: SentenceReader, at: int) -> bool:
    """Whether a pronoun is impersonal ("il y a") or between commas only stresses a name ("Joe Biden, lui, ...")."""
    is_emphatic = reader.low(at - 1) == "," and reader.low(at + 1) == ","
    found = (reader.words.tables["impersonal"].find(reader.lows, start) for start in (at, at - 1))
    return is_emphatic or any(one is not None and not _is_participle(reader, one[0]) for one in found)


def _is_participle(reader: SentenceReader, at: int) -> bool:
    """Whether a word is made like a participle, so that an auxiliary stands before it ("il y a aussi rencontré")."""
    endings, follows = reader.words.participle_endings, reader.tokens[at + 1 : at + 2]
    if reader.low(at).endswith(endings) and (reader.is_in("possessives", at + 1) or any(t.is_capital for t in follows)):
        return True  # "il y a vu son homologue"
    at += reader.low(at) in reader.stop_words and not any(reader.is_in(g, at) for g in ("articles", "prenominals"))
    low = reader.low(at)
    return len(low) > 2 and low not in reader.stop_words and low.endswith(endings)


def _counterpart_end(reader: SentenceReader, at: int) -> int | None:
    """Behind a word for counterparts, or words ("opposite number")."""
    if reader.is_in("counterpart", at) and (reader.tokens[at].is_capital or not reader.words.nouns_are_capital):
        return at + 1
    found = reader.words.tables["counterpart_phrases"].find(reader.lows, at)
    return found[0] if found else None


def counterpart_country(reader: SentenceReader, at: int) -> tuple[int, str] | None:
    """The country at an index whose name stands before a counterpart ("her Eswatini counterpart"): (end, country)."""
    may_stand = reader.may_tell_counterparts and reader.words.modifiers_stand_before
    known = reader.known_actor(at) if may_stand else None
    if known is None or not reader.is_in("counterpart", known[0]):
        return None
    country = reader.gazetteer.actors[known[1]].country_iso3
    return (known[0], country) if country else None


def _counterpart(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """Such as "son homologue turc (Recep Tayyip Erdogan)", "his Turkish counterpart", "his guest, Ilze Ozola"."""
    if not reader.may_tell_counterparts:
        return None
    start = at
    if reader.tokens[at].is_capital and reader.words.modifiers_stand_before and reader.is_in("counterpart", at + 1):
        start = at + 1
    demonym = reader.demonym_at(at) or counterpart_country(reader, at)
    start, holder = demonym or (start, None)
    end, is_partner = _counterpart_end(reader, start), reader.is_in("partners", start)
    if end is None and is_partner:
        end = start + 1
    if end is None:
        return None
    if (holder is None and (holder := reader.demonym(end))) or is_unknown_demonym(reader, end):
        end += 1
    end, owner = _skip_owner(reader, end)
    holder = holder or owner
    title_end = end
    if reader.low(end) == ",":
        end += 1
    has_rank = False
    if end > title_end and (head := reader.words.heads.find(reader.lows, end)) and not head[1].is_plural:
        end, has_rank = head[0], True  # "his host, Vice Admiral X"
    is_addressed = reader.is_in("honorifics", end)
    if is_addressed:
        end = reader.skip_initials(end + 1)
    name = read_person_name(reader, end, after_title=is_addressed or has_rank or end == title_end)
    if is_partner and (name is None or reader.low(name.last) not in CLOSERS):
        return None
    is_plural = reader.low(start).endswith(_PLURAL_ENDINGS)
    phrase = replace(
        reader.phrase(at, name.last if name else title_end, "person", anaphor="counterpart", holder=holder),
        has_title=True, title_text=reader.slice(at, title_end), is_plural=is_plural,
    )  # fmt: skip
    if reader.words.nouns_are_capital and at == start and is_unknown_demonym(reader, at - 1):
        phrase = reader.widened(phrase, at - 1)
    return replace(with_name(phrase, name), is_plural=False) if name else phrase


def read_counterparts(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """The members of a plural counterpart at an index ("sus homólogos de Japón y Canadá"); none for fewer than two."""
    if not reader.may_tell_counterparts:
        return []
    if listed := _listed_by_nation(reader, at):
        return listed
    endings = (*_PLURAL_ENDINGS, "n") if reader.words.nouns_are_capital else _PLURAL_ENDINGS
    if _counterpart_end(reader, at) is None or not reader.low(at).endswith(endings):
        return []
    head = TitleHead(kind=None, holder=None, is_plural=True, is_feminine=False)
    members = read_plural_title(reader, TitleReading(at, at + 1, head, None, is_former=False, is_future=False))
    if len(members) < _PAIR:
        return []
    members[0] = replace(members[0], first=at, start=reader.tokens[at].start)
    return [_as_counterpart(member, reader.slice(at, at + 1)) for member in members]


def _listed_by_nation(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Counterparts by their nations' adjectives before one noun ("his Polish and South Korean counterparts").

    Their names behind it are theirs if there are as many.
    """
    nations: list[tuple[int, int, str]] = []
    noun = at
    while reader.words.modifiers_stand_before and (nation := reader.demonym_at(noun)):
        nations.append((noun, *nation))
        noun = nation[0]
        if reader.low(noun) == "," or reader.is_in("conjunctions", noun):
            noun += 1
    end = _counterpart_end(reader, noun) if len(nations) >= _PAIR else None
    if end is None:
        return []
    names: list[ActorPhrase] = []
    following = end + (reader.low(end) == ",")
    while len(names) < len(nations) and (name := read_person_name(reader, following, after_title=True)):
        names.append(name)
        following = bracket_end(reader, name.last) + 1
    title = reader.slice(noun, end)
    whole = following - 1 if len(names) == len(nations) else end
    members = []
    for place, (first, nation_end, iso3) in enumerate(nations):
        last = whole if place == len(nations) - 1 else nation_end
        phrase = reader.phrase(first, last, "person", anaphor="counterpart", holder=iso3)
        phrase = replace(phrase, has_title=True, title_text=title, name=f"{reader.slice(first, nation_end)} {title}")
        members.append(with_name(phrase, names[place]) if len(names) == len(nations) else phrase)
    return [replace(member, list_first=at) for member in members]


def _as_counterpart(member: ActorPhrase, title: str) -> ActorPhrase:
    """A member told by country alone as somebody's counterpart there; who is named is nobody's shadow."""
    if member.kind != "country":
        return member
    return replace(
        member, kind="person", actor_id=None, anaphor="counterpart", name=f"{title} {member.text}", has_title=True
    )


def _skip_owner(reader: SentenceReader, at: int) -> tuple[int, str | None]:
    """The index after "d'Ostrane" or "della Difesa" in "son homologue d'Ostrane, Pavel Dorn", and a known country."""
    if duties := duties_end(reader, at):
        return duties, None
    owner = reader.behind_of(at)
    if not owner or not reader.tokens[owner].is_capital:
        return at, None
    found = holder_at(reader, owner)
    if found and is_country(found[1]):
        return found[0], found[1]
    is_followed = reader.low(owner + 1) == ","
    return (owner + 1 if is_followed else person_name_end(reader, owner)), None
