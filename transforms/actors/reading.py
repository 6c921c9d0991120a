"""Read all actors of one sentence, left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms.actors.appositions import join_appositions, with_title_behind
from transforms.actors.bodies import is_company, read_body, with_affiliation
from transforms.actors.gazetteer import SURNAME_FIRST, Gazetteer
from transforms.actors.noun_phrases import acronym_end, owner_start
from transforms.actors.phrases import ActorPhrase, Anaphor, Gender, SentenceReader, read_person_name
from transforms.actors.plurals import read_group, read_plural_title
from transforms.actors.titles import (
    TitleReading,
    holder_at,
    is_unknown_demonym,
    read_title,
    read_titled_person,
)
from transforms.actors.tokens import Token, fold, name_key
from transforms.actors.words import TitleWords

_OWNED_REACH = 4
_PAIR = 2
_LONGEST_NAME = 4
_LONG = 6
_PRONOUNS: tuple[tuple[str, Anaphor], ...] = (
    ("latter", "latter"),
    ("singular_masculine", "he"),
    ("singular_feminine", "she"),
    ("plural", "they"),
    ("first_singular", "i"),
    ("first_plural", "we"),
    ("second", "you"),
)


def read_actors(
    text: str,
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
    words: TitleWords,
    polities: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
) -> list[ActorPhrase]:
    """Every actor phrase of a sentence in text order, none overlapping; members of plural titles share a span.

    `polities` are lower-case names that the document tells as countries (`bodies.find_polities`), `surnames` folded
    last names of the people it tells in full (`told_surnames`).
    """
    reader = SentenceReader(text, tokens, gazetteer, words, polities, surnames)
    found: list[ActorPhrase] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.is_capital and not reader.opens_phrase(at) and token.low not in polities:
            at += 1
            continue
        if venue_end := _place_end(reader, at):
            at = venue_end
            continue
        is_joined = bool(found) and found[-1].kind == "person" and found[-1].last == at - 1
        phrases = _read_at(reader, at, is_joined=is_joined and reader.is_in("conjunctions", at - 1))
        if not phrases:
            at += 1
            continue
        if len(phrases) == 1 and phrases[0].kind == "person" and not phrases[0].office_kind and not phrases[0].anaphor:
            phrases = [with_title_behind(reader, with_affiliation(reader, phrases[0]))]
        if reader.low(phrases[-1].last) == "'s" and phrases[-1].has_title and read_title(reader, phrases[-1].last + 1):
            phrases = phrases[:-1]
            at += 1
            continue
        phrases = [_with_owner(reader, found, phrases[0]), *phrases[1:]]
        phrases = [replace(phrase, last=acronym_end(reader, phrase.last)) for phrase in phrases]
        found += [
            replace(p, is_genitive=True) if p.last - 1 in reader.genitives and not p.has_title else p for p in phrases
        ]
        at = max(at + 1, max(phrase.last for phrase in phrases))
    return join_appositions(reader, found)


def _with_owner(reader: SentenceReader, found: list[ActorPhrase], phrase: ActorPhrase) -> ActorPhrase:
    """A title with the words of its owner before it, which are no party of their own and leave those `found`."""
    if phrase.kind != "person" or not phrase.has_title or phrase.anaphor == "counterpart":
        return phrase
    floor = max((other.last for other in found if other.kind == "person"), default=0)
    start = owner_start(reader, phrase.first, floor)
    is_opened = not phrase.anaphor or reader.is_in("articles", start - 1)
    if start == phrase.first or not is_opened:
        return phrase
    while found and found[-1].first >= start:
        found.pop()
    whole = reader.widened(phrase, start)
    return whole if phrase.name != phrase.text else replace(whole, name=whole.text, office_kind=None)


def told_surnames(phrases: Iterable[ActorPhrase], words: TitleWords, gazetteer: Gazetteer) -> frozenset[str]:
    """The folded last names of people that a document names in full or by title, no common words.

    A country's or body's name is one where a known person bears it ("Hollande" beside "François Hollande").
    """
    found: set[str] = set()
    for phrase in phrases:
        is_named = phrase.anaphor is None or (phrase.anaphor == "surname" and phrase.gender and not phrase.has_title)
        if phrase.kind == "person" and is_named:
            last = name_key(phrase.name)[-1:]
            is_known = phrase.actor_id is not None
            found.update(n for n in last if len(n) > 2 and (gazetteer.names.find([n], 0) is not None) is is_known)
    return frozenset(found - words.sets["stop_words"] - words.sets["institution_words"] - set(words.demonyms))


def _place_end(reader: SentenceReader, at: int) -> int | None:
    """The end of a place's name of two words and more that names nobody ("Palazzo Chigi", "Northern Ireland")."""
    if not reader.tokens[at].is_capital:
        return None
    found = reader.gazetteer.places.find(reader.folds, at)
    if not found or found[0] < at + 2 or reader.gazetteer.names.find(reader.folds, at):
        return None
    end = found[0] + (reader.demonym(found[0]) is not None)
    return end if reader.gazetteer.places_by_id[found[1]].kind != "city" else None


