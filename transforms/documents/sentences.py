"""Sentences of the prose, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transforms.documents.lines import read_lines
from transforms.languages.load import LANGUAGES, load_language
from transforms.records import Region, Span

# What readers skip, and what stands apart from the prose around it. Quotations do neither: they live in sentences.
_SKIPPED = frozenset({"furniture", "header", "dateline"})
_APART = frozenset({"caption", "headline", "standfirst", "question"})
_CLOSERS = "\"'»”’)]}›“"
_STOP = re.compile(r"[.!?…]+")
_FIRST_WORD = re.compile(r"[\"'«“„‘(\[¿¡\s—–-]{0,8}(?P<word>\w[\w’']*)")
_LAST_WORD_WINDOW = 24
_MIN_WHOLE_WORD = 5
_LAST_WORD = re.compile(r"[^\s(\[«“\"„]*\Z")
_INITIAL = re.compile(r"[^\w\s]?[^\W\d_]\.")
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]\Z")
_ENUMERATOR = re.compile(r"[([]?(?:\d{1,3}|[IVXLC]{1,5}|[A-Za-z])[.)°]\Z")
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]+)\Z")
_HOUR = re.compile(r"\W{0,3}\d{1,2}\s?(?:h\s?(?:\d{2})?|:\s?\d{2}(?:\s?Uhr)?)\W{0,3}", re.IGNORECASE)
_EDGE = " \t\n\r\v\f\u00a0\u202f\u2009\u200b\ufeff•·▪►●○■*>|"
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class _SentenceWords:
    abbreviations: frozenset[str]
    lower_abbreviations: frozenset[str]
    number_abbreviations: frozenset[str]
    final_abbreviations: frozenset[str]
    starters: frozenset[str]
    has_ordinal_dot: bool


def split_sentences(text: str, regions: Sequence[Region], language: str = "und") -> list[Span]:
    """The sentences of a text in order, without outer white space and bullets; furniture, header and dateline left out.

    The borders of captions, headlines, standfirsts and questions always cut, and so does a paragraph's end but behind
    an hour that has a line of its own; a full stop cuts unless it belongs to an abbreviation, an initial, an ordinal or
    a number. Every letter and digit of the prose is in exactly one sentence.
    """
    words = _sentence_words(language)
    openings = frozenset(region.start for region in regions if region.kind == "quotation")
    spans: list[Span] = []
    borders = _borders(regions)
    for start, end in _behind_hours(text, _segments(text, regions, borders), borders):
        cut = start
        for boundary in _boundaries(text, start, end, words, openings):
            _append(text, cut, boundary, spans)
            cut = boundary
        _append(text, cut, end, spans)
    return spans


def _borders(regions: Sequence[Region]) -> list[int]:
    return sorted({border for r in regions if r.kind in _APART for border in (r.start, r.end)})


def _behind_hours(
    text: str, segments: Iterator[tuple[int, int]], borders: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Stretches of prose, those that are nothing but an hour joined to what a programme prints below them."""
    hour: tuple[int, int] | None = None
    for start, end in segments:
        if hour and (text[hour[1] : start].strip() or any(hour[1] <= border <= start for border in borders)):
            yield hour
            hour = None
        first = hour[0] if hour else start
        hour = (start, end) if hour is None and _HOUR.fullmatch(text, start, end) else None
        if hour is None:
            yield first, end
    if hour:
        yield hour


