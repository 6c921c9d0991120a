"""Read all actors of one sentence, left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms.actors.appositions import join_appositions, with_title_behind
from transforms.actors.bodies import principals_apart, qualifies_plural, with_affiliation
from transforms.actors.gazetteer import Gazetteer
from transforms.actors.names import read_name
from transforms.actors.noun_phrases import acronym_end, capitals_end, modifier_start
from transforms.actors.owners import holder_at, owner_name_start, owner_start
from transforms.actors.person_names import bracket_end
from transforms.actors.phrases import ActorPhrase, SentenceReader
from transforms.actors.plural_titles import read_plural_title
from transforms.actors.pointing import counterpart_country, read_counterparts, read_pointing
from transforms.actors.spelt_out import read_listed
from transforms.actors.titled import read_titled_person
from transforms.actors.titles import TitleReading, read_title
from transforms.actors.tokens import Token, name_key
from transforms.actors.words import TitleWords


def read_actors(
    text: str,
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
    words: TitleWords,
    polities: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
    expected: frozenset[int] = frozenset(),
) -> list[ActorPhrase]:
    """Every actor phrase of a sentence in text order, none overlapping; members of plural titles share a span.

    `polities` are lower-case names that the document tells as countries (`bodies.find_polities`), `surnames` folded
    last names of the people it tells in full (`told_surnames`), `expected` tokens at which an unknown
    name must begin by what stands around it.
    """
    reader = SentenceReader(text, tokens, gazetteer, words, polities, surnames, expected)
    found: list[ActorPhrase] = []
    end = 0
    for at in reader.beginnings():
        if at < end:
            continue
        end = at + 1
        if venue_end := _place_end(reader, at):
            end = venue_end
            continue
        is_joined = bool(found) and found[-1].last == at - 1 and _joins_person(reader, found[-1])
        phrases = _read_at(reader, at, is_joined=is_joined) or _owned_body(reader, found, at)
        if not phrases:
            continue
        if phrases[0].kind == "person" and _names_building(reader, at):
            end = max(end, phrases[-1].last)
            continue
        phrases = _with_words_behind(reader, phrases)
        if _owns_title(reader, phrases[-1]):
            continue
        phrases = _with_words_before(reader, found, phrases)
        found += phrases
        end = max(end, *(phrase.last for phrase in phrases))
    return join_appositions(reader, found)


def _with_words_behind(reader: SentenceReader, phrases: list[ActorPhrase]) -> list[ActorPhrase]:
    """A lone person with the affiliation and the title behind the name."""
    person = phrases[0]
    if len(phrases) > 1 or person.kind != "person" or person.anaphor not in (None, "surname"):
        return phrases
    if (end := bracket_end(reader, person.last)) > person.last:
        return [replace(person, last=end)]
    has_office = person.office_kind or person.anaphor
    person = with_affiliation(reader, person) if person.has_title or not has_office else person
    return [person if has_office else with_title_behind(reader, person)]


def _owns_title(reader: SentenceReader, phrase: ActorPhrase) -> bool:
    """Whether a person is only told as whose the next office is ("Macron's prime minister")."""
    is_owner = phrase.kind == "person" and reader.low(phrase.last) == "'s"
    return is_owner and read_title(reader, phrase.last + 1) is not None


def _with_words_before(
    reader: SentenceReader, found: list[ActorPhrase], phrases: list[ActorPhrase]
) -> list[ActorPhrase]:
    """Phrases with their owner's words, acronym and case; those of `found` that become part of them leave it."""
    while found and phrases[0].kind == "organisation" and found[-1].first >= phrases[0].first:
        found.pop()
    phrases = [_with_owner(reader, found, phrases[0]), *phrases[1:]]
    phrases = [_with_acronym(reader, phrase) for phrase in phrases]
    return [
        replace(p, is_genitive=True) if p.last - 1 in reader.genitives and _may_be_genitive(p) else p for p in phrases
    ]


