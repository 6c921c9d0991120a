"""Furniture: what a page puts around and between the prose, line by line and at the ends of lines."""

from __future__ import annotations

import re

from transforms.documents.daylines import is_day_line
from transforms.documents.days import days_in
from transforms.documents.front_matter import read_front_matter
from transforms.documents.lines import Line
from transforms.documents.sheet import Sheet
from transforms.documents.words import AGENCIES, PageWords

# Nothing longer than this is furniture, whatever words it holds: prose is safe by its length.
_MAX_LABEL = 120
_MAX_NOTICE = 400
_MAX_NOTICE_SENTENCES = 3
_MARKS_ONLY = re.compile(r"[\W_]+\Z|[([]?[.…]{1,3}(?:/[.…]{1,3})?[)\]]?\Z")
_CLIP_LENGTH = re.compile(
    r"(?:\t\s*|\s{2,}|\A[^\w]{0,4})\(?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?/\s?(?:\d{1,2}:)?\d{1,2}:\d{2})?\)?\Z"
)
_HASHTAG_TAIL = re.compile(r"(?:(?<=\s)|\A)(?:[#@]\w+[\s,]*){2,}\Z|\A[#@]\w+\Z")
_TAILS = (_HASHTAG_TAIL, "#@", "furniture.hashtags"), (_CLIP_LENGTH, ":", "furniture.clip_length")
"""What hangs at the ends of lines, the signs without which it does not, and the rule."""
_ADDRESS = re.compile(r"https?://|www\.|\w\.(?:fr|com|org|net|int|eu|de|es|it|pt|br)\b", re.IGNORECASE)
_ADDRESS_LINE = re.compile(r"\W{0,4}(?:https?://|www\.)\S+(?:,[^.!?]{0,30}\d{4})?\Z", re.IGNORECASE)
_CREDIT_TAIL = re.compile(r"\s?(?:[-–—/|(\[•]|©|\(c\))\s?[^.!?…]{2,70}\Z", re.IGNORECASE)
_SIGNS = re.compile(r"[^\s,;|/·–—&+()\[\]-]+")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\Z")
_MAX_NAME_TOKENS = 12
_SENTENCE_END = re.compile(r"[.!?…][\"»”]?\s")
_MAX_RELATED_ITEM = 200
_DIVIDER = re.compile(r"\s[|·•–—]\s|\.\s")
_PROSE_PERIOD = re.compile(r"\.[\"»”’)\s]*\Z")
_HEADLINES_SHARE = 0.6


def mark_front_matter(sheet: Sheet) -> None:
    """Claim the block of keys and values that a Markdown file begins with."""
    end = read_front_matter(sheet.text).end
    for position, line in enumerate(sheet.lines):
        if line.start >= end:
            break
        sheet.claimed[position] = "furniture"
    sheet.mark(0, end, "furniture", "furniture.front_matter")


def mark_lines(sheet: Sheet) -> None:
    """Claim whole lines that are furniture by their words alone; mark publication stamps as header."""
    for position, line in sheet.free():
        rule_id = furniture_rule(line, sheet.words)
        if rule_id == "furniture.kicker" and is_day_line(line.text, sheet.words, sheet.language):
            continue
        if rule_id is not None:
            sheet.claim(position, "furniture", rule_id)
        elif len(line.text) <= _MAX_LABEL:
            _mark_stamps(sheet, position, line)


def mark_tails(sheet: Sheet) -> None:
    """Mark what hangs at the ends of lines: hashtags, the length of a clip, the credit of a picture."""
    for _, line in sheet.free():
        end = line.end
        for pattern, signs, rule_id in _TAILS:
            tail = sheet.text[max(line.start, end - _MAX_LABEL) : end]
            match = pattern.search(tail) if any(sign in tail for sign in signs) else None
            if match is not None and end - len(match.group().strip()) > line.start:
                start = end - len(match.group().lstrip())
                sheet.mark(start, end, "furniture", rule_id)
                end = start


