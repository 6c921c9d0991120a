"""Interviews and debates: who speaks in which turn, as labels, questions and answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from transforms.documents.lines import Line
from transforms.documents.sheet import Sheet
from transforms.documents.words import PageWords

_LABEL = re.compile(
    r"(?:[-–—•*]\s*)?(?P<label>[^\W\d_][\w.'’\- ]{0,48}?)\s{0,2}(?P<separator>:|\.[-–—]|[-–—](?=\s)|\.(?=\s))"
    r"(?:\s*[-–—])*\s*(?=\S)"
)
_MAX_LABEL_TOKENS = 6
_MAX_OWN_LINE = 60
_MIN_TURNS = 3
_MIN_OWN_LINE_TURNS = 4
_QUESTION_SHARE = 0.4
_OPENING_QUOTES = '“"«„'
_QUESTION_END = re.compile(r"\?[\"»”\s]*\Z")
_MAX_QUESTION = 500
_MIN_UNLABELLED = 3
_MIN_ANSWER = 80
# An interview's headline names its guest as a label does, but ends as headlines do.
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class _Turn:
    """One label: its line, where its words end and the speech begins; `own_line`: the speech begins a line below."""

    position: int
    label: str
    speech_start: int
    own_line: bool


def mark_interview(sheet: Sheet) -> None:
    """Mark labels as furniture, the interviewer's turns as questions, everybody else's as quotations."""
    turns = _labelled_turns(sheet) or _own_line_turns(sheet)
    if not turns:
        _mark_unlabelled_questions(sheet)
        return
    interviewers = _interviewers(sheet, turns)
    for index, turn in enumerate(turns):
        line = sheet.lines[turn.position]
        sheet.mark(line.start, turn.speech_start, "furniture", "furniture.speaker_label")
        if turn.own_line:
            sheet.claimed[turn.position] = "furniture"
        positions = _speech_positions(sheet, turn, turns[index + 1].position if index + 1 < len(turns) else None)
        if not positions:
            continue
        start = sheet.lines[positions[0]].start if turn.own_line else turn.speech_start
        end = sheet.lines[positions[-1]].end
        is_question = turn.label in interviewers
        for position in positions:
            sheet.claimed[position] = "question" if is_question else "quotation"
        if is_question:
            sheet.mark(start, end, "question", "question.turn")
        else:
            sheet.mark(start, end, "quotation", "quotation.turn")


def _labelled_turns(sheet: Sheet) -> list[_Turn]:
    """Lines that begin with a speaker and a sign: `- Jens Stoltenberg : “…”`, `Q - …`, `R. …`."""
    turns: list[_Turn] = []
    for position, line in sheet.free():
        match = _LABEL.match(line.text)
        if match is None or (position < _TITLE_LINES and not line.is_ended):
            continue
        label = match["label"].strip()
        if _is_role(label, sheet.words) or (match["separator"] == ":" and _is_speaker_name(label)):
            turns.append(_Turn(position, label.lower(), line.start + match.end(), own_line=False))
    return turns if _is_dialogue([turn.label for turn in turns], _MIN_TURNS) else []


def _own_line_turns(sheet: Sheet) -> list[_Turn]:
    """Lines that are nothing but a speaker in capitals, the speech below."""
    turns = [
        _Turn(position, line.text.lower(), line.end, own_line=True)
        for position, line in sheet.free()
        if _is_capital_name(line) or (len(line.text) > 1 and _is_role(line.text, sheet.words))
    ]
    silent = {one.position for one, following in pairwise(turns) if following.position == one.position + 1}
    turns = [turn for turn in turns if turn.position not in silent]
    counts = Counter(turn.label for turn in turns)
    recurring = {label for label, count in counts.items() if count > 1}
    turns = [turn for turn in turns if recurring and (turn.label in recurring or counts.total() > len(counts))]
    return turns if _is_dialogue([turn.label for turn in turns], _MIN_OWN_LINE_TURNS) else []


def _is_role(label: str, words: PageWords) -> bool:
    return label.lower() in words.questions or label.lower() in words.answers


def _is_speaker_name(label: str) -> bool:
    tokens = label.split()
    return len(tokens) <= _MAX_LABEL_TOKENS and tokens[0][0].isupper() and tokens[-1][0].isupper()


def _is_capital_name(line: Line) -> bool:
    name = line.text.split(",")[0]
    tokens = name.split()
    return (
        len(line.text) <= _MAX_OWN_LINE
        and 2 <= len(tokens) <= _MAX_LABEL_TOKENS
        and not line.is_ended
        and name.replace(" ", "").replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()
        and tokens[0][0].isupper()
        and tokens[-1].isupper()
    )


def _is_dialogue(labels: list[str], at_least: int) -> bool:
    counts = Counter(labels)
    return len(labels) >= at_least and len(counts) > 1 and max(counts.values()) > 1


def _speech_positions(sheet: Sheet, turn: _Turn, next_position: int | None) -> list[int]:
    """The lines of one turn: to the next label or to the first line that is not speech."""
    first = turn.position + 1 if turn.own_line else turn.position
    limit = next_position if next_position is not None else len(sheet.lines)
    if not turn.own_line and sheet.text[turn.speech_start] in _OPENING_QUOTES:
        limit = first + 1
    positions: list[int] = []
    for position in range(first, limit):
        if position in sheet.claimed:
            break
        positions.append(position)
    return positions


def _interviewers(sheet: Sheet, turns: list[_Turn]) -> frozenset[str]:
    """Speakers who ask: by their label, else by the share of their turns with a question mark.

    Who speaks most in all is never the interviewer.
    """
    labels = {turn.label for turn in turns}
    asking = labels & sheet.words.questions
    if asking:
        return frozenset(asking)
    spoken: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    for index, turn in enumerate(turns):
        positions = _speech_positions(sheet, turn, turns[index + 1].position if index + 1 < len(turns) else None)
        speech = " ".join(sheet.lines[position].text for position in positions)
        spoken[turn.label] += len(speech)
        asked[turn.label] += "?" in speech
    count = Counter(turn.label for turn in turns)
    main = max(sorted(spoken), key=spoken.__getitem__)
    return frozenset(label for label in labels - {main} if asked[label] >= _QUESTION_SHARE * count[label])


def _mark_unlabelled_questions(sheet: Sheet) -> None:
    """Paragraphs that ask and are each answered by a longer one, as interviews without names print them."""
    free = list(sheet.free())
    asking = [
        position
        for (position, line), (_, after) in pairwise(free)
        if len(line.text) <= _MAX_QUESTION
        and _QUESTION_END.search(line.text[-4:])
        and len(after.text) >= max(_MIN_ANSWER, len(line.text))
        and not _QUESTION_END.search(after.text[-4:])
    ]
    if len(asking) >= _MIN_UNLABELLED:
        for position in asking:
            sheet.claim(position, "question", "question.unlabelled")
