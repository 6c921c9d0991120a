"""When a document was published, and what says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from transforms.documents.bounds import proven_not_before
from transforms.documents.days import days_in
from transforms.documents.inference import infer_day
from transforms.documents.lines import read_lines
from transforms.documents.moments import Moment, parse_moment
from transforms.documents.years import Bounds, FittingDays, no_days
from transforms.records import PublishedBasis, Region

_URL_DAY = re.compile(
    r"[/_=.-](?P<year>(?:19|20)\d\d)(?P<mark>[/_.-]?)(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?=\D|\Z)"
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2])(?=/)")
_BRACKETED_END = re.compile(r"\(([^()]{6,40})\)\W*\Z")
_TOP_LINES = 3
_HEADER_RULES = (
    "header.published_stamp", "header.date_line", "header.date_first", "header.date_part", "header.closing_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """What a document's envelope declares, as written: record fields, JSON-LD, other metadata of a page, address."""

    declared: str | None = None
    jsonld: str | None = None
    metadata: str | None = None
    url: str | None = None
    declared_updated: str | None = None
    page_updated: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication day with its basis; `not_before` bounds it where the day is unknown."""

    published_on: date | None
    published_at: datetime | None
    basis: PublishedBasis
    not_before: date | None
    updated_at: datetime | None


def find_publication(
    evidence: DateEvidence,
    text: str,
    language: str,
    regions: Sequence[Region] = (),
    fitting_days: FittingDays = no_days,
) -> Publication:
    """The publication day by the best witness: record, JSON-LD, metadata, header, dateline, address, then inference.

    The day is inferred from the opening's own dates where their weekdays bear them out, and in the last resort is the
    one of an update's stamp. The clock is never asked; declared values that are no dates are passed over.
    `fitting_days` chooses the year of a day told without one, by the people of the text.
    """
    updated = parse_moment(evidence.declared_updated, language) or parse_moment(evidence.page_updated, language)
    updated_at = updated.at if updated is not None else None
    for basis, moment in _witnesses(evidence, text, language, regions):
        if moment is not None:
            return Publication(moment.on, moment.at, basis, None, updated_at)
    proven = (proven_not_before(text, language, regions), _url_month(evidence.url))
    not_before = max((bound for bound in proven if bound is not None), default=None)
    not_after = updated.on if updated is not None else _update_day(text, language, regions)
    inferred = infer_day(text, language, regions, Bounds(not_before, not_after), fitting_days) or not_after
    if inferred is not None:
        return Publication(inferred, None, "inferred", None, updated_at)
    return Publication(None, None, "none", not_before, updated_at)


def _witnesses(
    evidence: DateEvidence, text: str, language: str, regions: Sequence[Region]
) -> Iterator[tuple[PublishedBasis, Moment | None]]:
    """What each witness says, the best first."""
    yield "declared", parse_moment(evidence.declared, language)
    yield "jsonld", parse_moment(evidence.jsonld, language)
    yield "metadata", parse_moment(evidence.metadata, language)
    yield "header", _header_day(text, language, regions)
    yield "dateline", _dateline_day(text, language, regions)
    yield "url", _url_day(evidence.url) or _address_day(text, regions)


def _header_day(text: str, language: str, regions: Sequence[Region]) -> Moment | None:
    for rule_id in _HEADER_RULES:
        moment = _region_day(text, language, regions, rule_id)
        if moment is not None:
            return moment
    return _headline_day(text, language, regions)


def _headline_day(text: str, language: str, regions: Sequence[Region]) -> Moment | None:
    """A date in brackets at the end of the headline, as archives of statements print it."""
    for region in regions:
        if region.kind == "headline" and region.rule_id != "headline.section":
            match = _BRACKETED_END.search(text[region.start : region.end])
            days = days_in(match[1], language) if match is not None else []
            if match is not None and len(days) == 1 and days[0].start <= 4 and days[0].end == len(match[1].rstrip()):
                return Moment(days[0].on, None)
    return None


def _dateline_day(text: str, language: str, regions: Sequence[Region]) -> Moment | None:
    line = _region_day(text, language, regions, "dateline.line")
    return line or _region_day(text, language, regions, "dateline.opening")


def _region_day(text: str, language: str, regions: Sequence[Region], rule_id: str) -> Moment | None:
    for region in regions:
        if region.rule_id == rule_id:
            days = days_in(text[region.start : region.end], language)
            if days:
                return Moment(days[0].on, None)
    return None


def _update_day(text: str, language: str, regions: Sequence[Region]) -> date | None:
    moment = _region_day(text, language, regions, "furniture.update_stamp")
    return moment.on if moment is not None else None


def _address_day(text: str, regions: Sequence[Region]) -> Moment | None:
    """The day in the article's own address, where that stands as a line above it."""
    top = {line.start for line in read_lines(text)[:_TOP_LINES]}
    own = (r for r in regions if r.rule_id == "furniture.address" and r.start in top)
    return next((day for r in own if (day := _url_day(text[r.start : r.end])) is not None), None)


def _url_day(url: str | None) -> Moment | None:
    for match in _URL_DAY.finditer((url or "").partition("#")[0]):
        if not match["mark"] and len(match["month"] + match["day"]) != 4:
            continue
        try:
            return Moment(date(int(match["year"]), int(match["month"]), int(match["day"])), None)
        except ValueError:
            continue
    return None


def _url_month(url: str | None) -> date | None:
    match = _URL_MONTH.search(url or "")
    return date(int(match["year"]), int(match["month"]), 1) if match is not None else None