def furniture_rule(line: Line, words: PageWords) -> str | None:
    """The rule by which a line is furniture in itself, or None."""
    text = line.text
    if _MARKS_ONLY.match(text):
        return "furniture.marks"
    if len(text) <= _MAX_LABEL:
        return _label_rule(text, words)
    if len(text) <= _MAX_NOTICE and words.notice.match(text) and _sentence_count(text) <= _MAX_NOTICE_SENTENCES:
        return "furniture.notice"
    return None


def _label_rule(text: str, words: PageWords) -> str | None:
    if words.interface_only.match(text) and not text.endswith(("?", "!")):
        return "furniture.interface"
    if words.label_only.match(text):
        return "furniture.kicker"
    if words.notice.match(text):
        return "furniture.notice"
    if _CLIP_LENGTH.match(text):
        return "furniture.clip_length"
    if _HASHTAG_TAIL.match(text):
        return "furniture.hashtags"
    if _ADDRESS_LINE.match(text):
        return "furniture.address"
    credit = words.credit.match(text)
    if credit and text[credit.end() :].lstrip()[:1] in (":", ",", "©", "/") and are_names(text[credit.end() :], words):
        return "furniture.credit"
    source = words.source.match(text)
    if source and (_ADDRESS.search(text) or _is_source_note(text[source.end() :])):
        return "furniture.source_note"
    return _byline_rule(text, words)


def _is_source_note(rest: str) -> bool:
    return rest.lstrip().startswith((":", "–", "-")) and not _PROSE_PERIOD.search(rest)


def _byline_rule(text: str, words: PageWords) -> str | None:
    byline = words.byline.match(text)
    if byline and are_names(text[byline.end() :], words):
        return "furniture.byline"
    if any(token.strip(".") in AGENCIES for token in _SIGNS.findall(text)) and are_names(text, words):
        return "furniture.byline"
    return None


def are_names(text: str, words: PageWords) -> bool:
    """Whether a short text is names of people and agencies, joined by the words that join them in a byline."""
    names = [name for name in (found.strip(":.") for found in _SIGNS.findall(text)) if name]
    return 0 < len(names) <= _MAX_NAME_TOKENS and all(
        name[0].isupper() or name.lower() in words.byline_links or _YEAR.match(name) or name == "©" for name in names
    )


def _sentence_count(text: str) -> int:
    return len(_SENTENCE_END.findall(text)) + 1


def _mark_stamps(sheet: Sheet, position: int, line: Line) -> None:
    """Split a line of stamps ("Jean Dupont, publié le 3 mai 2021, mis à jour à 15 h") into header and furniture."""
    stamps = _stamps(line.text, sheet)
    if not stamps:
        return
    sheet.claimed[position] = "furniture"
    before = line.text[: stamps[0][0]]
    if days_in(before, sheet.language):
        sheet.mark(line.start, line.start + len(before.rstrip()), "header", "header.date_line")
    elif any(map(str.isalnum, before)):
        sheet.mark(line.start, line.start + len(before), "furniture", "furniture.byline")
    else:
        stamps[0] = (0, stamps[0][1])
    for (start, is_update), (end, _) in zip(stamps, [*stamps[1:], (len(line.text), False)], strict=True):
        if is_update:
            sheet.mark(line.start + start, line.start + end, "furniture", "furniture.update_stamp")
        else:
            sheet.mark(line.start + start, line.start + end, "header", "header.published_stamp")


def _stamps(text: str, sheet: Sheet) -> list[tuple[int, bool]]:
    """Where the stamps of a line begin, and whether each tells of an update; empty if it is no line of stamps."""
    words = sheet.words
    found = {match.start(): True for match in words.update.finditer(text)}
    for match in words.published.finditer(text):
        found.setdefault(match.start(), False)
    if not found:
        return []
    first = min(found)
    ahead = text[:first].strip(" ,;:|•·–—-*()")
    before = _DIVIDER.split(ahead)[-1]
    byline = words.byline.match(before)
    names = before[byline.end() :] if byline else before
    is_day = any(is_day_line(part, words, sheet.language) for part in (before, ahead))
    if names and not is_day and not are_names(names, words):
        return []
    days = days_in(text, sheet.language)
    rest = text[first:]
    is_stamp = bool(days) or (any(found.values()) and _is_bare_stamp(rest))
    if not is_stamp or (line_is_prose(text) and not days):
        return []
    last_day = max((day.end for day in days), default=0)
    tail = _DIVIDER.split(text[last_day:], maxsplit=1)[0] if days else ""
    others = (token for token in _SIGNS.findall(words.update.sub("", tail)) if token.isalpha() and len(token) > 3)
    if sum(token.islower() for token in others) > 1:
        return []
    return sorted(found.items())


