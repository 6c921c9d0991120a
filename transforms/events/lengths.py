"""How long an event lasted by its own words: first and last days, counts of days, limits of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from transforms.actors.tokens import tokenise
from transforms.dates.lexicon import load_lexicon as load_date_words
from transforms.events.lexicon import Lexicon
from transforms.events.read_lexicon import load_lexicon
from transforms.events.spans import is_left
from transforms.events.taking import on_day, take
from transforms.records import Document, Mention, Timex

_COUNT = re.compile(r"P(\d+)([DW])")
_SPANNING = frozenset({"meeting", "ministerial"})
_LIMITS = frozenset({"ON_OR_BEFORE", "BEFORE", "END"})
_OPEN = frozenset({"proposed", "hypothetical"})
_DAY = timedelta(days=1)
_LONGEST = timedelta(days=31)
_LASTING = frozenset({"visit", "summit", "conference", "exercise", "negotiation"})
_NEAR = 3
_PHRASE = 12
"""Characters between the noun of a meeting and a number of days in its phrase ("four-day gathering")."""
_BESIDE = 40
"""Characters between an event and a number of weeks, or an ordinal day, that is its own."""


def with_length(mention: Mention, timexes: Sequence[Timex], days: Sequence[Timex], language: str) -> Mention:
    """An event of several days.

    "Du 24 au 26 août"; "opened on Monday, closes today"; a "three-day visit" from its first day, or up to its last;
    "on the third day of his visit".
    """
    lexicon = load_lexicon(language)
    if mention.date_start is None or mention.date_end is None:
        bounds = _told_bounds(mention, days, lexicon) if _may_take_bounds(mention) else None
        return replace(on_day(mention, bounds[0], "sentence"), date_end=bounds[1]) if bounds else mention
    told = [t for t in days if mention.char_start <= t.start < mention.char_end and t.date_start]
    inside = [t for t in told if mention.clause_start <= t.start < mention.clause_end]
    for first, last in pairwise(told):
        is_own = (mention.date_start, mention.date_end) in ((t.date_start, t.date_end) for t in (first, last))
        if is_own and _is_range(mention, first, last, language):
            return replace(mention, date_start=first.date_start, date_end=last.date_end)
    if mention.date_start != mention.date_end or mention.event_type not in _LASTING | _SPANNING:
        return mention
    if mention.event_type in _SPANNING:  # its days are counted only in its own phrase
        timexes = [t for t in timexes if mention.is_noun and _stands_within(mention, t, _PHRASE)]
    elif bounds := _told_bounds(mention, days, lexicon):
        return replace(mention, date_start=bounds[0], date_end=bounds[1])
    elif count := _day_of_visit(mention, lexicon):
        return replace(mention, date_start=mention.date_start - timedelta(days=count - 1))
    for timex in timexes:
        span = timedelta(days=_days_counted(mention, timex, language) - 1)
        if timedelta() < span < _LONGEST:
            if _tells_end(mention, lexicon) and not _begins(mention, inside, lexicon):
                return replace(mention, date_start=mention.date_start - span)
            return replace(mention, date_end=mention.date_start + span)
    return mention


def _is_range(mention: Mention, first: Timex, last: Timex, language: str) -> bool:
    """Whether two expressions are the first and last day of an event: of a long one, or of a night between two days."""
    if mention.event_type not in _LASTING | _SPANNING and not first.value.endswith("TNI"):
        return False
    if is_left(mention, first, language):
        return False
    between = mention.sentence_text[first.end - mention.char_start : last.start - mention.char_start].strip().lower()
    lexicon = load_lexicon(language)
    if first.date_start is None or last.date_end is None or between not in lexicon.groups["ranges"]:
        return False
    is_joined = not lexicon.groups["coordinators"].isdisjoint(between.split())  # "le 3 et le 4 mai", two days on end
    longest = first.date_start + _DAY if is_joined and first.date_start == first.date_end else date.max
    return first.date_start < last.date_end <= longest


def _may_take_bounds(mention: Mention) -> bool:
    """Whether a mention is an event of several days in the text that nothing dates."""
    return mention.event_type in _LASTING and mention.date_basis is None and mention.text_field == "text"


def _told_bounds(mention: Mention, days: Sequence[Timex], lexicon: Lexicon) -> tuple[date, date] | None:
    """The days on which words say that an event began and ended, one of which is the day that it has."""
    inside = [t for t in days if mention.char_start <= t.start < mention.char_end and t.date_start == t.date_end]
    ends = [t for t in inside if _is_beside(mention, t, lexicon, "endings")]
    own = [t for t in inside if t.date_start == mention.date_start]
    begins = [t for t in inside if t not in ends and _is_beside(mention, t, lexicon, "taking_place")]
    is_first = mention.date_start is not None and not any(t in own for t in ends)
    for first in own if is_first else begins:
        for last in ends:
            start, end = first.date_start, last.date_start
            if start and end and start < end <= start + _LONGEST:
                return start, end
    return None


def _is_beside(mention: Mention, timex: Timex, lexicon: Lexicon, table: str) -> bool:
    """Whether a phrase of a table stands right before or behind an expression, no comma between."""
    before = mention.sentence_text[: timex.start - mention.char_start].rpartition(",")[2]
    after = mention.sentence_text[timex.end - mention.char_start :].partition(",")[0]
    words = lexicon.tables[table]
    beside = (_lows(before)[-_NEAR:], _lows(after)[:_NEAR])
    return any(words.find(near, at) for near in beside for at in range(len(near)))


def _day_of_visit(mention: Mention, lexicon: Lexicon) -> int | None:
    """Which day of the event its own is told to be, past the first ("on the third day of his visit")."""
    if not mention.is_noun:
        return None
    lead = _lows(mention.sentence_text[: mention.trigger_start - mention.char_start][-_BESIDE:])
    count = day_counted(lead, lexicon)
    return count if count and count > 1 else None


def day_counted(lows: Sequence[str], lexicon: Lexicon) -> int | None:
    """Which day the last of some words for "day" names by an ordinal before it ("le deuxième jour"), if any does."""
    nouns, ordinals = lexicon.groups["visit_days"], _ordinals(lexicon.language)
    at = next((at for at in range(len(lows) - 1, 0, -1) if lows[at] in nouns), 0)
    return next((ordinals[low] for low in lows[max(0, at - _NEAR) : at] if low in ordinals), None) if at else None


@cache
def _ordinals(language: str) -> dict[str, int]:
    """Words for first, second and so on."""
    words = load_date_words(language)
    forms = words.forms() if words else ()
    return {form[0]: int(classes["ORD"]) for form, classes in forms if len(form) == 1 and "ORD" in classes}


def _days_counted(mention: Mention, timex: Timex, language: str) -> int:
    """The days that an event is told to last, 1 if an expression does not tell it; weeks only right beside it."""
    found = _COUNT.fullmatch(timex.value) if timex.type == "DURATION" else None
    is_near = mention.char_start <= timex.start < mention.char_end
    if found is None or not is_near or _is_distance(mention, timex, language):
        return 1
    if found[2] == "D":
        return int(found[1])
    return 7 * int(found[1]) if _stands_within(mention, timex, _BESIDE) else 1


def _stands_within(mention: Mention, timex: Timex, reach: int) -> bool:
    """Whether an expression stands at most some characters from the trigger in its sentence, no comma between."""
    is_ahead = timex.start < mention.trigger_start
    first, last = (timex.end, mention.trigger_start) if is_ahead else (mention.trigger_end, timex.start)
    between = mention.sentence_text[max(0, first - mention.char_start) : max(0, last - mention.char_start)]
    is_inside = mention.char_start <= timex.start < mention.char_end
    return is_inside and last - first <= reach and "," not in between


def _is_distance(mention: Mention, timex: Timex, language: str) -> bool:
    """Whether a number of days counts from another event ("deux jours après l'explosion")."""
    following = _lows(mention.sentence_text[timex.end - mention.char_start :])[:1]
    return not load_lexicon(language).groups["distances"].isdisjoint(following)


def _tells_end(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the sentence tells the last day of an event ("a quitté Alger au terme d'une visite de trois jours").

    Who "left for" a place is on the first.
    """
    words = _lows(mention.sentence_text)
    endings, setting_out = lexicon.tables["endings"], lexicon.tables["setting_out"]
    return any(endings.find(words, at) and not setting_out.find(words, at) for at in range(len(words)))