def _segments(text: str, regions: Sequence[Region], borders: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of prose between paragraph ends and region borders."""
    skipped = sorted((r.start, r.end) for r in regions if r.kind in _SKIPPED)
    skip = border = 0
    for line in read_lines(text):
        position = line.start
        while position < line.end:
            while skip < len(skipped) and skipped[skip][1] <= position:
                skip += 1
            while border < len(borders) and borders[border] <= position:
                border += 1
            if skip < len(skipped) and skipped[skip][0] <= position:
                position = skipped[skip][1]
                continue
            end = line.end
            if skip < len(skipped):
                end = min(end, skipped[skip][0])
            if border < len(borders):
                end = min(end, borders[border])
            yield position, end
            position = end


def _append(text: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and (
        text[start] in _EDGE or (text[start] in _DASHES and not text[start + 1 : start + 2].isalnum())
    ):
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        spans.append(Span(start, end))


def _boundaries(text: str, start: int, end: int, words: _SentenceWords, openings: frozenset[int]) -> Iterator[int]:
    sentence_start = start
    for stop in _STOP.finditer(text, start, end):
        after = _skip_closers(text, stop.end(), end, openings)
        if after >= end:
            return
        if text[stop.start() - 1] in "([" and text[stop.end()] in ")]":
            continue  # "(…)" says that words were left out, not that a sentence ended
        is_glued = after == stop.end() and not text[after].isspace() and after not in openings
        if is_glued and not _is_glued_boundary(text, stop.start(), after, words):
            continue
        if not text[after].isspace() and after not in openings and not is_glued:
            continue
        following = _FIRST_WORD.match(text, after, end)
        if following is None or (
            following["word"][0].islower() and not _is_careless_boundary(text, stop, following["word"], words)
        ):
            continue
        if stop.group() == "." and _is_inner_dot(text, sentence_start, stop.start(), following["word"], words):
            continue
        if _are_initials(text[max(start, stop.start() - 2) : stop.end()], text[following.start("word") :][:2]):
            continue
        yield after
        sentence_start = after


def _are_initials(before: str, after: str) -> bool:
    """Whether a full stop stands between two initials of a name ("J. D. Vance")."""
    return all(_INITIAL.fullmatch(one.strip()) and one.isupper() for one in (before, after))


def _skip_closers(text: str, position: int, end: int, openings: frozenset[int]) -> int:
    """Past the closing marks of a sentence, a space before them included, but not past marks that open the next one."""
    while position < end and position not in openings:
        if text[position] in _CLOSERS:
            position += 1
        elif (
            text[position] in " \u00a0\u202f"
            and position + 1 < end
            and text[position + 1] in "»”)"
            and position + 1 not in openings
        ):
            position += 2
        else:
            break
    return position


def _is_glued_boundary(text: str, stop: int, after: int, words: _SentenceWords) -> bool:
    """A full stop without a space ("demandé.Le ministre"): after a word, before a word that begins sentences."""
    if not text[max(0, stop - 3) : stop].isalpha() or not text[stop - 1].islower() or not text[after].isupper():
        return False
    following = _FIRST_WORD.match(text, after)
    return following is not None and _starts_sentences(following["word"], words)


def _is_careless_boundary(text: str, stop: re.Match[str], following: str, words: _SentenceWords) -> bool:
    """A sentence begun in small letters ("deux raisons. d'abord"): after a whole word, before a starter."""
    word = _LAST_WORD.search(text[max(0, stop.start() - _LAST_WORD_WINDOW) : stop.start()])
    return (
        stop.group() == "."
        and word is not None
        and len(word.group()) >= _MIN_WHOLE_WORD
        and word.group().isalpha()
        and word.group().islower()
        and not _is_abbreviation(word.group(), words)
        and _starts_sentences(following, words)
    )


def _is_inner_dot(text: str, sentence_start: int, stop: int, following: str, words: _SentenceWords) -> bool:
    """Whether a single dot before a word that might begin a sentence is part of a word or number."""
    window = text[max(sentence_start, stop - _LAST_WORD_WINDOW) : stop]
    match = _LAST_WORD.search(window)
    word = match.group() if match is not None else ""
    if not word:
        return False
    last_part = word.rpartition("'")[2].rpartition("’")[2]
    starts = _starts_sentences(following, words)
    if last_part in words.number_abbreviations and following[0].isdigit():
        return True
    if _is_abbreviation(last_part, words):
        return last_part[0].isupper() or not starts
    if word in words.final_abbreviations or (len(last_part) == 1 and last_part.isupper()):
        return not starts
    if _DOTTED.search(word):
        return "-" in word or not starts
    if _ENUMERATOR.match(text[sentence_start : stop + 1].strip(_EDGE + _DASHES)):
        return True
    return words.has_ordinal_dot and bool(_ORDINAL.match(word)) and not starts


def _is_abbreviation(word: str, words: _SentenceWords) -> bool:
    return word in words.abbreviations or (len(word) > 1 and word.lower() in words.lower_abbreviations)


def _starts_sentences(word: str, words: _SentenceWords) -> bool:
    lower = word.lower()
    return (
        lower in words.starters
        or lower.partition("’")[0] in words.starters
        or lower.partition("'")[0] in words.starters
    )


@cache
def _sentence_words(language: str) -> _SentenceWords:
    codes = (language,) if language in LANGUAGES else LANGUAGES
    tables = [load_language(code)["documents"] for code in codes]
    lists = [table["sentences"] for table in tables]
    abbreviations = frozenset(word for words in lists for word in words["abbreviations"])
    return _SentenceWords(
        abbreviations=abbreviations,
        lower_abbreviations=frozenset(word.lower() for word in abbreviations if len(word) > 1),
        number_abbreviations=frozenset(word for words in lists for word in words["abbreviations_number"]),
        final_abbreviations=frozenset(word for words in lists for word in words["abbreviations_final"]),
        starters=frozenset(word for table in tables for word in table["function_words"]),
        has_ordinal_dot=any(words["ordinal_dot"] for words in lists),
    )
