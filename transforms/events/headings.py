"""The day of a mention in an agenda: the day that heads its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.dates.values import month_interval
from transforms.documents.agenda import Section, read_agenda, section_at
from transforms.events.taking import take, yearless_day
from transforms.identity import date_expression_id
from transforms.records import Document, Mention, Timex

_WEEK = timedelta(days=7)
_LONG = timedelta(days=31)
_NUMBERED = re.compile(r"[^\w\n]{0,4}(\d{1,2})(?:er)?(?:\s?[-–]\s?(\d{1,2}))?\s?(?:[:–—|]|\.\s|-\s)(?!\d)")


def date_by_headings(document: Document, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> list[Mention]:
    """The mentions of an agenda on the days that head their sections, in the order given.

    A section of several days gives them all; a weekday told beside a mention ("Thursday, 10:00") is the one among
    them, and any other day of its own stays. Bare entries of the day of publication are planned where more days follow.

    Args:
        document: its text tells the sections; most documents have none.
        mentions: mentions as dated by their own words.
        timexes: all expressions of the text.
    """
    sections = read_agenda(document.text, document.language)
    if not sections:
        return list(mentions)
    told = list(mentions)
    listed: list[int] = []
    for at, mention in enumerate(told):
        section = section_at(sections, mention.trigger_start) if mention.text_field == "text" else None
        if section is not None:
            told[at] = _under_heading(document, mention, section, timexes)
            listed.append(at)
    published = document.published_on
    last = max((day for at in listed if (day := told[at].date_start)), default=None)
    if published is not None and last is not None and last > published:
        for at in listed:
            told[at] = replace(told[at], status="planned") if _is_bare(told[at], published) else told[at]
    return told


def _is_bare(mention: Mention, published: date) -> bool:
    """Whether an entry of the day of publication is a noun that nothing says is over."""
    return mention.is_bare_noun and mention.status == "held" and mention.date_start == published


def _under_heading(document: Document, mention: Mention, section: Section, timexes: Sequence[Timex]) -> Mention:
    inside = [t for t in timexes if section.heading_start <= t.start < section.heading_end]
    heading = [t for t in inside if t.date_start]
    days = [day for t in heading for day in (t.date_start, t.date_end) if day]
    if not days:
        yearless = next((t for t in inside if yearless_day(t)), None)
        return take(mention, yearless, "heading") if yearless and mention.date_start is None else mention
    first, last = _numbered(document.text, mention) or (0, 0)
    if first and (min(days), max(days)) == month_interval(min(days).year, min(days).month):
        days = [day.replace(day=number) for day in days[:1] for number in (first, last) if number <= max(days).day]
    else:
        own = _weekday(mention, timexes)
        if mention.date_start is not None and own is None and not _is_memory(mention, min(days)):
            return mention
        day = _day_between(own, min(days), max(days)) if own else None
        days = [day] if day else days
    expression = heading[0]
    return replace(
        mention,
        date_expression_id=date_expression_id(
            mention.document_id, mention.text_field, expression.start, expression.end
        ),
        date_start=min(days),
        date_end=max(days),
        date_not_before=None,
        date_not_after=None,
        date_precision="day",
        date_basis="heading",
        starts_at=_on(min(days), mention.starts_at),
        ends_at=_on(max(days), mention.ends_at),
    )


def _on(day: date, told: str | None) -> str | None:
    """A time of day that a mention tells, on another day."""
    return f"{day.isoformat()}{told[10:]}" if told else None


def _numbered(text: str, mention: Mention) -> tuple[int, int] | None:
    """The numbers of the days that open a mention's line under a month ("29 : sommet …", "15-24 : table ronde")."""
    number = _NUMBERED.match(text, text.rfind("\n", 0, mention.trigger_start) + 1)
    return (int(number[1]), int(number[2] or number[1])) if number else None


def _is_memory(mention: Mention, day: date) -> bool:
    """Whether an entry without a verb names a day of long before, as ceremonies do ("Victoire du 8 mai 1945")."""
    return mention.is_bare_noun and mention.date_start is not None and mention.date_start < day - _LONG


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
