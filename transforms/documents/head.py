"""The head of a page: headline, date line, standfirst, captions; and headings further down."""

from __future__ import annotations

import re

from transforms.documents.daylines import (
    dateline_length,
    is_day_line,
    is_yearless_day_line,
    leading_day_length,
    names_a_place,
    part_with_day,
)
from transforms.documents.days import days_in, stretch_in
from transforms.documents.furniture import are_names, credit_start
from transforms.documents.lines import Line
from transforms.documents.sheet import Sheet
from transforms.documents.words import fold

_MAX_HEADLINE = 250
_MIN_HEADLINE_WORDS = 4
_MAX_BREADCRUMB_WORDS = 3
_MAX_HEADING = 120
_MAX_HEAD_LINES = 25
_MAX_DAY_LINES = 10
_MAX_TITLE_LINES = 3
_MIN_SIGNED_LINES = 2
_MAX_CLOSING_LINES = 6
_MAX_STANDFIRST = 700
_STANDFIRST_OVERLAP = 0.55
_MIN_STANDFIRST = 40
_CUT_END = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"»”]?\Z")
_CUT_PREFIX = 40
_LONG_WORD = re.compile(r"\w{4,}")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_OPEN_END = re.compile(r"[,;:–—-]\Z")
_DATELINE_PARAGRAPHS = 3


def mark_head(sheet: Sheet) -> None:
    """Mark what stands above the first running text, in the order a page has it."""
    _mark_markdown_headings(sheet)
    _mark_captions(sheet)
    head = _head_positions(sheet)
    for position, line in list(sheet.free()):
        if position in head or position < _MAX_DAY_LINES:
            _mark_day_line(sheet, position, line)
    _mark_yearless_day(sheet, head)
    _mark_closing_day(sheet)
    _mark_signature(sheet)
    headline = _mark_headline(sheet, [position for position in head if position not in sheet.claimed])
    _mark_repeats(sheet)
    _mark_between(sheet, [position for position in head if position not in sheet.claimed], headline)
    _mark_standfirst(sheet)


def _head_positions(sheet: Sheet) -> list[int]:
    """Free lines before the first prose; a text without prose is all head."""
    positions: list[int] = []
    for position, line in sheet.free():
        if line.is_prose or len(positions) == _MAX_HEAD_LINES:
            break
        positions.append(position)
    return positions


def _mark_markdown_headings(sheet: Sheet) -> None:
    for position, line in sheet.free():
        if len(line.text) <= _MAX_HEADLINE and _MARKDOWN_HEADING.match(line.text):
            sheet.claim(position, "headline", "headline.markdown")


def _mark_captions(sheet: Sheet) -> None:
    """Lines with a picture's credit or a clip's length at their end, and undressed repeats of them."""
    clips = {region.end for region in sheet.regions if region.rule_id == "furniture.clip_length"}
    captions: set[str] = set()
    for position, line in sheet.free():
        if len(line.text) > _MAX_STANDFIRST:
            continue
        labelled = sheet.words.caption.match(line.text)
        if labelled is not None and labelled["colon"] and labelled.end() < len(line.text):
            sheet.claim(position, "caption", "caption.labelled")
            continue
        if is_day_line(line.text, sheet.words, sheet.language):  # "Lisboa, 17 mar 2021 (Lusa)"
            continue
        cut = credit_start(line, sheet.words)
        if cut == 0:
            sheet.claim(position, "furniture", "furniture.credit")
        elif cut is not None:
            captions.add(_claim_credited(sheet, position, line, cut))
        elif line.end in clips and not line.is_prose:
            start = next(r.start for r in sheet.regions if r.end == line.end and r.rule_id == "furniture.clip_length")
            sheet.claimed[position] = "caption"
            sheet.mark(line.start, _trimmed(sheet.text, line.start, start), "caption", "caption.clip")
    for position, line in sheet.free():
        if captions and len(line.text) <= _MAX_HEADLINE and fold(line.text) in captions:
            sheet.claim(position, "caption", "caption.repeated")


