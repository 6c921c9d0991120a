"""Words that say that an event was put off, that it was not the first of its kind, or that two met by themselves."""

from __future__ import annotations

from functools import cache

from transforms.languages.load import LANGUAGES, load_language
from transforms.records import Mention
from transforms.timeline.parties import fold_name
from transforms.timeline.reports import Report


def tells_move(report: Report, language: str) -> bool:
    """Whether a report says that the event was put off: a word of `timeline.moved` in its sentences."""
    return _tells_anywhere(report, language, "moved")


def tells_repetition(report: Report, language: str) -> bool:
    """Whether a report says that the same people met before: a word of `timeline.again` in its sentences."""
    return _tells_anywhere(report, language, "again")


def tells_apart(mention: Mention, language: str) -> bool:
    """Whether a mention's clause says that two of several met by themselves: a word of `timeline.apart`."""
    start, end = mention.clause_start - mention.char_start, mention.clause_end - mention.char_start
    clause = mention.sentence_text[max(start, 0) : max(end, 0)]
    return _tells(f"{clause} {mention.trigger_text}", language, "apart")


def _tells_anywhere(report: Report, language: str, cue: str) -> bool:
    return any(_tells(f"{m.sentence_text} {m.status_text or ''}", language, cue) for m in report.mentions)


def _tells(text: str, language: str, cue: str) -> bool:
    spoken = f" {fold_name(text)} "
    return any(word in spoken for word in _words(language, cue))


@cache
def _words(language: str, cue: str) -> tuple[str, ...]:
    table = load_language(language).get("timeline", {}) if language in LANGUAGES else {}
    return tuple(f" {fold_name(word)} " for word in table.get(cue, ()))
