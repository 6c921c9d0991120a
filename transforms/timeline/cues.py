"""Words by which a report says that an event was put off, or that it was not the first of its kind."""

from __future__ import annotations

from functools import cache

from transforms.languages.load import LANGUAGES, load_language
from transforms.timeline.parties import fold_name
from transforms.timeline.reports import Report


def tells_move(report: Report, language: str) -> bool:
    """Whether a report says that the event was put off: a word of `timeline.moved` in its sentences."""
    return _tells(report, language, "moved")


def tells_repetition(report: Report, language: str) -> bool:
    """Whether a report says that the same people met before: a word of `timeline.again` in its sentences."""
    return _tells(report, language, "again")


def _tells(report: Report, language: str, cue: str) -> bool:
    words = _words(language, cue)
    spoken = (f" {fold_name(f'{m.sentence_text} {m.status_text or str()}')} " for m in report.mentions)
    return any(word in text for text in spoken for word in words)


@cache
def _words(language: str, cue: str) -> tuple[str, ...]:
    table = load_language(language).get("timeline", {}) if language in LANGUAGES else {}
    return tuple(f" {fold_name(word)} " for word in table.get(cue, ()))
