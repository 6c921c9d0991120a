"""Who words point to within one document: surnames, titles, pronouns, groups, counterparts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from transforms.actors.gazetteer import Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.tokens import fold
from transforms.actors.words import TitleWords
from transforms.events.carriers import Carriers
from transforms.events.people import People
from transforms.events.referents import Referent
from transforms.events.salience import Salience
from transforms.records import Role

_GENDERS = {"he": "m", "she": "f"}
_ANYBODY = frozenset({"person", "organisation", "country"})
_SIDES = frozenset({"country", "organisation"})
_PERSONS = frozenset({"person"})
_TALKS = frozenset({"meeting", "call", "summit", "negotiation"})
_ASKED = frozenset({"interview", "statement"})
_HEADLINE = 3
_TWO = 2
_TOLD = 100.0
_TOLD_IN_PASSING = 40.0


class Discourse:
    """The actors of one document as it is read, and what its words point to.

    `introduce` is called for every phrase of the document before `resolve`, so that a surname in a headline finds the
    full name in the body.
    """

    def __init__(self, gazetteer: Gazetteer, words: TitleWords, published_on: date | None) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._events: list[tuple[str, tuple[Referent, ...]]] = []
        self._carriers = Carriers(gazetteer, words, published_on)
        self._people = People(gazetteer, words, published_on)
        self._plurals: dict[tuple[int, int], tuple[Referent, ...]] = {}
        self.salience = Salience()
        self.speaker: Referent | None = None
        self.interviewee: Referent | None = None
        self.addressee: Referent | None = None
        self.newsroom: Referent | None = None
        self.host: Referent | None = None
        self.is_before_questions = True

    def introduce(self, phrases: Iterable[ActorPhrase]) -> None:
        """Register the people and bodies that phrases name in full."""
        for phrase in phrases:
            if phrase.anaphor is None and phrase.kind == "organisation":
                self._people.other(phrase)
            if phrase.anaphor is None and phrase.kind == "person":
                self.salience.count(self._people.person(phrase))

    def headline(self, phrases: Iterable[ActorPhrase]) -> None:
        """The people of a headline are what the document is about."""
        for phrase in phrases:
            if phrase.kind == "person" and phrase.anaphor in (None, "surname"):
                for person in self.resolve(phrase):
                    self.salience.count(person, _HEADLINE)

    def meet(self, event_type: str, cast: Sequence[tuple[Role, Referent]], *, is_background: bool) -> None:
        """Actors took part in one event: what "les deux hommes", "ils", "the host" and "la rencontre" point to next."""
        referents = [referent for _, referent in cast]
        self.host = next((r for role, r in cast if role == "host" and r.kind == "person"), self.host)
        if event_type in _ASKED:
            return
        self.salience.meet(referents, _TOLD_IN_PASSING if is_background or event_type == "call" else _TOLD)
        if not is_background:
            self._events.append((event_type, tuple(referents)))

    def last_was(self, event_types: Collection[str]) -> bool:
        """Whether the event last told is of one of some types."""
        return bool(self._events) and self._events[-1][0] in event_types

    def took_part(self, event_type: str, *, as_body: bool) -> tuple[Referent, ...]:
        """Who took part in the event last told of a type or its kin; `as_body`: which bodies met of themselves.

        A body that somebody met is no more than a guest.
        """
        kin = _TALKS if event_type in _TALKS else (event_type,)
        told = [referents for known, referents in reversed(self._events) if known in kin]
        bodies = (referents for referents in told if referents and referents[0].kind == "organisation")
        met = next(bodies, ()) if as_body else ()
        return tuple(r for r in met if r.kind == "organisation") or next(iter(told), ())

    @property
    def protagonist(self) -> tuple[Referent, ...]:
        """Whom the document is about so far, nobody who speaks for others, nobody where it names nobody."""
        speaking = self._words.sets["spokespersons"]
        return _maybe(self.salience.most_told(p for p in self.people if speaking.isdisjoint(p.titles)))

    @property
    def people(self) -> Sequence[Referent]:
        """Everybody named in full."""
        return self._people.named

    def find_by_name(self, words: str) -> Referent | None:
        """The person whose name ends with the same word as a label ("J. Stoltenberg", "Stoltenberg")."""
        folded = fold(words).split()
        if not folded:
            return None
        return next((person for person in self.people if fold(person.name).split()[-1] == folded[-1]), None)

    def titled_here(self, phrase: ActorPhrase) -> Referent | None:
        """Who is told by title, no office of a country that the title does not tell."""
        told = next(iter(self.resolve(phrase)), None)
        is_abroad = told is not None and bool(told.holder) and not phrase.holder
        return self._people.titled_only(phrase) if is_abroad and phrase.anaphor == "title" else told

    def partners(self, among: Collection[Referent]) -> tuple[Referent, ...]:
        """Whom all of some people met last or were last told with, else who stands out beside them."""
        told = self.salience.company(0, kinds=_PERSONS, among=among)
        if told:
            return tuple(other for other in told if other not in among)
        return _maybe(self.salience.person(None, among)) if among else ()

    def lead_with(self, body: ActorPhrase) -> None:
        """A body that nothing else points back to is the subject of the present sentence."""
        self.salience.lead(self._people.other(body))

    def resolve(
        self, phrase: ActorPhrase, subject: Referent | None = None, others: Collection[Referent] = ()
    ) -> tuple[Referent, ...]:
        """Whom a phrase names or points to, empty where the document does not tell.

        `subject` is who else takes part: the one whose counterpart, or who is not "celui-ci".
        """
        if phrase.anaphor == "body":
            told = self.salience.ranked(self._people.bodies(phrase))[:1]
            return tuple(told) or _maybe(self._own_body(phrase))
        if phrase.anaphor == "sides":
            sides = self._sides() if phrase.size == _TWO else self._states(phrase)
            if not sides and self._are_parties(phrase):
                sides = self.salience.company(2, kinds=_ANYBODY)
            return sides or (self._in_words(phrase) if subject or _is_described(phrase) else ())
        if phrase.kind != "person":
            return (self._people.other(phrase),)
        if phrase.anaphor is None:
            return (self._people.person(phrase),)
        return self._point(phrase, subject, others)

    def _are_parties(self, phrase: ActorPhrase) -> bool:
        """Whether sides can be people ("les deux parties ont paraphé un accord"), no states."""
        parties = self._words.sets["parties"]
        return phrase.size == _TWO and not parties.isdisjoint(phrase.text.lower().split())

    def _own_body(self, phrase: ActorPhrase) -> Referent | None:
        """A delegation or a body that a capital sets apart from the word for it, which no longer name explains."""
        is_body = phrase.text.lower() in self._words.sets["bodies"]
        is_apart = is_body and phrase.text[0].isupper()
        return self._people.other(phrase) if phrase.is_plural or is_apart else None

    def _point(
        self, phrase: ActorPhrase, subject: Referent | None, others: Collection[Referent]
    ) -> tuple[Referent, ...]:
        anaphor = phrase.anaphor
        if anaphor == "surname":
            return (self._people.by_surname(phrase, self.salience.ranked(self.people)),)
        if anaphor == "title":
            return _maybe(self._by_title(phrase, others))
        if anaphor in ("pair", "several", "they"):
            is_described = anaphor != "they" and len(phrase.text.split()) >= _TWO
            return self._plural(phrase) or (self._in_words(phrase) if is_described else ())
        if anaphor == "partner":
            return _maybe(self._partner(subject, others))
        if anaphor == "host":
            return () if self.host in others else _maybe(self.host)
        if anaphor == "counterpart":
            return _maybe(self._counterpart(phrase, subject))
        if anaphor == "national":
            return _maybe(self._national(phrase, others))
        if anaphor == "i":
            return _maybe(self.speaker)
        if anaphor == "you":
            return _maybe(self.addressee)
        return self._we() if anaphor == "we" else _maybe(self._last_told(anaphor, {*others, *_maybe(subject)}))

    def _last_told(self, anaphor: str | None, known: Collection[Referent]) -> Referent | None:
        """Whom a pronoun or a dropped subject takes up: the person or body that stands out, none of those known."""
        if anaphor == "it":
            found = self.salience.leading(known)
            return found if found and found.kind == "organisation" else None
        if anaphor == "dropped":
            return self.salience.going_on(known)
        if anaphor == "latter":
            return self.salience.last_named(known)
        gender = _GENDERS.get(anaphor or "")
        return self.salience.person(gender, known) or (self.salience.leading(known) if gender else None)

    def _partner(self, subject: Referent | None, others: Collection[Referent]) -> Referent | None:
        """Whom "his guest" or "son hôte" means: with whom the subject was last told, else who stands out beside him."""
        others = [*others, *_maybe(subject)]
        told = self.salience.company(2, kinds=_PERSONS, among=_maybe(subject)) if subject else ()
        return next((p for p in told if p not in others), None) or self.salience.person(None, others)

    def _by_title(self, phrase: ActorPhrase, others: Collection[Referent]) -> Referent | None:
        """Who is told by title: as told before, by the same office, or by the office held on the day of publication.

        Nobody told before by a title that an indefinite article leads ("met a diplomat").
        """
        if phrase.is_new:
            return self._people.titled_only(phrase)
        ranked = [p for p in self.salience.ranked(self.people) if p not in others and p.is_former == phrase.is_former]
        ranked = [p for p in ranked if self._carriers.may_wear(p, phrase)]
        fitting = [p for p in ranked if phrase.gender is None or p.gender in (None, phrase.gender)]
        # A title in the masculine may be a woman's, never the other way round.
        anybody = len(fitting) < len(ranked) and phrase.gender != "f"
        found = self._carriers.carrier(phrase, fitting) or (self._carriers.carrier(phrase, ranked) if anybody else None)
        found = found or self._carriers.leader(phrase, ranked) or self._carriers.of_a_sort(phrase, fitting)
        is_alone = phrase.holder is None and phrase.office_kind and phrase.list_first < 0
        titled = self._people.titled_as(phrase) if is_alone else None
        titled = titled if titled and self._carriers.may_wear(titled, phrase) else None
        return found or titled or self._people.titled_only(phrase)

    def _plural(self, phrase: ActorPhrase) -> tuple[Referent, ...]:
        """The people of a plural; one word means the same people wherever its sentence is asked for them."""
        key = (self.salience.sentence, phrase.start)
        if not phrase.end:
            return self._several(phrase)
        if key not in self._plurals:
            self._plurals[key] = self._several(phrase)
        return self._plurals[key]

    def _several(self, phrase: ActorPhrase) -> tuple[Referent, ...]:
        """The people of a plural: those last told together who can carry its title, else the most outstanding."""
        if phrase.size == 0:
            told = self.salience.company(0, kinds=_ANYBODY)
            people = tuple(referent for referent in told if referent.kind == "person")
            return people if len(people) > 1 else told or self._last_group()
        kind = phrase.office_kind

        def fits(members: Sequence[Referent]) -> bool:
            return kind is None or all(self._carriers.may_carry(member, kind) for member in members)

        told = self.salience.company(phrase.size, kinds=_PERSONS, fits=fits)
        officials = [person for person in self.people if person.offices or person.actor_id in self._gazetteer.actors]
        return told or self.salience.neighbours(phrase.size, [p for p in officials if fits((p,))])

    def _last_group(self) -> tuple[Referent, ...]:
        """The group of people that alone took part in the last event ("Les deux camps … Leur dernier échange")."""
        told = self._events[-1][1] if self._events else ()
        return told if len(told) == 1 and told[0].kind == "organisation" else ()

    def _sides(self) -> tuple[Referent, ...]:
        """The countries of "les deux pays": those last told together, else those of the people last told together."""
        sides = self.salience.company(2, kinds=_SIDES)
        if sides:
            return sides
        people = self.salience.company(2, kinds=_PERSONS, fits=lambda members: len(set(map(_home, members))) == 2)
        homes = [self._people.country(_home(person)) for person in people]
        return tuple(home for home in homes if home) if all(homes) else ()

    def _states(self, phrase: ActorPhrase) -> tuple[Referent, ...]:
        """The countries of "les cinq pays" as told together, else the group by its words ("five riparian states")."""
        told = self.salience.company(phrase.size, kinds=_SIDES)
        return told or (self._in_words(phrase) if _is_described(phrase) else ())

    def _in_words(self, phrase: ActorPhrase) -> tuple[Referent, ...]:
        """A group by its own words less the article, where the text names none of its members."""
        article, _, rest = phrase.text.partition(" ")
        name = rest if article.lower() in self._words.sets["articles"] else phrase.name
        return (self._people.other(replace(phrase, kind="organisation", name=name)),)

    def _we(self) -> tuple[Referent, ...]:
        """The newsroom outside the answers of an interview; inside, the speaker with whom he was last told together."""
        if self.is_before_questions:
            return _maybe(self.newsroom)
        if self.speaker is None:
            return ()
        return self.salience.company(0, kinds=_ANYBODY, among=(self.speaker,)) or (self.speaker,)

    def _counterpart(self, phrase: ActorPhrase, subject: Referent | None) -> Referent | None:
        kind = subject.office_kind if subject else None
        if kind is None and subject is not None:
            kind = next((known for known, _ in sorted(subject.offices, key=str) if known), None)
        for person in self.salience.ranked(self.people) if phrase.holder else ():
            is_peer = (
                any(known in (kind, None) for known, _ in person.offices)
                if kind
                else not subject or (not subject.titles or all(known is None for known, _ in person.offices))
            )
            if person is not subject and phrase.holder in person.countries and is_peer:
                return person
        if phrase.is_plural and phrase.holder is None:
            return self._in_words(phrase)[0]
        if phrase.holder is None and len(phrase.text.split()) < _TWO:
            return None
        kind = kind if phrase.holder else None
        return self._people.titled_only(replace(phrase, anaphor="title", office_kind=kind))

    def _national(self, phrase: ActorPhrase, others: Collection[Referent]) -> Referent | None:
        if phrase.is_plural:
            return self._people.country(phrase.holder or "")
        ranked = self.salience.ranked(self.people)
        return next((p for p in ranked if phrase.holder in p.countries and p not in others), None)


def _home(person: Referent) -> str:
    return next(iter(sorted(person.countries)), "")


def _maybe(referent: Referent | None) -> tuple[Referent, ...]:
    return (referent,) if referent else ()


def _is_described(phrase: ActorPhrase) -> bool:
    """Whether a counted plural says more of a group than its number and a word ("les deux délégations militaires")."""
    return phrase.size > 0 and len(phrase.text.split()) > _TWO