def _claim_credited(sheet: Sheet, position: int, line: Line, cut: int) -> str:
    sheet.mark(line.start + cut, line.end, "furniture", "furniture.credit")
    words = line.text[:cut].rstrip()
    if words[-1:] in '.!?…"»”' and len(words.split()) > _MIN_HEADLINE_WORDS:
        return ""
    sheet.claimed[position] = "caption"
    sheet.mark(line.start, line.start + len(words), "caption", "caption.credited")
    return fold(words)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _mark_day_line(sheet: Sheet, position: int, line: Line) -> None:
    if is_day_line(line.text, sheet.words, sheet.language):
        if names_a_place(line.text, sheet.language):
            sheet.claim(position, "dateline", "dateline.line")
        else:
            sheet.claim(position, "header", "header.date_line")
    elif not line.is_ended and leading_day_length(line.text, sheet.language):
        sheet.claim(position, "header", "header.date_first")
    elif position < _MAX_TITLE_LINES and not line.is_ended:
        part = part_with_day(line.text, sheet.words, sheet.language)
        if part is not None:
            sheet.mark(line.start + part[0], line.start + part[1], "header", "header.date_part")


def _mark_yearless_day(sheet: Sheet, head: list[int]) -> None:
    """The only line of a text that is a day without a year, above the first prose; several head an agenda."""
    days = [at for at, line in sheet.free() if is_yearless_day_line(line.text, sheet.words, sheet.language)]
    if len(days) == 1 and days[0] in head:
        sheet.claim(days[0], "header", "header.yearless_day")


def _mark_signature(sheet: Sheet) -> None:
    """The author's name alone under the text."""
    position, line = next(reversed(list(sheet.free())), (0, None))
    if line is None or not sheet.lines[position - 1].is_ended or not 2 <= line.word_count <= _MAX_BREADCRUMB_WORDS:
        return
    if position > 1 and all(name.isalpha() and name[0].isupper() for name in line.text.replace("-", " ").split()):
        sheet.claim(position, "furniture", "furniture.byline_name")


def _mark_closing_day(sheet: Sheet) -> None:
    """A place and a day under the text, as letters and communiqués are signed: nothing but short lines follows."""
    if len(sheet.lines) <= _MIN_SIGNED_LINES:
        return
    for position, line in list(sheet.free())[: -_MAX_CLOSING_LINES - 1 : -1]:
        if is_day_line(line.text, sheet.words, sheet.language):
            sheet.claim(position, "header", "header.closing_date")
            return
        if line.is_prose:
            return


def _mark_headline(sheet: Sheet, head: list[int]) -> int | None:
    """Claim the headline and the breadcrumb above it; returns the headline's position."""
    lines = sheet.lines
    if sheet.title is not None:
        wanted = fold(sheet.title)
        for position, line in list(sheet.free())[:_MAX_HEAD_LINES]:
            if len(line.text) <= _MAX_HEADLINE and _is_title(fold(line.text), wanted):
                sheet.claim(position, "headline", "headline.title")
                return position
        return None
    if any(region.kind == "headline" for region in sheet.regions):
        return None
    candidates = _above_day_line(sheet) or [position for position in head if _may_be_headline(sheet, position)]
    long_enough = [p for p in candidates if lines[p].word_count >= _MIN_HEADLINE_WORDS]
    headline = next(iter(long_enough or candidates), None)
    if headline is None or headline == len(lines) - 1:
        return None
    sheet.claim(headline, "headline", "headline.first_line")
    for position in head:
        line = lines[position]
        if position < headline and line.word_count <= _MAX_BREADCRUMB_WORDS and not line.is_ended:
            sheet.claim(position, "furniture", "furniture.breadcrumb")
    return headline


def _is_title(line: str, title: str) -> bool:
    """Whether a line is the title, or the title without the name of the site that pages put after it."""
    return line == title or (title.startswith(f"{line} ") and line.count(" ") >= _MIN_HEADLINE_WORDS - 1)


def _above_day_line(sheet: Sheet) -> list[int]:
    """A first line right above the page's date is its headline, even where it ends as a sentence does."""
    is_above = 0 not in sheet.claimed and sheet.claimed.get(1) in ("header", "dateline")
    return [0] if is_above and len(sheet.lines[0].text) <= _MAX_HEADLINE else []


def _may_be_headline(sheet: Sheet, position: int) -> bool:
    line = sheet.lines[position]
    if len(line.text) > _MAX_HEADLINE or _OPEN_END.search(line.text):
        return False
    if days_in(line.text, sheet.language) and _is_nominal_caption(sheet, position):
        return False
    # A first sentence in a paragraph of its own is text; a title with a full stop stands right above its text.
    following = sheet.lines[position + 1] if position + 1 < len(sheet.lines) else None
    return not line.text.endswith(".") or (following is not None and following.gap == 1 and line.word_count <= 12)


