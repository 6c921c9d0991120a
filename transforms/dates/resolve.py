"""Find and resolve every date expression of a text: the one entry the other rooms use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from transforms.dates.anchors import Anchors
from transforms.dates.dateline import dateline_day
from transforms.dates.reading import Reading
from transforms.dates.resolver import Resolver
from transforms.dates.scan import find_readings, load_grammar
from transforms.dates.surroundings import Surroundings, look_around
from transforms.dates.yearless import follow_yearless_day
from transforms.records import AnchorKind, Region, Timex

NARRATIVE_YEARS = 4
_FIGURE = re.compile(r"\d")


def resolve_timexes(
    text: str,
    language: str,
    *,
    reference: date | datetime | None,
    regions: Sequence[Region] | None = None,
    reference_kind: AnchorKind = "published",
    not_before: date | None = None,
) -> list[Timex]:
    """Every date expression of one text, resolved, in text order.

    Args:
        text: the text; offsets of the result are code points into it.
        language: ISO 639-1, a region after it is passed over; languages without a grammar go through dateparser,
            guarded.
        reference: the day of publication (None: unknown; relations then stay undated).
        regions: stretches of a document as the documents room marks them; in other texts (None) quotations and
            datelines are found here. In a document without a reference, what follows from a day told without its year
            is a day of no year (`XXXX-06-04`).
        reference_kind: what `reference` rests on, carried as `anchor_kind`.
        not_before: the earliest day the document can be from, where `reference` is unknown.
    """
    day = reference.date() if isinstance(reference, datetime) else reference
    grammar = load_grammar(language)
    if grammar is None:
        from transforms.dates.fallback import resolve_by_dateparser

        return resolve_by_dateparser(text, language, day, reference_kind)
    readings = find_readings(text, grammar)
    marked = regions or ()
    around = look_around(text, marked) if readings else Surroundings((), (), tuple(marked))
    lined = dateline_day(text, readings, day, marked)
    if lined is not None:
        day, reference_kind = lined, "dateline"
    anchors = Anchors(day, reference_kind if day else "none", is_narrative(readings, day), not_before)
    if isinstance(reference, datetime) and lined is None:
        anchors.reference_minutes = reference.hour * 60 + reference.minute
    timexes = Resolver(text, grammar, anchors, around).resolve(readings)
    if day is not None or regions is None or anchors.is_narrative:
        return timexes

    def resolve_from(written_on: date) -> list[Timex]:
        return Resolver(text, grammar, Anchors(written_on, "none", is_narrative=False), around).resolve(
            find_readings(text, grammar)
        )

    return follow_yearless_day(text, language, timexes, find_readings(text, grammar), regions, resolve_from)


def find_absolute_days(text: str, language: str) -> list[Timex]:
    """Only full dates (day precision) that need no anchor: what a header or dateline gives. Order of the text."""
    grammar = load_grammar(language) or load_grammar("en")
    if grammar is None or not _FIGURE.search(text):  # a year is told in figures
        return []
    anchors = Anchors(None, "none", is_narrative=False)
    readings = [reading for reading in find_readings(text, grammar) if _is_absolute_day(reading)]
    return Resolver(text, grammar, anchors, Surroundings((), (), ())).resolve(readings)


def _is_absolute_day(reading: Reading) -> bool:
    return reading.kind == "date" and ("iso" in reading.marks or (reading.year is not None and reading.day is not None))


def is_narrative(readings: Sequence[Reading], reference: date | None) -> bool:
    """Whether a text tells history: many years of its own far from the reference, few words of the day of speech."""
    years = [reading.year for reading in readings if reading.kind == "date" and reading.year is not None]
    spoken = sum(
        reading.kind == "deictic"
        or (reading.kind in {"date", "season"} and reading.relative is not None and reading.base == "speech")
        or (reading.kind in {"unit", "weekday"} and reading.base == "speech" and not reading.weak)
        for reading in readings
    )
    far = [year for year in years if reference is None or abs(year - reference.year) > 1]
    return len(far) >= NARRATIVE_YEARS and len(far) > 2 * spoken and 2 * len(far) >= len(years)


def as_jsonl(timex: Timex) -> dict[str, object]:
    """One timex in the public form of `chronofil dates --jsonl`."""
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "date_start": timex.date_start.isoformat() if timex.date_start else None,
        "date_end": timex.date_end.isoformat() if timex.date_end else None,
        "starts_at": timex.starts_at,
        "ends_at": timex.ends_at,
        "precision": timex.precision,
        "anchor": timex.anchor_kind,
        "rule": timex.rule_id,
    }


__all__ = ["as_jsonl", "find_absolute_days", "is_narrative", "resolve_timexes"]