def line_is_prose(text: str) -> bool:
    """Whether a text ends with a full stop and is long enough for a sentence."""
    return bool(_PROSE_PERIOD.search(text)) and len(text.split()) > 8


def _is_bare_stamp(text: str) -> bool:
    """An update stamp that lost its date ("modifié à"), or has a clock time only."""
    return len(text) <= 30 and len([token for token in _SIGNS.findall(text) if token.isalpha()]) <= 5


def mark_related(sheet: Sheet) -> None:
    """Claim lists of other articles: the label and the headlines below it, until the end or the next prose."""
    foot = _foot_start(sheet)
    position = 0
    while position < len(sheet.lines):
        label = _related_label(sheet, position)
        if label is None:
            position += 1
            continue
        _claim_once(sheet, position, "furniture.related_inline" if label else "furniture.related_label")
        end = position + 1 if label else _related_end(sheet, position + 1, foot)
        for item in range(position + 1, end):
            _claim_once(sheet, item, "furniture.related")
        position = end


def _related_label(sheet: Sheet, position: int) -> str | None:
    """What follows the label of a list of other articles on its line ("": nothing); None: no such label."""
    line = sheet.lines[position]
    if sheet.claimed.get(position, "furniture") != "furniture" or len(line.text) > _MAX_RELATED_ITEM:
        return None
    match = sheet.words.related.match(line.text)
    if match is None:
        return None
    rest = line.text[match.end() :]
    return rest if not rest or match["colon"] == ":" else None


def _claim_once(sheet: Sheet, position: int, rule_id: str) -> None:
    if position not in sheet.claimed:
        sheet.claim(position, "furniture", rule_id)


def _related_end(sheet: Sheet, first: int, foot: int) -> int:
    """The line after the last headline of a list of other articles."""
    lines = sheet.lines
    end = first
    while end < len(lines) and len(lines[end].text) <= _MAX_RELATED_ITEM and not line_is_prose(lines[end].text):
        end += 1
    # Teasers of other articles end in full stops too; a page's foot is told by being made of short lines to its end.
    return len(lines) if end < len(lines) and first >= foot else end


def _foot_start(sheet: Sheet) -> int:
    """The first line from which on all are short and most are headlines; the number of lines if there is no such."""
    foot = len(sheet.lines)
    headlines = 0
    for position in range(len(sheet.lines) - 1, -1, -1):
        line = sheet.lines[position]
        if len(line.text) > _MAX_RELATED_ITEM:
            break
        headlines += not line.is_ended
        if headlines >= _HEADLINES_SHARE * (len(sheet.lines) - position):
            foot = position
    return foot


def credit_start(line: Line, words: PageWords) -> int | None:
    """Where in a line the credit of its picture begins (0: the line is nothing else), or None.

    A credit is names after a dash, slash, bracket or ©, with an agency, a © or a word for pictures among them.
    """
    window_start = max(0, len(line.text) - 80)
    window = line.text[window_start:]
    start: int | None = None
    for match in _CREDIT_TAIL.finditer(window):
        tail = match.group()
        has_agency = any(token.strip(".,") in AGENCIES for token in _SIGNS.findall(tail))
        is_credit = has_agency or "©" in tail or words.credit.search(tail) is not None
        if is_credit and are_names(words.credit.sub("", tail.replace("©", " ")) or "X", words):
            start = window_start + match.start()
            break
    return start