def _begins(mention: Mention, inside: Sequence[Timex], lexicon: Lexicon) -> bool:
    """Whether the first of the expressions says when an event began ("which began on Monday, ends tonight")."""
    lows = _lows(mention.sentence_text[: inside[0].start - mention.char_start])[-_NEAR:] if inside else []
    return any(lexicon.tables["taking_place"].find(lows, at) for at in range(len(lows)))


def until_last_day(mention: Mention, timexes: Sequence[Timex]) -> Mention:
    """A visit or gathering under way on a day lasts until the day that its clause names ("jusqu'à jeudi")."""
    day = mention.date_start
    is_open = mention.event_type in _LASTING and mention.status == "held" and mention.text_field == "text"
    if not is_open or day is None or mention.date_end is None:
        return mention
    inside = (t for t in timexes if mention.clause_start <= t.start < mention.clause_end)
    last = next((t.date_end for t in inside if t.is_deadline and t.mod == "ON_OR_BEFORE" and t.date_end), None)
    return replace(mention, date_end=last) if last and mention.date_end < last <= day + _LONGEST else mention


def up_to_end(mention: Mention, timexes: Sequence[Timex], published: date | None) -> Mention:
    """What is over and that nothing else dates, on the day on which it ended ("ont négocié jusqu'à mercredi")."""
    if mention.date_basis is not None or mention.status != "held" or published is None or mention.text_field != "text":
        return mention
    behind = (t for t in timexes if mention.trigger_end <= t.start and t.is_deadline and _is_of_clause(mention, t))
    last = next((t for t in behind if t.mod == "ON_OR_BEFORE" and t.date_start and t.date_start == t.date_end), None)
    is_over = last is not None and last.date_start is not None and last.date_start <= published
    return take(mention, last, "clause") if last and is_over else mention