def _joins_person(reader: SentenceReader, before: ActorPhrase) -> bool:
    """Whether the word behind a phrase shows that a name goes on: "and" behind a person, "'s" behind whose he is."""
    if before.kind == "person":
        return reader.is_in("conjunctions", before.last)
    return _owns_person(reader, before)


def _owns_person(reader: SentenceReader, owner: ActorPhrase) -> bool:
    """Whether a body or country stands in the genitive ("Slovenia's Janez Janša")."""
    return owner.kind != "person" and reader.low(owner.last) == "'s"


def _is_owned_by(owner: ActorPhrase, phrase: ActorPhrase) -> bool:
    return owner.last == phrase.first - 1


def _owned_body(reader: SentenceReader, found: list[ActorPhrase], at: int) -> list[ActorPhrase]:
    """The body of a country, by a name that nobody knows ("Kenya's Centum"); behind "in" it would be a region.

    No place of that country; one elsewhere only sounds alike.
    """
    if not found or found[-1].kind != "country" or found[-1].last != at - 1 or not _owns_person(reader, found[-1]):
        return []
    end = capitals_end(reader, at)
    place = reader.gazetteer.places.find(reader.folds, at)
    is_there = place is not None and reader.gazetteer.places_by_id[place[1]].country_iso3 in (None, found[-1].holder)
    is_place = is_there or reader.is_in("place_prepositions", found[-1].first - 1)
    return [reader.phrase(at, end, "organisation")] if end > at and not is_place else []


def _with_acronym(reader: SentenceReader, phrase: ActorPhrase) -> ActorPhrase:
    """A phrase with its short name in brackets."""
    last = acronym_end(reader, phrase.last)
    return replace(phrase, last=last) if last > phrase.last else phrase


def _names_building(reader: SentenceReader, at: int) -> bool:
    """Whether a name belongs to the building or street before it ("aeropuerto internacional Benito Juárez")."""
    before = at - 1 - reader.is_in("called_after_adjectives", at - 1)
    return reader.is_in("called_after", before) and reader.tokens[at].is_capital


def _with_owner(reader: SentenceReader, found: list[ActorPhrase], phrase: ActorPhrase) -> ActorPhrase:
    """A title or name with the words of its owner before it, which are no party of their own and leave those `found`.

    A medium stays beside its journalist.
    """
    is_owned_body = phrase.kind == "organisation" and found and found[-1].kind == "country"
    if is_owned_body and _is_owned_by(found[-1], phrase) and _owns_person(reader, found[-1]):
        return reader.widened(phrase, found.pop().first)
    if phrase.kind != "person" or phrase.anaphor == "counterpart":
        return phrase
    if found and _is_owned_by(found[-1], phrase) and _owns_person(reader, found[-1]):
        phrase = replace(reader.widened(phrase, found[-1].first), is_media=found[-1].is_media)
        if not phrase.is_media:
            found.pop()
    if not phrase.has_title:
        return reader.widened(phrase, owner_name_start(reader, phrase.first))
    floor = max((other.last for other in found if other.kind == "person"), default=0)
    start = owner_start(reader, phrase.first, floor)
    if start == phrase.first and phrase.anaphor == "title" and phrase.office_kind is None:
        start = modifier_start(reader, start)
    is_owned = "'s" in reader.lows[start + 1 : phrase.first]
    is_opened = not phrase.anaphor or is_owned or reader.is_in("articles", start - 1)
    if start == phrase.first or not is_opened:
        return phrase
    while found and found[-1].first >= start:
        found.pop()
    whole = reader.widened(phrase, start)
    return whole if phrase.name != phrase.text else replace(whole, name=whole.text, office_kind=None)


