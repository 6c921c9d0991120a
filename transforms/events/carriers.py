"""Who of the people of a document carries a title."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from transforms.actors.gazetteer import CHANCELLORS, Gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.titles import LEADER
from transforms.actors.tokens import fold
from transforms.actors.words import TitleWords, split_words
from transforms.events.referents import Referent, same_office

_LEADING = ("head_of_state", "head_of_government")


class Carriers:
    """Titles as a document tells them and as the tables know them on its day of publication."""

    def __init__(self, gazetteer: Gazetteer, words: TitleWords, published_on: date | None) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._published_on = published_on

    def may_wear(self, person: Referent, phrase: ActorPhrase) -> bool:
        """Whether a title may mean a person as told so far: a monarch's means nobody told by other titles only."""
        told = person.titles or ({fold(person.name)} if person.is_titled_only else set())
        return not told or not self._is_crowned(phrase.text) or any(self._is_crowned(title) for title in told)

    def _is_crowned(self, title: str) -> bool:
        return not self._words.sets["crowns"].isdisjoint(fold(title).split())

    def carrier(self, phrase: ActorPhrase, ranked: Sequence[Referent]) -> Referent | None:
        """Which of some people, the most outstanding first, is told by a title, or held its office on the day."""
        title = fold(phrase.title_text or phrase.text)
        known = [p for p in ranked if any(_is_short_for(title, told) for told in p.titles)]
        if phrase.holder is not None:
            known = [p for p in known if title in p.titles]
        known += [p for p in ranked if any(same_office(office, phrase) for office in p.offices)]
        if known:
            return known[0]
        serving = [] if phrase.is_former else [person for person in ranked if self._holds(person, phrase)]
        if title in self._words.sets["premiers"] and phrase.holder is None:
            serving = [person for person in serving if person.countries.isdisjoint(CHANCELLORS)]
        if serving and (self._published_on or phrase.holder or len(serving) == 1):
            if phrase.holder:
                serving[0].offices.add((phrase.office_kind, phrase.holder))
            return serving[0]
        return None

    def leader(self, phrase: ActorPhrase, ranked: Sequence[Referent]) -> Referent | None:
        """Which leader of a country a word for leaders means that names none ("el mandatario")."""
        head = self._words.heads.find(split_words(phrase.text), 0)
        if phrase.holder or phrase.office_kind or head is None or head[1].kind != LEADER:
            return None
        told = (self.carrier(replace(phrase, office_kind=kind), ranked) for kind in _LEADING)
        return next((person for person in told if person), None)

    def of_a_sort(self, phrase: ActorPhrase, ranked: Sequence[Referent]) -> Referent | None:
        """Whose title a word takes up that only says of what sort he is ("the diplomat": an ambassador told before)."""
        sort = self._words.sorts.get(fold(phrase.text)) if phrase.holder is None else None
        if sort is None:
            return None
        return next((person for person in ranked if any(self._is_of(sort, title) for title in person.titles)), None)

    def _is_of(self, sort: Collection[str], title: str) -> bool:
        """Whether a word of a title is of a sort; where nouns are compounds its end is enough ("US-Botschafter")."""
        endings = tuple(sort) if self._words.nouns_are_capital else ()
        return any(word in sort or word.endswith(endings) for word in split_words(title))

    def may_carry(self, person: Referent, kind: str) -> bool:
        """Whether a person is told or known to hold an office of a kind, or nothing is told and known of them."""
        day = self._published_on
        if any(known == kind for known, _ in person.offices):
            return True
        if day is None or person.actor_id not in self._gazetteer.tenures_by_actor:
            return not any(known for known, _ in person.offices)
        return self._gazetteer.serves(person.actor_id or "", kind, day)

    def _holds(self, person: Referent, phrase: ActorPhrase) -> bool:
        """Whether a person of the document held the office that a title names on the day of publication, if told."""
        day = self._published_on
        if person.actor_id is None or phrase.office_kind is None:
            return False
        if day is None:
            return self._gazetteer.held_by(person.actor_id, phrase.office_kind, phrase.holder)
        if phrase.holder is None:
            return self._gazetteer.serves(person.actor_id, phrase.office_kind, day)
        office_id = self._gazetteer.office_for(phrase.office_kind, phrase.holder)
        return office_id is not None and person.actor_id in self._gazetteer.holders_between(office_id, day, day)


def _is_short_for(title: str, told: str) -> bool:
    """Whether a title repeats a fuller one ("la ministre": "ministre des Armées"; "der Kanzler": "Bundeskanzler")."""
    return told.startswith(title) or (told.endswith(title) and told[-len(title) - 1].isalpha())