def until_limit(document: Document, mention: Mention, timexes: Sequence[Timex]) -> Mention:
    """What may come lies between the document's day and the last that its clause leaves ("d'ici à juillet")."""
    day = document.published_on
    is_open = mention.date_basis == "plan_undated" or (mention.date_basis == "conditional" and mention.status in _OPEN)
    if day is None or not is_open or mention.text_field != "text":
        return mention
    own = (t for t in timexes if t.is_deadline and _is_of_clause(mention, t))
    limit = next((t for t in own if t.mod in _LIMITS and t.date_end), None)
    if limit is None or limit.date_end is None or limit.date_end <= day:
        return mention
    return replace(
        mention, date_start=day, date_end=limit.date_end, date_not_before=None, date_precision=limit.precision,
        date_basis="clause",
    )  # fmt: skip


def _is_of_clause(mention: Mention, timex: Timex) -> bool:
    """Whether an expression stands in a mention's clause, or behind it after a preposition like a conjunction's."""
    between = mention.sentence_text[mention.clause_end - mention.char_start : max(0, timex.start - mention.char_start)]
    is_behind = mention.clause_end <= timex.start < mention.char_end and len(_lows(between)) <= _NEAR
    return is_behind or mention.clause_start <= timex.start < mention.clause_end


def _lows(words: str) -> list[str]:
    return [token.low for token in tokenise(words, 0, len(words))]
