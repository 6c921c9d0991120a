"""Who stands out at each point of a document: grammatical rank, recency, and what the document is about.

After Lappin and Leass (1994): every mention scores, a subject more than an object, and scores halve with each sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.events.referents import Referent

Rank = Literal["subject", "object", "oblique", "embedded"]
_WEIGHTS: dict[Rank, float] = {"subject": 180, "object": 150, "oblique": 140, "embedded": 60}
_FADE = 0.5
_FORGOTTEN = 4.0
_TOPIC_WEIGHT = 4.0
_TOPIC_LIMIT = 10
_UNSURE_GENDER = 0.6
_GROUP_FADE = 0.75
_GROUP_FLOOR = 0.01
_GROUP_TOPIC_WEIGHT = 3.0
_TOLD_HERE = 95.0
_NEIGHBOURS = 4
"""Sentences over which people named one by one still make "the four leaders"."""


@dataclass(frozen=True, slots=True)
class Company:
    """Actors told together: in which sentence, how firmly, and whether a plural names them."""

    members: tuple[Referent, ...]
    sentence: int
    weight: float
    is_plural: bool


class Salience:
    """The standing of every person and the companies of one document while it is read from start to end."""

    def __init__(self) -> None:
        self._faded: dict[Referent, float] = {}
        self._here: dict[Referent, float] = {}
        self._topics: Counter[Referent] = Counter()
        self._companies: list[Company] = []
        self._order: dict[Referent, int] = {}
        self._turn = 0
        self._lead: tuple[int, Referent] | None = None
        self.told_here: tuple[Referent, ...] = ()
        self.sentence = 0

    def count(self, referent: Referent, times: int = 1) -> None:
        """A person is named somewhere in the document: the more often, the more it is about them."""
        self._topics[referent] += times

    def next_sentence(self) -> None:
        """One sentence further: everybody stands out half as much."""
        self.sentence += 1
        scores = {**self._faded, **{referent: self._score(referent) for referent in self._here}}
        self._faded = {r: score * _FADE for r, score in scores.items() if score * _FADE >= _FORGOTTEN}
        self._here = {}
        self.told_here = ()

    def note(self, referent: Referent, rank: Rank) -> None:
        """A person or body is mentioned in the present sentence."""
        self._here[referent] = max(self._here.get(referent, 0), _WEIGHTS[rank])
        self._topics[referent] += 1
        self._turn += 1
        self._order[referent] = self._turn

    def standing(self, referent: Referent) -> float:
        """How much somebody stands out now; people long not mentioned only by being what the document is about."""
        return self._score(referent) + _TOPIC_WEIGHT * self._topic(referent)

    def _score(self, referent: Referent) -> float:
        return max(self._faded.get(referent, 0), self._here.get(referent, 0))

    def _topic(self, referent: Referent) -> int:
        return min(self._topics[referent], _TOPIC_LIMIT)

    def most_told(self, people: Iterable[Referent]) -> Referent | None:
        """Who was told most often, the first named of equals."""
        return max(people, key=lambda referent: self._topics[referent], default=None)

    def ranked(self, referents: Iterable[Referent]) -> list[Referent]:
        """The most outstanding first."""
        return sorted(referents, key=lambda referent: -self.standing(referent))

    def lead(self, referent: Referent) -> None:
        """Somebody is the subject of the present sentence, be it a body or a title that nothing else points back to."""
        self._lead = (self.sentence, referent)

    def going_on(self, other_than: Collection[Referent]) -> Referent | None:
        """Whom a text goes on about where it leaves the subject out: a subject before an object just mentioned.

        Where it named no person, the body or title that led the sentence before.
        """
        subjects = {r: score for r, score in self._here.items() if score == _WEIGHTS["subject"]}
        near = [r for r in {**self._faded, **subjects} if r.kind == "person" and r not in other_than]
        weigh = {r: max(self._faded.get(r, 0), subjects.get(r, 0)) + _TOPIC_WEIGHT * self._topic(r) for r in near}
        return max(near, key=lambda referent: weigh[referent], default=self.leading(other_than))

    def leading(self, other_than: Collection[Referent]) -> Referent | None:
        """The body, or the title that nothing else points back to, that led the sentence before."""
        lead = self._lead[1] if self._lead and self.sentence - self._lead[0] <= 1 else None
        is_body = lead is not None and (lead.kind == "organisation" or lead.is_loose) and lead not in other_than
        return lead if is_body else None

    def last_named(self, other_than: Collection[Referent]) -> Referent | None:
        """Who was mentioned last, by position in the text."""
        near = [r for r in (*self._faded, *self._here) if r.kind == "person" and r not in other_than]
        return max(near, key=lambda referent: self._order[referent], default=None)

    def person(self, gender: str | None, other_than: Collection[Referent]) -> Referent | None:
        """The most outstanding person of a gender who was mentioned lately; unknown gender counts for less."""

        def fit(referent: Referent) -> float:
            sure = gender is None or referent.gender == gender
            return self.standing(referent) * (1 if sure else _UNSURE_GENDER)

        people = [r for r in {**self._faded, **self._here} if r.kind == "person" and r not in other_than]
        fitting = [r for r in people if gender is None or r.gender in (None, gender)]
        return max(fitting, key=fit, default=None)

    def meet(self, referents: Sequence[Referent], weight: float, *, is_plural: bool = False) -> None:
        """Actors were told together, or one body was told in the plural."""
        members = tuple(dict.fromkeys(referents))
        if len(members) > 1 or (members and is_plural):
            self._companies.append(Company(members, self.sentence, weight, is_plural))

    def company(
        self,
        size: int,
        *,
        kinds: Collection[str],
        among: Collection[Referent] = (),
        fits: Callable[[Sequence[Referent]], bool] = bool,
    ) -> tuple[Referent, ...]:
        """The firmest and latest company of a size (0: any) and of some kinds that fits and holds all of `among`.

        Of companies long not told those count that the document is about.
        """
        found: tuple[Referent, ...] = ()
        best = 0.0
        here = [Company(self.told_here, self.sentence, _TOLD_HERE, False)] if self.told_here else []
        for company in (*self._companies, *here):
            members = tuple(m for m in company.members if m.kind in kinds)
            if len(members) != size if size else len(members) < 2 and not (members and company.is_plural):
                continue
            if not fits(members) or any(referent not in members for referent in among):
                continue
            fade = max(_GROUP_FADE ** (self.sentence - company.sentence), _GROUP_FLOOR)
            score = company.weight * fade + sum(_GROUP_TOPIC_WEIGHT * self._topic(member) for member in members)
            if score >= best:
                best, found = score, members
        return found

    def neighbours(self, size: int, fitting: Collection[Referent]) -> tuple[Referent, ...]:
        """The most outstanding of some people of the last sentences if there are as many; nobody if there are fewer."""
        least = _WEIGHTS["embedded"] * _FADE**_NEIGHBOURS
        near = [referent for referent in fitting if self._score(referent) >= least]
        return tuple(self.ranked(near)[:size]) if len(near) >= size else ()