def _is_nominal_caption(sheet: Sheet, position: int) -> bool:
    """A dated line under another line of the head: a picture's, not the page's headline."""
    return any(other < position and sheet.lines[other].word_count >= _MIN_HEADLINE_WORDS for other, _ in sheet.free())


def _mark_repeats(sheet: Sheet) -> None:
    """The headline again, as pages print it for the menu, the picture and the reader."""
    headlines = {
        fold(sheet.text[region.start : region.end])
        for region in sheet.regions
        if region.kind == "headline" and region.rule_id != "headline.section"
    }
    if sheet.title is not None:
        headlines.add(fold(sheet.title))
    headlines.discard("")
    for position, line in sheet.free():
        if headlines and len(line.text) <= _MAX_HEADLINE and fold(line.text) in headlines:
            sheet.claim(position, "furniture", "furniture.repeated_title")


def _mark_between(sheet: Sheet, positions: list[int], headline: int | None) -> None:
    """Lines between headline and prose: a name is the author's, a dated phrase a caption, a long one a standfirst."""
    if headline is None:
        return
    for position in positions:
        line = sheet.lines[position]
        if position < headline or _OPEN_END.search(line.text):
            continue
        if not any(map(str.isalpha, sheet.words.header_labels.sub("", line.text))):
            sheet.claim(position, "furniture", "furniture.kicker")
        elif 2 <= line.word_count <= 4 and are_names(line.text, sheet.words) and line.text.replace(" ", "").isalpha():
            sheet.claim(position, "furniture", "furniture.byline_name")
        elif not line.is_ended and days_in(line.text, sheet.language) and not stretch_in(line.text, sheet.language):
            sheet.claim(position, "caption", "caption.dated")
        elif len(line.text) >= _MIN_STANDFIRST and position == headline + 1:
            sheet.claim(position, "standfirst", "standfirst.under_headline")


def _mark_standfirst(sheet: Sheet) -> None:
    """The first paragraph, if the next ones tell it again: cut short, in nearly the same words, or past a byline."""
    first: tuple[int, Line] | None = None
    following: list[Line] = []
    for position, line in sheet.free():
        if not line.is_prose and _CUT_END.search(line.text) is None:
            continue
        if first is None:
            first = position, line
        else:
            following.append(line)
        if len(following) == 2:
            break
    if first is None or not following or len(first[1].text) > _MAX_STANDFIRST:
        return
    position, line = first
    if _CUT_END.search(line.text) and any(f.text[:_CUT_PREFIX] == line.text[:_CUT_PREFIX] for f in following):
        sheet.claim(position, "standfirst", "standfirst.cut")
    elif _overlap(line.text, following[0].text) >= _STANDFIRST_OVERLAP:
        sheet.claim(position, "standfirst", "standfirst.retold")


def _overlap(text: str, other: str) -> float:
    words = set(_LONG_WORD.findall(text.lower()))
    return len(words & set(_LONG_WORD.findall(other.lower()))) / len(words) if words else 0.0


def mark_datelines(sheet: Sheet) -> None:
    """Mark the place, day and agency that open one of the first paragraphs."""
    if "dateline" in sheet.claimed.values():
        return
    prose = [line for _, line in sheet.free() if line.is_prose][:_DATELINE_PARAGRAPHS]
    for line in prose:
        length = dateline_length(line.text, sheet.words, sheet.language)
        if 0 < length < len(line.text):
            end = _trimmed(sheet.text, line.start, line.start + length)
            sheet.mark(line.start, end, "dateline", "dateline.opening")
            return


def mark_headings(sheet: Sheet) -> None:
    """Headings between paragraphs: short, without a full stop, text before and after them."""
    lines = sheet.lines
    for position, line in sheet.free():
        if not 0 < position < len(lines) - 1 or len(line.text) > _MAX_HEADING:
            continue
        before, after = lines[position - 1], lines[position + 1]
        is_apart = before.is_ended or sheet.claimed.get(position - 1) is not None
        quoted = line.text[0] in '"«“' and line.text[-1] in '"»”'
        is_unended = not line.is_ended and _OPEN_END.search(line.text) is None
        leads = after.is_prose and (position + 1) not in sheet.claimed
        if is_apart and leads and line.word_count >= 2 and (is_unended or (quoted and line.word_count <= 14)):
            sheet.claim(position, "headline", "headline.section")
