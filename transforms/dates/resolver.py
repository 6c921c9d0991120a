"""The expressions of one text resolved in order, with the story line they move."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache

from transforms.dates import tense
from transforms.dates.anchors import Anchors, Focus
from transforms.dates.bounds import vague_bounds
from transforms.dates.days_told import DaysTold
from transforms.dates.interpret import interpret
from transforms.dates.joins import in_part
from transforms.dates.meaning import Meaning, Place
from transforms.dates.patterns import Grammar
from transforms.dates.reading import Reading, is_day, timex_type
from transforms.dates.relations import relation_after
from transforms.dates.surroundings import LIMIT_MODS, Surroundings, limit_before, opens_with_by
from transforms.dates.told import SENTENCE_END, told_year
from transforms.dates.values import clock_value, edtf_of, interval_of, precision_of, wall_times
from transforms.records import AnchorKind, Timex

CLOCK_REACH = 250
CLOCK_GAP = 24
PART_REACH = 60
NEWS_DAYS = 3
FAR_LEAP = 3
OPENING = 30


class Resolver:
    """Resolves the readings of one text in order, keeping the narrative focus."""

    def __init__(self, text: str, grammar: Grammar, anchors: Anchors, around: Surroundings) -> None:
        self.text, self.grammar, self.lexicon = text, grammar, grammar.lexicon
        self.anchors, self.around = anchors, around
        self.last_day: tuple[int, date, AnchorKind] | None = None
        self.last_part: str | None = None
        self.told = DaysTold(text, self.lexicon.language)

    def resolve(self, readings: list[Reading]) -> list[Timex]:
        """The timexes of all readings that mean a time here; one beyond the calendar (year 1 or 9999) is left out."""
        timexes: list[Timex] = []
        for index, reading in enumerate(readings):
            with suppress(OverflowError):
                timex = self._resolve_one(reading, readings, index)
                timexes += [timex] if timex else []
        return timexes

    def _resolve_one(self, reading: Reading, readings: list[Reading], index: int) -> Timex | None:
        limit = limit_before(self.text, reading.start, self.lexicon)
        if reading.kind == "shift" and opens_with_by(self.text, reading.start, self.lexicon):
            limit = "BY"
        if limit == "UNTIL" and index and self._ends_range(readings[index - 1], reading):
            limit = None
        if (
            not self.anchors.is_narrative
            and limit in {"SINCE", "ONSET"}
            and index + 1 < len(readings)
            and self._ends_range(reading, readings[index + 1])
        ):
            limit = None
        place = self._place(readings, index, limit)
        meaning = (
            self._clock(reading, readings, index, place) if reading.kind == "clock" else self._mean(reading, place)
        )
        if meaning is None:
            return None
        if meaning.rule == "quantity.within":
            behind = reading.start + len(reading.name)
            reading.kind, reading.start = "duration", self.text.index(self.text[behind:].lstrip()[:1], behind)
        timex = self._timex(reading, meaning, limit)
        self._move_focus(reading, timex)
        return timex

    def _ends_range(self, first: Reading, second: Reading) -> bool:
        gap = " ".join(self.text[first.end : second.start].lower().split())
        return first.kind == second.kind and gap in self.lexicon.gaps["joined"]

    def _place(self, readings: list[Reading], index: int, limit: str | None) -> Place:
        text, language, reading = self.text, self.lexicon.language, readings[index]

        @cache
        def direction() -> str | None:
            return tense.direction_of(text, reading.start, reading.end, language)

        return Place(
            interpret=interpret,
            direction=direction,
            is_habit=lambda: tense.is_habit(text, reading.start, reading.end, language),
            told_day=lambda: self._day_of_part(reading, direction),
            counted_from=lambda offset: self.told.before(
                reading.start, self.anchors.told_day(), offset=offset, direction=direction(),
                reference=self.anchors.reference,
            ),
            coming_day=lambda: self._coming_day(reading),
            day_ahead=lambda: self._day_ahead(readings, index),
            told_year=lambda: told_year(text, readings, index),
            is_announced=limit in {"EVE", "BY"} or (limit in {"ONSET", "UNTIL"} and direction() is None),
            country=self.lexicon.settings["country"],
        )

    def _day_of_part(self, reading: Reading, direction: Callable[[], str | None]) -> date | None:
        """The day of a part of the day that names none: told right before it, else the story's where that goes on.

        A story of the news goes on in its paragraph, ahead of its document's day only in clauses that look ahead.
        """
        beside = self.last_day
        if beside and reading.start - beside[0] <= PART_REACH and self._same_sentence_day(reading):
            return beside[1]
        focus, reference = self.anchors.day_focus, self.anchors.reference
        if focus is None or focus.day is None or reference is None or "same" in reading.marks:
            return self.anchors.story_day()
        if focus.day > reference:
            return focus.day if direction() == "future" else self.told.last_of_news(reference, NEWS_DAYS) or reference
        is_news = (reference - focus.day).days <= NEWS_DAYS and direction() != "future"
        return focus.day if is_news or "\n" not in self.text[focus.end : reading.start] else reference

    def _coming_day(self, reading: Reading) -> date | None:
        """The day ahead of its document's that the paragraph of an expression told last."""
        focus, reference = self.anchors.day_focus, self.anchors.reference
        if focus is None or focus.day is None or reference is None or "\n" in self.text[focus.end : reading.start]:
            return None
        return focus.day if focus.day > reference else None

    def _day_ahead(self, readings: list[Reading], index: int) -> date | None:
        """The day that the sentence of an expression tells further on."""
        for at in range(index + 1, len(readings)):
            following = readings[at]
            between = self.text[readings[index].end : following.start]
            if ";" in between or SENTENCE_END.search(between):
                return None
            if is_day(following) and following.kind != "narrative":
                meaning = interpret(following, self.anchors, self._place(readings, at, None))
                days = interval_of(meaning.value) if meaning else None
                return days[0] if days and days[0] == days[1] else None
        return None

    def _mean(self, reading: Reading, place: Place) -> Meaning | None:
        if reading.kind == "deictic" and reading.relative == 0 and self._means_nowadays(reading):
            return Meaning("PRESENT_REF", "deictic.nowadays", "none", None, 0.6)
        meaning = interpret(reading, self.anchors, place)
        if meaning is None:
            return None
        if reading.clock and reading.kind == "part":
            meaning.value = meaning.value.split("T")[0]
        days = interval_of(meaning.value)
        single = days is not None and days[0] == days[1]
        is_day_value = single or meaning.value.startswith("XXXX")
        if is_day_value and "T" not in meaning.value and not meaning.value.endswith("REF"):
            if reading.clock:
                meaning.value = clock_value(meaning.value, reading.clock, reading.zone)
            elif reading.part and (is_day(reading) or reading.inner):
                meaning.value += f"T{reading.part}"
        return meaning

    def _means_nowadays(self, reading: Reading) -> bool:
        """'Aujourd'hui, la ville a changé': opening a quoted sentence it compares times rather than names the day."""
        opens = self.text[reading.start].isupper() and self.text[reading.end : reading.end + 1] == ","
        return opens and reading.part is None and reading.weekday is None and self.around.in_quotation(reading.start)

    def _clock(self, reading: Reading, readings: list[Reading], index: int, place: Place) -> Meaning | None:
        clock = reading.clock or "00:00"
        following = next((one for one in readings[index + 1 : index + 3] if one.kind != "clock"), None)
        if following and is_day(following) and self._leads_to(reading, following):
            meaning = interpret(following, self.anchors, place)
            if meaning and interval_of(meaning.value):
                value = clock_value(meaning.value[:10], clock, reading.zone)
                return Meaning(value, "clock.following_day", meaning.anchor_kind, meaning.anchor_on, 0.9)
        if self._same_sentence_day(reading):
            clock = in_part(reading, self.last_part) or clock
        if self.last_day and self._still_told(reading, place):
            _, told, kind = self.last_day
            return Meaning(clock_value(told.isoformat(), clock, reading.zone), "clock.told_day", kind, told, 0.85)
        day = self.anchors.story_day() or self.anchors.reference
        if day is None:
            return Meaning(clock_value("XXXX-XX-XX", clock, reading.zone), "clock.unanchored", "none", None, 0.4)
        kind = "narrative" if self.anchors.focus else self.anchors.reference_kind
        return Meaning(clock_value(day.isoformat(), clock, reading.zone), "clock.told_day", kind, day, 0.7)

    def _still_told(self, reading: Reading, place: Place) -> bool:
        """Whether the day told last is still the day of a clock time: near, and not left behind by a clause ahead."""
        if self.last_day is None or reading.start - self.last_day[0] > CLOCK_REACH:
            return False
        reference = self.anchors.reference
        behind = reference is not None and self.last_day[1] < reference and not self._same_sentence_day(reading)
        return not (behind and place.direction() == "future")

    def _leads_to(self, clock: Reading, day: Reading) -> bool:
        """Whether a clock belongs to the day that follows: right after it, or near with no day before."""
        gap = self.text[clock.end : day.start]
        told = self._same_sentence_day(clock)
        if re.fullmatch(r"[^.;:()\n]{0,40}\([^().;\n]{0,30}\)[^.;:()\n\d]{0,6}", gap):
            return not told
        if re.search(r"[.;:()\n\d]", gap) or len(gap) > CLOCK_GAP:
            return False
        return len(gap) <= 2 or not told

    def _same_sentence_day(self, reading: Reading) -> bool:
        if self.last_day is None:
            return False
        between = self.text[self.last_day[0] : reading.start]
        return len(between) <= CLOCK_REACH and not SENTENCE_END.search(between)

    def _timex(self, reading: Reading, meaning: Meaning, limit: str | None) -> Timex:
        value = meaning.value
        days = interval_of(value) if timex_type(reading, value) in {"DATE", "TIME"} else None
        lower, upper = (None, None) if days else vague_bounds(reading, meaning, self.anchors)
        walls = wall_times(value)
        mod = (
            reading.mod
            or ("APPROX" if reading.is_approximate else None)
            or (LIMIT_MODS.get(limit or "") if days else None)
        )
        return Timex(
            start=reading.start,
            end=reading.end,
            text=self.text[reading.start : reading.end],
            type=timex_type(reading, value),
            value=value,
            mod=mod,
            date_start=days[0] if days else None,
            date_end=days[1] if days else None,
            date_not_before=lower,
            date_not_after=upper,
            starts_at=walls[0] if walls else None,
            ends_at=walls[1] if walls else None,
            utc_offset=walls[2] if walls else None,
            precision=precision_of(value),
            edtf=edtf_of(value, mod),
            anchor_kind=meaning.anchor_kind,
            anchor_on=meaning.anchor_on,
            rule_id=self._rule_id(meaning.rule),
            confidence=meaning.confidence,
            is_deadline=bool(days) and limit in {"BEFORE", "AFTER", "SINCE", "UNTIL", "BY"},
            moves_focus=self._is_main_line(reading, value, days, limit),
            relation=relation_after(self.text, reading, self.lexicon),
        )

    def _rule_id(self, rule: str) -> str:
        return rule if rule.startswith("core.") else f"{self.lexicon.language}.{rule}"

    def _is_main_line(self, reading: Reading, value: str, days: tuple[date, date] | None, limit: str | None) -> bool:
        if days is None or reading.kind in {"duration", "set", "vague", "decade", "century", "fiscal"}:
            return False
        position = reading.start
        if limit in {"SINCE", "UNTIL", "BEFORE", "AFTER"} or self.anchors.is_far(days):
            return False
        if limit == "ONSET" and self.anchors.is_narrative:
            return False
        if limit == "BY" and not (self.anchors.is_narrative and precision_of(value) in {"day", "month", "part"}):
            return False
        if self.around.in_quotation(position) or self.around.in_bracket(position):
            return False
        if self.around.region(position) in {"furniture", "caption", "header"}:
            return False
        if self.anchors.is_narrative:
            return self._continues_story(reading, days, value)
        if self._opens_sentence(position):
            return True
        return not tense.is_pluperfect(self.text, position, reading.end, self.lexicon.language)

    def _continues_story(self, reading: Reading, days: tuple[date, date], value: str) -> bool:
        """Whether a date of a history carries the story on: one inside a sentence that leaps does not."""
        focus = self.anchors.focus
        if focus is None or self._opens_sentence(reading.start):
            return True
        leap = days[0].year - focus.days[0].year
        if abs(leap) > FAR_LEAP:
            return False
        if leap > 0 and tense.direction_of(self.text, reading.start, reading.end, self.lexicon.language) == "future":
            return False
        return precision_of(value) != "year" or leap in {0, 1}

    def _opens_sentence(self, position: int) -> bool:
        before = self.text[max(0, position - OPENING) : position]
        start = max(before.rfind(". "), before.rfind("\n"), before.rfind("! "), before.rfind("? "))
        return start >= 0 or position < OPENING

    def _move_focus(self, reading: Reading, timex: Timex) -> None:
        if timex.moves_focus or timex.value.startswith("BC"):
            self.anchors.move(timex.value, reading.end)
        if timex.rule_id.endswith("date.unanchored"):  # what follows counts from a day whose year nothing tells
            self.anchors.focus = self.anchors.day_focus = self.anchors.last = self.last_day = None
            self.told.days.clear()
        last = self.anchors.last
        same = last is not None and reading.start - last.end <= 2 and last.value.startswith(f"{timex.value}T")
        if timex.date_start and timex.date_end and not same:
            self.anchors.last = Focus(timex.value, (timex.date_start, timex.date_end), reading.end)
            if reading.kind == "date" and reading.month:
                self.anchors.month_told = self.anchors.last
        if timex.date_start and timex.date_start == timex.date_end and not self.around.in_bracket(reading.start):
            self.last_day = (reading.end, timex.date_start, timex.anchor_kind)
            self.last_part = reading.part
            is_voiced = not timex.is_deadline and not self.around.in_quotation(reading.start)
            if is_voiced and self.around.region(reading.start) not in {"furniture", "caption", "header"}:
                self.told.add(reading.start, reading.end, timex.date_start, is_counted=reading.base == "focus")