def told_surnames(phrases: Iterable[ActorPhrase], words: TitleWords, gazetteer: Gazetteer) -> frozenset[str]:
    """The folded last names of people that a document names in full or by title, no common words.

    A country's or body's name is one where a known person bears it ("Hollande" beside "François Hollande"). Where
    people are called by their first names, these too if one person alone bears them ("Dilma").
    """
    found: set[str] = set()
    bearers: dict[str, set[str]] = {}
    for phrase in phrases:
        is_named = phrase.anaphor is None or (phrase.anaphor == "surname" and phrase.gender and not phrase.has_title)
        if phrase.kind == "person" and is_named:
            names = name_key(phrase.name)
            last = names[-1:]
            is_known = phrase.actor_id is not None
            found.update(n for n in last if len(n) > 2 and (gazetteer.names.find([n], 0) is not None) is is_known)
            if words.first_names_alone and phrase.anaphor is None:
                bearers.setdefault(names[0], set()).update(last)
    given = (name for name, last in bearers.items() if len(last) == 1 and name not in last)
    found.update(n for n in given if n in gazetteer.given_names or n in words.given_names)
    return frozenset(found.difference(words.demonyms, words.sets["stop_words"], words.sets["institution_words"]))


def _place_end(reader: SentenceReader, at: int) -> int | None:
    """The end of a place's name of two words and more that names nobody ("Palazzo Chigi", "Northern Ireland")."""
    if not reader.tokens[at].is_capital or not reader.gazetteer.places.takes_more(reader.folds[at]):
        return None
    found = reader.gazetteer.places.find(reader.folds, at)
    if not found or found[0] < at + 2 or reader.gazetteer.names.find(reader.folds, at):
        return None
    end = found[0] + (reader.demonym(found[0]) is not None)
    is_led = reader.is_in("place_prepositions", at - 1) and not reader.is_given_name(at)
    return end if is_led or reader.gazetteer.places_by_id[found[1]].kind != "city" else None


def _read_at(reader: SentenceReader, at: int, *, is_joined: bool) -> list[ActorPhrase]:
    """The actors at an index; `is_joined`: a conjunction joins it to a person."""
    if not reader.tokens[at].is_word or reader.words.tables["verbs_as_people"].find(reader.lows, at):
        return []
    if reader.opens_phrase(at) or counterpart_country(reader, at):
        if counterparts := read_counterparts(reader, at):
            return counterparts
        if pointing := read_pointing(reader, at):
            return [pointing]
    if reader.only_points(at):
        return []
    if listed := read_listed(reader, at):
        return listed
    if title := read_title(reader, at):
        if not title.head.is_plural and _means_several(reader, title):
            title = replace(title, head=replace(title.head, is_plural=True))
        if not title.head.is_plural:
            return [read_titled_person(reader, title)]
        several = [] if qualifies_plural(reader, title.first) else read_plural_title(reader, title)
        return principals_apart(reader, several[0], title.first) if len(several) == 1 else several
    return read_name(reader, at, is_joined=is_joined)


def _means_several(reader: SentenceReader, title: TitleReading) -> bool:
    """Whether a title that sounds the same in the plural is one ("die Außenminister", "der Minister von A und B")."""
    if not any(_is_alike(reader, at) for at in range(title.first, title.last)):
        return False
    before = title.first - 1
    if reader.is_in("plural_openers", before) or _is_genitive_plural(reader, before):
        return True
    joined = reader.is_in("conjunctions", title.last) or reader.low(title.last) == ","
    return title.holder is not None and joined and holder_at(reader, title.last + 1) is not None


def _is_alike(reader: SentenceReader, at: int) -> bool:
    """Whether a title sounds the same in the plural, or ends with one where nouns are compounds ("Agrarminister")."""
    is_compound = reader.words.nouns_are_capital and reader.tokens[at].is_capital
    return reader.is_in("plural_alike", at) or (is_compound and reader.low(at).endswith(reader.words.alike_endings))


def _is_genitive_plural(reader: SentenceReader, at: int) -> bool:
    """Whether an article behind a noun can only be the plural's before a masculine ("Treffen der Minister")."""
    return at > 0 and reader.is_in("genitive_plurals", at) and reader.tokens[at - 1].is_capital


def _may_be_genitive(phrase: ActorPhrase) -> bool:
    """Whether a name that ends like a genitive can be one: without a title, or not at the head of its sentence."""
    return not phrase.has_title and (phrase.first > 0 or phrase.last - phrase.first == 1)
