"""A learned judgement: what the words around a trigger make likely, as a sum of weights (logistic regression).

`judge.json` holds the weights by question; `tests/benchmarks/fit_judge.py` learns them from annotated documents. No
trait is a word of a language, so one set of weights serves all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

_TOGETHER = " & "
Traits = Mapping[str, str]
"""What is to be seen of a case, by name ("side": "before")."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question to a judge about a trigger, given by its offsets and type.

    `names` are those it is about, `beside` those who take part already; `traits` what is to be seen.
    """

    question: str
    start: int
    end: int
    event_type: str
    names: Sequence[str]
    beside: Sequence[str]
    traits: Traits


@dataclass(frozen=True, slots=True)
class Question:
    """How one question is judged: weights by a trait and what it is, and by several traits together."""

    intercept: float
    threshold: float
    single: Mapping[str, Mapping[str, float]]
    crossed: Mapping[tuple[str, ...], Mapping[tuple[str, ...], float]]

    def probability(self, traits: Traits) -> float:
        """How likely the answer is yes, from 0 to 1; what was never seen of a trait counts nothing.

        Raises:
            KeyError: a trait that counts together with others is not told.
        """
        total = self.intercept
        for name, value in traits.items():
            if name in self.single:
                total += self.single[name].get(value, 0.0)
        for names, weights in self.crossed.items():
            total += weights.get(tuple(map(traits.__getitem__, names)), 0.0)
        return 1 / (1 + exp(-total))


class Judge:
    """Answers questions by the weights that were learned."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self.questions = questions

    def says_yes(self, case: Case) -> bool:
        """Whether what is to be seen makes a yes likely enough.

        Raises:
            KeyError: a question for which nothing was learned.
        """
        question = self.questions[case.question]
        return question.probability(case.traits) >= question.threshold


@cache
def load_judge() -> Judge:
    """The judge with the weights of this version."""
    learned = json.loads((resources.files(__package__) / "judge.json").read_text(encoding="utf-8"))
    return Judge({name: read_question(written) for name, written in learned.items()})


def read_question(written: Mapping[str, object]) -> Question:
    """A question as it is written down.

    Raises:
        TypeError: its weights are no table.
    """
    weights = written["weights"]
    if not isinstance(weights, dict):
        raise TypeError(f"weights are a table, not {type(weights).__name__}")
    single = {name: values for name, values in weights.items() if _TOGETHER not in name}
    crossed = {
        tuple(names.split(_TOGETHER)): {tuple(value.split(_TOGETHER)): weight for value, weight in values.items()}
        for names, values in weights.items()
        if _TOGETHER in names
    }
    return Question(float(str(written["intercept"])), float(str(written["threshold"])), single, crossed)
