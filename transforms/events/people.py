"""Everybody a document names: one record for all the names, surnames and titles of one actor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from transforms.actors.gazetteer import SURNAME_FIRST, Gazetteer, unknown_actor_id
from transforms.actors.phrases import ActorPhrase, Gender
from transforms.actors.tokens import fold
from transforms.actors.words import TitleWords
from transforms.events.referents import Referent, same_name

_CAREER = timedelta(days=731)
_COMPOUND = 3


class People:
    """The actors of one document."""

    def __init__(self, gazetteer: Gazetteer, words: TitleWords, published_on: date | None) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._published_on = published_on
        self._others: dict[str, Referent] = {}
        self.named: list[Referent] = []

    def person(self, phrase: ActorPhrase) -> Referent:
        """Whom a full name means."""
        return self._learn(self._person(phrase), phrase)

    def other(self, phrase: ActorPhrase) -> Referent:
        """The body or country that a phrase names."""
        key = phrase.actor_id or unknown_actor_id(phrase.name)
        referent = self._others.get(key)
        if referent is None:
            referent = Referent(phrase.kind, phrase.name, phrase.actor_id)
            referent.countries |= {phrase.holder} if phrase.holder and phrase.kind == "country" else set()
            self._others[key] = referent
        return referent

    def country(self, iso3: str) -> Referent | None:
        """A country as an actor."""
        actor = self._gazetteer.actors.get(f"cou.{iso3}")
        if actor is None:
            return None
        country = Referent("country", actor.name, actor.actor_id, countries={iso3})
        return self._others.setdefault(actor.actor_id, country)

    def by_surname(self, phrase: ActorPhrase, ranked: Sequence[Referent]) -> Referent:
        """Whom a surname means: the first of the `ranked` people who bears it, else who is known by it."""
        last = fold(phrase.name).split()[-1]
        for person in sorted(ranked, key=lambda person: _differs(person.gender, phrase.gender)):
            if last in self._surnames(person) or (phrase.actor_id and person.actor_id == phrase.actor_id):
                return self._learn(person, phrase)
        if namesake := next((person for person in ranked if self._opens_with(person, last)), None):
            return self._learn(namesake, phrase)
        actor_id = phrase.actor_id or self._known_surname(phrase)
        name = self._gazetteer.actors[actor_id].name if actor_id else phrase.name
        referent = Referent("person", name, actor_id or unknown_actor_id(name))
        self.named.append(referent)
        return self._learn(referent, phrase)

    def titled_only(self, phrase: ActorPhrase) -> Referent | None:
        """Somebody of whom only the title is told; nobody by the bare title of those who speak for others."""
        is_bare = phrase.holder is None and phrase.office_kind is None and len(phrase.text.split()) < 2
        title = phrase.text.lower()
        if is_bare and title in self._words.sets["spokespersons"]:
            return None
        words = "" if phrase.office_kind and (phrase.holder or phrase.list_first < 0) else fold(phrase.text)
        key = f"title {phrase.office_kind} {phrase.holder} {phrase.is_former} {words}"
        referent = self._others.get(key)
        if referent is None:
            referent = Referent(
                "person", phrase.name, None, phrase.gender, is_titled_only=True, is_former=phrase.is_former
            )
            referent.is_loose = is_bare and not self._is_one_of_a_kind(title)
            referent.office_kind, referent.holder = phrase.office_kind, phrase.holder
            referent.countries |= {phrase.holder} if phrase.holder and len(phrase.holder) == 3 else set()
            self._others[key] = referent
        return referent

    def _is_one_of_a_kind(self, title: str) -> bool:
        """Whether a title alone tells whose it is: a place has one, or it says of what ("Arbeitsministerin")."""
        endings = (ending for ending in self._words.title_endings if title.endswith(ending))
        is_compound = self._words.nouns_are_capital and any(len(title) - len(one) >= _COMPOUND for one in endings)
        return is_compound or title in self._words.sets["sole_offices"]

    def titled_as(self, phrase: ActorPhrase) -> Referent | None:
        """Who is known by title only and holds an office of the kind that a title names."""
        others = (other for other in self._others.values() if other.is_titled_only and other.office_kind)
        return next((other for other in others if other.office_kind == phrase.office_kind), None)

    def bodies(self, phrase: ActorPhrase) -> list[Referent]:
        """The organisations of the document whose name a word is the noun of ("l'Alliance"), the last named first.

        It opens their name; where modifiers stand before nouns, it may close it or stand before its "of".
        """
        word, may_close = fold(phrase.text), self._words.modifiers_stand_before
        found = []
        for key, referent in reversed(self._others.items()):
            organisation = self._gazetteer.organisations.get(key)
            told = (referent.name,) if referent.kind == "organisation" else ()
            names = (organisation.name, *organisation.aliases) if organisation else told
            if _begins(names, word) or (may_close and any(word in fold(name).split()[1:] for name in names)):
                found.append(referent)
        return found or [body for body in [self._of_an_office(word)] if body]

    def _of_an_office(self, word: str) -> Referent | None:
        """The organisation that somebody named speaks for whose name begins with a word."""
        holders = [holder for person in self.named for _, holder in sorted(person.offices, key=str) if holder]
        for holder in reversed(holders):
            organisation = self._gazetteer.organisations.get(holder)
            if organisation and _begins((organisation.name, *organisation.aliases), word):
                return self._others.setdefault(holder, Referent("organisation", organisation.name, holder))
        return None

    def _person(self, phrase: ActorPhrase) -> Referent:
        actor_id = phrase.actor_id
        for person in self.named:
            if actor_id and person.actor_id == actor_id:
                return person
            if not actor_id and same_name(person.name, phrase.name):
                return person
        referent = Referent("person", phrase.name, actor_id or unknown_actor_id(phrase.name))
        self.named.append(referent)
        return referent

    def _learn(self, referent: Referent, phrase: ActorPhrase) -> Referent:
        referent.gender = phrase.gender or referent.gender or self._gender_of_name(referent)
        if phrase.has_title:
            referent.offices.add((phrase.office_kind, phrase.holder))
            if phrase.title_text:
                referent.titles.add(fold(phrase.title_text))
            if phrase.holder and len(phrase.holder) == 3:
                referent.countries.add(phrase.holder)
            if phrase.is_current:
                referent.office_kind, referent.holder = phrase.office_kind, phrase.holder
            referent.is_former = phrase.is_former
        actor = self._gazetteer.actors.get(referent.actor_id or "")
        if actor and actor.country_iso3:
            referent.countries.add(actor.country_iso3)
        return referent

    def _gender_of_name(self, person: Referent) -> Gender | None:
        """What a first name tells; nothing where the family name comes first."""
        given = fold(person.name).split()[0]
        actor = self._gazetteer.actors.get(person.actor_id or "")
        if given in self._words.unisex_names or (actor and actor.country_iso3 in SURNAME_FIRST):
            return None
        if given in self._words.feminine_names:
            return "f"
        return "m" if given in self._words.given_names or given in self._gazetteer.given_names else None

    def _surnames(self, person: Referent) -> tuple[str, ...]:
        """The words by which a person is called alone: the last, and the first where that is custom or the family's."""
        words = fold(person.name).split()
        actor = self._gazetteer.actors.get(person.actor_id or "")
        by_first = self._words.first_names_alone or (actor and actor.country_iso3 in SURNAME_FIRST)
        return (words[-1], words[0]) if by_first else (words[-1],)

    def _opens_with(self, person: Referent, surname: str) -> bool:
        """Whether the family name comes first in a name that no given name opens ("Song Tao, Minister Song")."""
        words = fold(person.name).split()
        is_given = words[0] in self._words.given_names or words[0] in self._gazetteer.given_names
        return len(words) > 1 and words[0] == surname and not is_given

    def _known_surname(self, phrase: ActorPhrase) -> str | None:
        """The one known bearer of a surname, or the one in office on the day of publication."""
        day = self._published_on
        if day is None:
            return phrase.candidates[0] if len(phrase.candidates) == 1 else None
        if len(phrase.candidates) == 1:
            return phrase.candidates[0] if self._is_of_the_time(phrase.candidates[0], day) else None
        serving = {
            tenure.actor_id
            for actor_id in phrase.candidates
            for tenure in self._gazetteer.tenures_by_actor.get(actor_id, ())
            if tenure.started_on <= day and (tenure.ended_on is None or tenure.ended_on > day)
        }
        return next(iter(serving)) if len(serving) == 1 else None

    def _is_of_the_time(self, actor_id: str, day: date) -> bool:
        """Whether a person held any office within two years of a day; those without tenures may always be meant."""
        tenures = self._gazetteer.tenures_by_actor.get(actor_id, ())
        return not tenures or any(
            tenure.started_on - _CAREER <= day and (tenure.ended_on is None or day <= tenure.ended_on + _CAREER)
            for tenure in tenures
        )


def _differs(gender: str | None, other: str | None) -> bool:
    return gender is not None and other is not None and gender != other


def _begins(names: Sequence[str], word: str) -> bool:
    return any(fold(name).split()[0] == word for name in names if name)
