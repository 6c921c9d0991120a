"""Who speaks where in an interview, from the labels and questions that the documents room marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.records import Document

_LABEL_RULE = "furniture.speaker_label"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of an interview: its stretch of text, the label before it, whether it asks."""

    start: int
    end: int
    label: str
    is_question: bool


def read_turns(document: Document) -> list[Turn]:
    """The labelled turns of a document in text order, none if it is no interview."""
    labels = [region for region in document.regions if region.rule_id == _LABEL_RULE]
    questions = [region for region in document.regions if region.kind == "question"]
    ends = [*(label.start for label in labels[1:]), len(document.text)]
    turns = []
    for label, end in zip(labels, ends, strict=False):
        asks = any(question.start < end and label.end <= question.start for question in questions)
        name = re.sub(r"^[\W_]+|[\W_]+$", "", document.text[label.start : label.end])
        turns.append(Turn(label.end, end, name, asks))
    return turns


def asks_questions(document: Document) -> bool:
    """Whether the publisher asks the questions: two or more are marked."""
    return sum(region.kind == "question" for region in document.regions) >= 2
