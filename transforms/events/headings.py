"""The day of a mention in an agenda: the day that heads its section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.documents.agenda import Section, read_agenda, section_at
from transforms.identity import date_expression_id
from transforms.records import Document, Mention, Timex

_WEEK = timedelta(days=7)


def date_by_headings(document: Document, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> list[Mention]:
    """The mentions of an agenda on the days that head their sections, in the order given.

    A section of several days gives them all; a weekday told beside a mention ("Thursday, 10:00") is the one among
    them, and any other day of its own stays.

    Args:
        document: its text tells the sections; most documents have none.
        mentions: mentions as dated by their own words.
        timexes: all expressions of the text.
    """
    sections = read_agenda(document.text, document.language)
    if not sections:
        return list(mentions)
    return [_under_heading(mention, sections, timexes) for mention in mentions]


def _under_heading(mention: Mention, sections: tuple[Section, ...], timexes: Sequence[Timex]) -> Mention:
    section = section_at(sections, mention.trigger_start) if mention.text_field == "text" else None
    if section is None:
        return mention
    heading = [t for t in timexes if section.heading_start <= t.start < section.heading_end and t.date_start]
    days = [day for t in heading for day in (t.date_start, t.date_end) if day]
    if not days:
        return mention
    own = _weekday(mention, timexes)
    if mention.date_start is not None and own is None:
        return mention
    day = _day_between(own, min(days), max(days)) if own else None
    expression = heading[0]
    return replace(
        mention,
        date_expression_id=date_expression_id(
            mention.document_id, mention.text_field, expression.start, expression.end
        ),
        date_start=day or min(days),
        date_end=day or max(days),
        date_not_before=None,
        date_not_after=None,
        date_precision="day",
        date_basis="heading",
        starts_at=None,
        ends_at=None,
    )


def _weekday(mention: Mention, timexes: Sequence[Timex]) -> date | None:
    """The day of a weekday in a mention's sentence, as it was read without the heading."""
    inside = (t for t in timexes if mention.char_start <= t.start < mention.char_end)
    return next((t.date_start for t in inside if ".weekday." in t.rule_id), None)


def _day_between(own: date, first: date, last: date) -> date | None:
    """The day of the same weekday between two days, None if there is none."""
    day = own + (first - own) // _WEEK * _WEEK
    while day < first:
        day += _WEEK
    return day if day <= last else None
