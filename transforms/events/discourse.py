"""Who words point to within one document: surnames, titles, pronouns, pairs, counterparts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.actors.gazetteer import SURNAME_FIRST, Gazetteer, unknown_actor_id
from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import fold
from transforms.events.referents import Referent, same_name, same_office

_TRIO = 3
_LEADING = frozenset({"head_of_state", "head_of_government"})
_CAREER = timedelta(days=731)
_MEMORY = 5
"""Sentences after which a pronoun no longer reaches back."""


class Discourse:
    """The actors of one document in order of mention, and what its words point to.

    `introduce` is called for every phrase of the document before `resolve`, so that a surname in a headline finds the
    full name in the body.
    """

    def __init__(self, gazetteer: Gazetteer, published_on: date | None) -> None:
        self._gazetteer = gazetteer
        self._published_on = published_on
        self._people: list[Referent] = []
        self._others: dict[str, Referent] = {}
        self._recent: list[Referent] = []
        self._together: tuple[Referent, ...] = ()
        self._turns: int = 0
        self.speaker: Referent | None = None
        self.interviewee: Referent | None = None
        self.newsroom: Referent | None = None
        self.is_before_questions = True
        self._sentence = 0
        self._together_at = 0

    def introduce(self, phrases: Iterable[ActorPhrase]) -> None:
        """Register the people that phrases name in full."""
        for phrase in phrases:
            if phrase.kind == "organisation" and phrase.anaphor is None:
                self._other(phrase)
            if phrase.kind == "person" and phrase.anaphor is None:
                self._learn(self._person(phrase), phrase)

    def start_reading(self) -> None:
        """Forget the order of mention: the document is read again from its start."""
        self._recent = []
        self._together = ()

    def next_sentence(self) -> None:
        """One sentence further: what was told together is forgotten after a while."""
        self._sentence += 1
        if self._sentence - self._together_at > _MEMORY:
            self._together = ()
        self._recent = [r for r in self._recent if self._sentence - r.seen_in <= _MEMORY]

    def notice(self, referents: Sequence[Referent]) -> None:
        """Referents were mentioned, in this order."""
        for referent in referents:
            self._turns += 1
            referent.seen_at = self._turns
            referent.seen_in = self._sentence
            if referent in self._recent:
                self._recent.remove(referent)
            self._recent.append(referent)

    def meet(self, referents: Sequence[Referent]) -> None:
        """Referents took part in one event: what "les deux hommes" and "ils" point to next."""
        people = tuple(dict.fromkeys(r for r in referents if r.kind != "country" or len(referents) > 1))
        if len(people) > 1:
            self._together = people
            self._together_at = self._sentence

    @property
    def together(self) -> tuple[Referent, ...]:
        """Who was last told together, empty after a while."""
        return self._together

    @property
    def people(self) -> Sequence[Referent]:
        """Everybody named in full."""
        return self._people

    def find_by_name(self, words: str) -> Referent | None:
        """The person whose name ends with the same word as a label ("J. Stoltenberg", "Stoltenberg")."""
        folded = fold(words).split()
        if not folded:
            return None
        return next((person for person in self._people if fold(person.name).split()[-1] == folded[-1]), None)

    def resolve(
        self, phrase: ActorPhrase, subject: Referent | None = None, others: Collection[Referent] = ()
    ) -> tuple[Referent, ...]:
        """Whom a phrase names or points to, empty where the document does not tell.

        `subject` is who else takes part: the one whose counterpart, or who is not "celui-ci".
        """
        if phrase.anaphor == "body":
            return _maybe(self._body(phrase))
        if phrase.kind != "person":
            return (self._other(phrase),)
        if phrase.anaphor is None:
            return (self._learn(self._person(phrase), phrase),)
        return self._point(phrase, subject, others)

    def _point(
        self, phrase: ActorPhrase, subject: Referent | None, others: Collection[Referent]
    ) -> tuple[Referent, ...]:
        anaphor = phrase.anaphor
        if anaphor == "surname":
            return (self._by_surname(phrase),)
        if anaphor == "title":
            return _maybe(self._by_title(phrase, others))
        if anaphor in ("pair", "they", "trio"):
            return self._several(phrase)
        if anaphor in ("he", "she", "latter"):
            gender = {"he": "m", "she": "f"}.get(anaphor)
            return _maybe(self._recent_person(gender, {*others, *_maybe(subject)}))
        if anaphor == "counterpart":
            return _maybe(self._counterpart(phrase, subject))
        if anaphor == "national":
            return _maybe(self._national(phrase))
        if anaphor == "i":
            return _maybe(self.speaker)
        if anaphor == "you":
            return _maybe(self.interviewee)
        if anaphor == "we":
            return self._we()
        return ()

    def _person(self, phrase: ActorPhrase) -> Referent:
        actor_id = phrase.actor_id
        for person in self._people:
            if actor_id and person.actor_id == actor_id:
                return person
            if not actor_id and same_name(person.name, phrase.name):
                return person
        referent = Referent("person", phrase.name, actor_id or unknown_actor_id(phrase.name))
        self._people.append(referent)
        return referent

    def _learn(self, referent: Referent, phrase: ActorPhrase) -> Referent:
        referent.gender = phrase.gender or referent.gender
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

    def _other(self, phrase: ActorPhrase) -> Referent:
        key = phrase.actor_id or unknown_actor_id(phrase.name)
        referent = self._others.get(key)
        if referent is None:
            referent = Referent(phrase.kind, phrase.name, phrase.actor_id)
            referent.countries |= {phrase.holder} if phrase.holder and phrase.kind == "country" else set()
            self._others[key] = referent
        return referent

    def _by_surname(self, phrase: ActorPhrase) -> Referent:
        last = fold(phrase.name).split()[-1]
        for person in sorted(self._people, key=lambda p: -p.seen_at):
            if last in self._surnames(person) or (phrase.actor_id and person.actor_id == phrase.actor_id):
                return self._learn(person, phrase)
        actor_id = phrase.actor_id or self._known_surname(phrase)
        name = self._gazetteer.actors[actor_id].name if actor_id else phrase.name
        referent = Referent("person", name, actor_id or unknown_actor_id(name))
        self._people.append(referent)
        return self._learn(referent, phrase)

    def _surnames(self, person: Referent) -> tuple[str, ...]:
        """The words by which a person is called alone: the last, and the first where family names come first."""
        words = fold(person.name).split()
        actor = self._gazetteer.actors.get(person.actor_id or "")
        return (words[-1], words[0]) if actor and actor.country_iso3 in SURNAME_FIRST else (words[-1],)

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

    def _by_title(self, phrase: ActorPhrase, others: Collection[Referent]) -> Referent | None:
        title = fold(phrase.title_text or phrase.text)
        ordered = [p for p in sorted(self._people, key=lambda p: -p.seen_at) if p not in others]
        for person in ordered:
            if phrase.is_former == person.is_former and any(same_office(o, phrase) for o in person.offices):
                return person
        serving = [] if phrase.is_former else [person for person in ordered if self._holds(person, phrase)]
        if serving and (phrase.holder or len(serving) == 1):
            return serving[0]
        if phrase.holder is None:
            for person in ordered:
                if title in person.titles or any(known.startswith(title) for known in person.titles):
                    return person
            for other in self._others.values():
                if other.is_titled_only and other.office_kind == phrase.office_kind and phrase.office_kind:
                    return other
        return self._titled_only(phrase)

    def _holds(self, person: Referent, phrase: ActorPhrase) -> bool:
        """Whether a person of the document held the office that a title names on the day of publication."""
        day = self._published_on
        if person.actor_id is None or phrase.office_kind is None or day is None:
            return False
        if phrase.holder is None:
            return self._gazetteer.serves(person.actor_id, phrase.office_kind, day)
        office_id = self._gazetteer.office_for(phrase.office_kind, phrase.holder)
        return office_id is not None and person.actor_id in self._gazetteer.holders_between(office_id, day, day)

    def _titled_only(self, phrase: ActorPhrase) -> Referent | None:
        if phrase.holder is None and phrase.office_kind is None and len(phrase.text.split()) < 2:
            return None
        words = "" if phrase.office_kind else fold(phrase.text)
        key = f"title {phrase.office_kind} {phrase.holder} {phrase.is_former} {words}"
        referent = self._others.get(key)
        if referent is None:
            referent = Referent(
                "person", phrase.name, None, phrase.gender, is_titled_only=True, is_former=phrase.is_former
            )
            referent.office_kind, referent.holder = phrase.office_kind, phrase.holder
            referent.countries |= {phrase.holder} if phrase.holder and len(phrase.holder) == 3 else set()
            self._others[key] = referent
        return referent

    def _body(self, phrase: ActorPhrase) -> Referent | None:
        """The organisation of the document whose name begins with a word ("l'Alliance", "l'Organisation")."""
        word = fold(phrase.text)
        for key, referent in reversed(self._others.items()):
            organisation = self._gazetteer.organisations.get(key)
            names = (organisation.name, *organisation.aliases) if organisation else ()
            if any(fold(name).split()[0] == word for name in names if name):
                return referent
        return None

    def _several(self, phrase: ActorPhrase) -> tuple[Referent, ...]:
        """The people of a plural: of the office it names, else those last told together, else the last two named."""
        people = [r for r in self._recent if r.kind == "person"]
        if phrase.office_kind:
            fitting = [r for r in people if any(kind == phrase.office_kind for kind, _ in r.offices)]
            if len(fitting) >= 2:
                return (fitting[-2], fitting[-1])
        if phrase.anaphor == "trio" and len(self._together) < _TRIO:
            leaders = [r for r in people if any(kind in _LEADING for kind, _ in r.offices)]
            return tuple(leaders) if len(leaders) == _TRIO else ()
        if self._together and (phrase.anaphor != "pair" or len(self._together) >= 2):
            return self._together[:2] if phrase.anaphor == "pair" else self._together
        if phrase.anaphor == "pair" and len(people) >= 2:
            return (people[-2], people[-1])
        return ()

    def _we(self) -> tuple[Referent, ...]:
        """The newsroom outside the answers of an interview; inside, the speaker with whom he was last told together."""
        if self.is_before_questions:
            return _maybe(self.newsroom)
        if self.speaker is None:
            return ()
        return self._together if self.speaker in self._together else (self.speaker,)

    def _recent_person(self, gender: str | None, other_than: Collection[Referent]) -> Referent | None:
        nearest = [r for r in reversed(self._recent) if r.kind == "person" and r not in other_than]
        exact = [r for r in nearest if gender is not None and r.gender == gender]
        fitting = exact or [r for r in nearest if gender is None or r.gender is None]
        return fitting[0] if fitting else None

    def _counterpart(self, phrase: ActorPhrase, subject: Referent | None) -> Referent | None:
        kind = subject.office_kind if subject else None
        if kind is None and subject is not None:
            kind = next((known for known, _ in sorted(subject.offices, key=str) if known), None)
        if phrase.holder is None:
            return None
        for person in sorted(self._people, key=lambda p: -p.seen_at):
            is_peer = kind is None or any(known in (kind, None) for known, _ in person.offices)
            if person is not subject and phrase.holder in person.countries and is_peer:
                return person
        if kind is None:
            return None
        named = replace(phrase, anaphor="title", office_kind=kind)
        return self._titled_only(named)

    def _national(self, phrase: ActorPhrase) -> Referent | None:
        if phrase.is_plural:
            country = f"cou.{phrase.holder}"
            if country not in self._gazetteer.actors:
                return None
            return self._others.setdefault(
                country,
                Referent("country", self._gazetteer.actors[country].name, country, countries={phrase.holder or ""}),
            )
        for person in sorted(self._people, key=lambda p: -p.seen_at):
            if phrase.holder in person.countries:
                return person
        return None


def _maybe(referent: Referent | None) -> tuple[Referent, ...]:
    return (referent,) if referent else ()