def _read_at(reader: SentenceReader, at: int, *, is_joined: bool) -> list[ActorPhrase]:
    """The actors at an index; `is_joined`: a conjunction joins it to a person."""
    if not reader.tokens[at].is_word:
        return []
    if reader.opens_phrase(at) and (pointing := _read_pointing(reader, at)):
        return [pointing]
    if title := read_title(reader, at):
        if not title.head.is_plural and _means_several(reader, title):
            title = replace(title, head=replace(title.head, is_plural=True))
        return read_plural_title(reader, title) if title.head.is_plural else [read_titled_person(reader, title)]
    return _read_name(reader, at, is_joined=is_joined)


def _read_pointing(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A group, a counterpart, a partner or a pronoun at an index: who was told before."""
    if phrase := read_group(reader, at) or _counterpart(reader, at):
        return phrase
    if reader.is_in("partners", at) and _is_told_partner(reader, at):
        return replace(reader.phrase(at, at + 1, "person"), anaphor="partner")
    for group, anaphor in _PRONOUNS:
        if reader.is_in(group, at) and _is_pronoun(reader, at):
            return replace(reader.phrase(at, at + 1, "person"), anaphor=anaphor, is_plural=anaphor in ("they", "we"))
    return None


def _is_pronoun(reader: SentenceReader, at: int) -> bool:
    """Whether a word that can be a pronoun stands for somebody here."""
    is_name = _is_initialism(reader.tokens[at].text)
    return not is_name and not _is_owner(reader, at) and not _is_nobody(reader, at)


def _is_told_partner(reader: SentenceReader, at: int) -> bool:
    """Whether the word before "guest" shows that he was told before: a possessive, or an article where these do."""
    before = reader.low(at - 1) if at else ""
    return before in reader.words.sets["possessives"] or before in reader.words.sets["partner_articles"]


def _means_several(reader: SentenceReader, title: TitleReading) -> bool:
    """Whether a title that sounds the same in the plural is one ("die Außenminister", "der Minister von A und B")."""
    if reader.low(title.first) not in reader.words.sets["plural_alike"] and not any(
        reader.is_in("plural_alike", at) for at in range(title.first, title.last)
    ):
        return False
    before = title.first - 1
    if reader.is_in("plural_openers", before):
        return True
    joined = reader.is_in("conjunctions", title.last) or reader.low(title.last) == ","
    return title.holder is not None and joined and holder_at(reader, title.last + 1) is not None


def _counterpart(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """Such as "son homologue turc (Recep Tayyip Erdogan)", "his Turkish counterpart"."""
    start = at
    if reader.tokens[at].is_capital and reader.words.modifiers_stand_before and reader.is_in("counterpart", at + 1):
        start = at + 1
    demonym = reader.demonym_at(at)
    start, holder = demonym or (start, None)
    if not reader.is_in("counterpart", start):
        return None
    end = start + 1
    if (holder is None and (holder := reader.demonym(end))) or is_unknown_demonym(reader, end):
        end += 1
    end = _skip_owner(reader, end)
    title_end = end
    if reader.low(end) == ",":
        end += 1
    is_addressed = reader.is_in("honorifics", end)
    if is_addressed:
        end = reader.skip_initials(end + 1)
    name = read_person_name(reader, end, after_title=is_addressed or end == title_end)
    phrase = replace(
        reader.phrase(at, name.last if name else title_end, "person"), anaphor="counterpart", holder=holder,
        has_title=True, title_text=reader.slice(at, title_end), is_plural=reader.low(start).endswith("s"),
    )  # fmt: skip
    if name:
        return replace(
            phrase, name=name.name, actor_id=name.actor_id, anaphor=name.anaphor, candidates=name.candidates,
            is_plural=False,
        )  # fmt: skip
    return phrase


def _is_nobody(reader: SentenceReader, at: int) -> bool:
    """Whether a pronoun is impersonal ("il y a") or between commas only stresses a name ("Joe Biden, lui, ...")."""
    is_emphatic = reader.low(at - 1) == "," and reader.low(at + 1) == ","
    found = (reader.words.tables["impersonal"].find(reader.lows, start) for start in (at, at - 1))
    return is_emphatic or any(one is not None and not _is_participle(reader, one[0]) for one in found)


def _is_participle(reader: SentenceReader, at: int) -> bool:
    """Whether a word is made like a participle, so that an auxiliary stands before it ("il y a rencontré")."""
    low = reader.low(at)
    return len(low) > 2 and low not in reader.stop_words and low.endswith(reader.words.participle_endings)


def _is_initialism(word: str) -> bool:
    """Whether a word is two capitals or more ("US" is no pronoun)."""
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def _is_owner(reader: SentenceReader, at: int) -> bool:
    """Whether a word that is pronoun or possessive ("her") stands before what is owned: a title or a capital."""
    follows = range(at + 1, min(at + _OWNED_REACH, len(reader.tokens)))
    return reader.is_in("possessives", at) and any(
        reader.tokens[k].is_capital or reader.is_in("counterpart", k) or reader.words.heads.find(reader.lows, k)
        for k in follows
        if not any(reader.low(j) in reader.stop_words or not reader.tokens[j].is_word for j in range(at + 1, k + 1))
    )


def _skip_owner(reader: SentenceReader, at: int) -> int:
    """The index after "d'Ostrane" in "son homologue d'Ostrane, Pavel Dorn"."""
    preposition = reader.words.tables["holders"].find(reader.lows, at)
    if not preposition or preposition[0] >= len(reader.tokens) or not reader.tokens[preposition[0]].is_capital:
        return at
    return reader.capital_run(preposition[0]) or at


def _read_name(reader: SentenceReader, at: int, *, is_joined: bool) -> list[ActorPhrase]:
    """A person, organisation or country by name, or a body by its words."""
    if reader.is_in("honorifics", at):
        name = read_person_name(reader, reader.skip_initials(at + 1), after_title=True)
        if name is None:
            return read_body(reader, at)
        gender: Gender = "f" if reader.is_in("feminine", at) else "m"
        start = reader.tokens[at].start
        return [replace(name, first=at, start=start, text=reader.text[start : name.end], gender=gender)]
    if named := _named_national(reader, at):
        return [named]
    if not reader.tokens[at].is_capital:
        return read_body(reader, at)
    person = read_person_name(reader, at, after_title=False)
    if person and (person.actor_id or _plausible_name(reader, person, is_joined=is_joined)):
        return [person]
    return _read_other(reader, at)


def _plausible_name(reader: SentenceReader, phrase: ActorPhrase, *, is_joined: bool) -> bool:
    """Two capitals in a row that begin with a first name, or are joined to a person, no place and no organisation."""
    place = reader.gazetteer.places.find(reader.folds, phrase.first)
    is_place = place and (place[0] > phrase.first + 1 or reader.gazetteer.places_by_id[place[1]].kind != "city")
    if is_place or reader.known_actor(phrase.first) or is_company(reader, phrase.first):
        return False
    if place and reader.is_in("place_prepositions", phrase.first - 1) and _is_given(reader, phrase.first + 1):
        return False
    has_bearer = bool(phrase.candidates) and not reader.words.nouns_are_capital
    return has_bearer or is_joined or _is_given(reader, phrase.first)


def _is_given(reader: SentenceReader, at: int) -> bool:
    """Whether the word at an index is a first name."""
    given = reader.folds[at] if at < len(reader.folds) else ""
    return given in reader.gazetteer.given_names or given in reader.words.given_names


def _read_other(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Organisations, countries, capitals that stand for them, nationals ("le Norvégien"), lone surnames."""
    if known := _read_known(reader, at):
        return [known]
    if medium := _medium_after_contraction(reader, at):
        return [medium]
    if body := read_body(reader, at):
        return body
    token = reader.tokens[at]
    if "-" in token.low and (names := _paired_names(reader, at) or _paired_bodies(reader, at)):
        return names
    if "-" in token.low and (compounds := _compound(reader, at)):
        return compounds
    if (
        at > 0
        and reader.is_in("institution_words", at)
        and reader.is_in("articles", at - 1)
        and not _is_place(reader, at)
    ):
        return [replace(reader.phrase(at, at + 1, "organisation"), anaphor="body")]
    is_dateline = at == 0 and token.text.isupper() and len(token.text) > 1
    if not is_dateline and (country := reader.gazetteer.capitals.get(reader.folds[at])):
        actor = reader.gazetteer.actors[country]
        phrase = reader.phrase(at, at + 1, "country", actor.name)
        return [replace(phrase, actor_id=country, holder=actor.country_iso3, is_capital_city=True)]
    if (iso3 := reader.demonym(at)) and reader.is_in("articles", at - 1):
        return [_national(reader, at, iso3)]
    if surname := _particled_surname(reader, at):
        return [surname]
    candidates = reader.gazetteer.surnames.get(reader.folds[at], ())
    if reader.is_in("place_prepositions", at - 1) and reader.gazetteer.places.find(reader.folds, at):
        return []
    if (
        (len(token.fold) > 2 or _is_short_surname(reader, candidates))
        and (candidates or token.fold in reader.surnames)
        and not _is_place(reader, at)
        and token.low not in reader.stop_words
        and token.low not in reader.words.demonyms
        and token.low not in reader.words.sets["institution_words"]
    ):
        return [replace(reader.phrase(at, at + 1, "person"), anaphor="surname", candidates=candidates)]
    return []


def _named_national(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A name behind its bearer's nation ("o venezuelano Nicolás Maduro", "la Sarvanienne Ilena Dragovar")."""
    if not reader.is_in("articles", at - 1) or at + 1 >= len(reader.tokens):
        return None
    holder = reader.demonym(at)
    if holder is None and not _is_unknown_national(reader, at):
        return None
    name = read_person_name(reader, at + 1, after_title=True)
    if name is None or (name.last - name.first == 1 and not (holder and name.candidates)):
        return None
    return replace(name, first=at, start=reader.tokens[at].start)


def _is_unknown_national(reader: SentenceReader, at: int) -> bool:
    """Whether a capitalised word that no list has is made like somebody of a country ("la Sarvanienne")."""
    token = reader.tokens[at]
    is_made_so = token.is_capital and token.low.endswith(tuple(reader.words.sets["demonym_endings"]))
    return is_made_so and len(token.low) >= _LONG and reader.known_actor(at) is None and not _is_given(reader, at)


def _read_known(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """An actor that the gazetteer knows by name, or who bears a country's name here."""
    known = reader.known_actor(at)
    if known is None:
        return None
    end, actor_id = known
    if end == at + 1 and _is_told_bearer(reader, at):
        return replace(reader.phrase(at, end, "person"), anaphor="surname")
    actor = reader.gazetteer.actors[actor_id]
    organisation = reader.gazetteer.organisations.get(actor_id)
    is_media = organisation is not None and organisation.kind == "media"
    phrase = reader.phrase(at, end, actor.kind, actor.name)
    return replace(phrase, actor_id=actor_id, holder=actor.country_iso3, is_media=is_media)


def _is_told_bearer(reader: SentenceReader, at: int) -> bool:
    """Whether a country's name is that of somebody told in full; an article or "in" before it means the country."""
    names_country = reader.is_in("articles", at - 1) or reader.is_in("place_prepositions", at - 1)
    return reader.folds[at] in reader.surnames and not names_country


def _national(reader: SentenceReader, at: int, iso3: str) -> ActorPhrase:
    """Somebody by nation alone ("le Norvégien")."""
    token, before = reader.tokens[at], reader.low(at - 1)
    is_plural = token.low.endswith("s") and before in ("les", "des", "aux", "los", "the", "os", "die")
    if reader.words.nouns_are_capital and token.is_capital and before == "die":
        is_plural = not token.low.endswith("in")
    return replace(reader.phrase(at, at + 1, "person"), anaphor="national", holder=iso3, is_plural=is_plural)


def _is_short_surname(reader: SentenceReader, candidates: Sequence[str]) -> bool:
    """Two letters are a surname where family names stand first and one person bears it ("Xi")."""
    countries = {reader.gazetteer.actors[candidate].country_iso3 for candidate in candidates}
    return len(candidates) == 1 and not countries.isdisjoint(SURNAME_FIRST)


def _particled_surname(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A known surname of several words that begins with a capital particle ("Di Maio", "De Croo")."""
    if not reader.is_in("particles", at):
        return None
    for size in (3, 2):
        candidates = reader.gazetteer.surnames.get(" ".join(reader.folds[at : at + size]), ())
        if candidates and at + size <= len(reader.tokens) and reader.tokens[at + size - 1].is_capital:
            return replace(reader.phrase(at, at + size, "person"), anaphor="surname", candidates=candidates)
    return None


def _paired_names(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Two known people before or in a hyphenated noun ("vertice Biden-Putin", "Biden-Putin-Treffen")."""
    parts = reader.tokens[at].text.split("-")[:2]
    names = [reader.gazetteer.surnames.get(fold(part), ()) if part[:1].isupper() else () for part in parts]
    if len(names) < 2 or not all(names):
        return []
    phrase = replace(reader.phrase(at, at + 1, "person"), anaphor="surname", is_compound=True, list_first=at)
    return [replace(phrase, name=part, text=part, candidates=c) for part, c in zip(parts, names, strict=True)]


def _medium_after_contraction(reader: SentenceReader, at: int) -> ActorPhrase | None:
    """A newspaper whose article melted into the preposition ("au Monde" is "à" and "Le Monde")."""
    article = reader.words.contractions.get(reader.low(at - 1))
    found = reader.gazetteer.names.find([article, *reader.folds[at : at + _LONGEST_NAME]], 0) if article else None
    organisation = reader.gazetteer.organisations.get(found[1]) if found else None
    if found is None or organisation is None or organisation.kind != "media":
        return None
    phrase = reader.phrase(at, at + found[0] - 1, "organisation", organisation.name)
    return replace(phrase, actor_id=found[1], is_media=True)


def _paired_bodies(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """Two countries or bodies that a hyphen joins ("UE-Chine", "Canada-Union européenne"), or nobody.

    One of them may be a country that only the document knows ("EU-Karelda").
    """
    parts = reader.tokens[at].text.split("-")
    names = [fold(part) for part in parts if part[:1].isupper()]
    if len(names) < _PAIR or len(names) != len(parts):
        return []
    long = reader.gazetteer.names.find([names[-1], *reader.folds[at + 1 : at + _LONGEST_NAME]], 0)
    last = at + (long[0] if long else 1)
    found = [*(reader.gazetteer.names.find([name], 0) for name in names[:-1]), long]
    ids = [one[1] if one else reader.gazetteer.capitals.get(name) for one, name in zip(found, names, strict=True)]
    phrases: list[ActorPhrase] = []
    for part, actor_id in zip(parts, ids, strict=True):
        actor = reader.gazetteer.actors[actor_id] if actor_id else None
        if actor and actor.kind != "person":
            phrase = reader.phrase(at, last, actor.kind, actor.name)
            phrases.append(replace(phrase, actor_id=actor_id, holder=actor.country_iso3, list_first=at))
        elif any(ids) and part.lower() in reader.polities:
            phrases.append(replace(reader.phrase(at, last, "organisation", part), list_first=at))
    return phrases if len(phrases) == len(parts) else []


def _compound(reader: SentenceReader, at: int) -> list[ActorPhrase]:
    """The organisation or country before the hyphen of a noun ("NATO-Gipfel")."""
    prefix = reader.folds[at].rpartition("-")[0]
    found = reader.gazetteer.names.find([prefix], 0)
    actor = reader.gazetteer.actors[found[1]] if found else None
    if actor is None or actor.kind == "person":
        return []
    phrase = reader.phrase(at, at + 1, actor.kind, actor.name)
    return [replace(phrase, actor_id=actor.actor_id, holder=actor.country_iso3, is_compound=True)]


def _is_place(reader: SentenceReader, at: int) -> bool:
    """Whether a venue's name stands here, with or without its article ("La Moncloa")."""
    found = [reader.gazetteer.places.find(reader.folds, start) for start in (at, at - 1)]
    return any(place is not None and reader.gazetteer.places_by_id[place[1]].kind == "venue" for place in found)
