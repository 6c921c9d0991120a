"""All regions of a text, in one pass of rules over its lines."""

from __future__ import annotations

from itertools import groupby

from transforms.documents.furniture import mark_front_matter, mark_lines, mark_related, mark_tails
from transforms.documents.head import mark_datelines, mark_head, mark_headings
from transforms.documents.interview import mark_interview
from transforms.documents.quotations import find_quotations
from transforms.documents.sheet import Sheet
from transforms.records import Region


def find_regions(text: str, language: str, title: str | None = None) -> tuple[Region, ...]:
    """Mark what is not plain prose: furniture, header, dateline, caption, headline, standfirst, quotation, question.

    Offsets are code points of `text`, which is never changed. Regions come sorted by start; those of one kind do not
    overlap, those of different kinds may (a quotation within a headline). A `title` known from elsewhere decides which
    line is the headline; without one it is the first line that can be.
    """
    sheet = Sheet.of(text, language, title)
    mark_front_matter(sheet)
    mark_lines(sheet)
    mark_related(sheet)
    mark_tails(sheet)
    mark_interview(sheet)
    mark_head(sheet)
    mark_headings(sheet)
    mark_datelines(sheet)
    closed = [
        region
        for region in sheet.regions
        if region.kind in ("furniture", "question") or region.rule_id == "quotation.turn"
    ]
    sheet.regions.extend(find_quotations(text, language, sheet.lines, closed))
    return _sorted_apart(sheet.regions)


def _sorted_apart(regions: list[Region]) -> tuple[Region, ...]:
    kept: list[Region] = []
    by_kind = sorted((r for r in regions if r.end > r.start), key=lambda r: (r.kind, r.start, -r.end, r.rule_id))
    for _, same_kind in groupby(by_kind, key=lambda r: r.kind):
        last_end = -1
        for region in same_kind:
            if region.start >= last_end:
                kept.append(region)
                last_end = region.end
    return tuple(sorted(kept, key=lambda r: (r.start, r.end, r.kind)))
