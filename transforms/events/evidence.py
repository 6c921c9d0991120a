"""What was found beside one trigger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transforms.events.frames import Filler
from transforms.events.referents import Referent
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.unknown_places import PlaceReading

NEAR = 4
Filled = tuple[Filler, Referent]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found beside one trigger; `clause`: where its clause begins, `judged`: what a judgement did."""

    sentence: Sentence
    trigger: Trigger
    filled: Sequence[Filled]
    place: PlaceReading | None
    clause: int
    judged: str = ""

    @property
    def has_time(self) -> bool:
        """Whether a time is told in the clause or behind it."""
        return self.sentence.tells_time(self.clause, len(self.sentence.tokens))

    @property
    def people(self) -> list[Referent]:
        """The persons among the fillers, and the plural bodies (a ministers' meeting has many people)."""
        return [r for f, r in self.filled if r.kind == "person" or f.phrase.is_plural]

    def objects(self) -> list[Filled]:
        """The fillers that are not the subject."""
        return [(f, r) for f, r in self.filled if not f.is_subject]

    def subjects(self) -> list[Filled]:
        """The fillers that are the subject."""
        return [(f, r) for f, r in self.filled if f.is_subject]

    def clause_has(self, table: str) -> bool:
        """Whether a phrase of a language table stands in the clause of the trigger."""
        first, last = self.sentence.clause_start(self.trigger.first), self.sentence.clause_end(self.trigger.last - 1)
        return self.sentence.finds(table, first, last) is not None

    def is_reciprocal(self) -> bool:
        """Whether the verb says that they did it to each other."""
        return self.trigger.verb is not None and self.trigger.verb.has_reflexive


Atoms = dict[str, Callable[[Evidence], bool]]
