"""Every rule with its public id: the forms of the grammar in stated order, then how a form is resolved.

A timex carries the id of the rule that gave its value, after the language whose words were read
(`fr.weekday.past`) or after `core` where no words of a language mattered.
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.dates.grammar import GRAMMAR


@dataclass(frozen=True)
class RuleCard:
    """A rule as documentation shows it."""

    id: str
    description: str
    is_form: bool


RESOLUTIONS: tuple[tuple[str, str], ...] = (
    ("core.bracket_wins", "a date in brackets after a weekday is the day; a weekday that disagrees lowers confidence"),
    ("core.dateparser", "language without a grammar file: dateparser, guarded"),
    ("date.month_of_year", "day or month inside 'next year', 'de l'année dernière', 'of that year'"),
    ("date.day_of_month", "a day inside a named or relative month"),
    ("date.day_of_told_month", "'le 24': a day of the month that the text told before, or of the next"),
    ("date.day_nearest", "a day without month: the nearest month in which it (and its weekday) fits"),
    ("date.last", "'last June', 'le 27 juillet dernier': the latest before the anchor"),
    ("date.this", "'this June': the anchor's year"),
    ("date.next", "'décembre prochain': the first after the anchor"),
    ("date.weekday_agrees", "weekday and date without year: the nearest year in which they agree"),
    ("date.past", "no year, clause looks back: nearest year, ahead only if much nearer"),
    ("date.future", "no year, clause looks ahead: nearest year, back only if much nearer"),
    ("date.anchor_year", "no year, no sign of tense: the anchor's year, over New Year the nearer"),
    ("date.told_year", "no year: that which opens the sentence, has the same month there, or was told just before"),
    ("date.narrative_year", "no year in a history: the year that continues the story"),
    ("date.within_era", "a month of a year before Christ"),
    ("date.habit", "no year in a clause that tells what happens usually"),
    ("date.unanchored", "no year and no anchor"),
    ("range.shared_year", "first of two joined dates: takes the year of the second"),
    ("deictic.nowadays", "'Aujourd'hui, ...' opening a quoted sentence: nowadays"),
    ("deictic.unanchored", "today, yesterday with no day of speech"),
    ("narrative.unanchored", "the day before or after with no day told"),
    ("weekday.of_week", "weekday of a named week"),
    ("weekday.last", "'last Friday', 'vendredi dernier': the latest before the anchor"),
    ("weekday.next", "'next Monday', 'lundi prochain': the first after the anchor"),
    ("weekday.same", "'ce même lundi': the one told"),
    ("weekday.this", "'ce jeudi', clause looks back: latest on or before the anchor"),
    ("weekday.this_future", "'ce jeudi', clause looks ahead: first on or after the anchor"),
    ("weekday.this_week", "'this Thursday', no sign of tense: the one of the anchor's week"),
    ("weekday.past", "bare weekday: latest on or before the anchor, that day included"),
    ("weekday.future", "bare weekday, clause looks ahead: first after the anchor"),
    ("weekday.habit", "'le mercredi' outside the past: a habit"),
    ("weekday.of_story", "'le lundi' in the past, behind a day told: the first after it, up to the anchor"),
    ("weekday.narrative", "bare weekday in a history: first on or after the day told"),
    ("weekday.unanchored", "weekday with no anchor"),
    ("unit.last", "last day, week, month, quarter, year"),
    ("unit.this", "this day, week, month, quarter, year"),
    ("unit.next", "next day, week, month, quarter, year"),
    ("unit.shift", "the one before last, the one after next"),
    ("unit.running", "'the end of the year' in news: the unit under way"),
    ("unit.narrative", "that, same, previous, following unit: from the time told"),
    ("unit.same_of_year", "'the same month a year ago'"),
    ("unit.before_christ", "previous and following years before Christ count down and up"),
    ("unit.too_fine", "a unit finer than the time told: no guess"),
    ("unit.unanchored", "this, last, next unit with no anchor"),
    ("weekend.this", "'this weekend': the one just ended where the clause looks back, else the coming one"),
    ("shift.ago", "N units ago, to the unit spoken"),
    ("shift.in", "in N units, to the unit spoken"),
    ("shift.narrative", "N units later or earlier than the time told"),
    ("shift.from_date", "N units before or after a named day"),
    ("shift.speech_clock", "N hours or minutes from the hour of publication, where that is known"),
    ("shift.clock", "N hours or minutes later than the clock time told"),
    ("shift.hours", "hours and minutes ago with no clock time: vague"),
    ("shift.vague", "a vague number of units ago or ahead: bounds only"),
    ("shift.too_fine", "days after a time told only to the year: no guess"),
    ("shift.unanchored", "N units ago with no anchor"),
    ("quantity.within", "'in thirty minutes' in a clause that looks back: how long it took"),
    ("season.relative", "last, this, next season"),
    ("season.of_year", "a season of a relative year"),
    ("season.narrative", "a season in a history: the one that continues the story"),
    ("season.habit", "a season without year: any year's"),
    ("nth.of", "the n-th unit or weekday of a longer time"),
    ("nth.first_week", "the first week of a month"),
    ("nth.first_half", "the first half or fortnight of a month: the month"),
    ("nth.second_half", "the second half or fortnight of a month: the month"),
    ("nth.anchor_year", "a quarter or half without year: the latest begun, ahead if the clause is"),
    ("nth.unanchored", "a quarter or half with no anchor"),
    ("holiday.anchor", "a feast without year: nearest to the anchor as the clause looks"),
    ("holiday.unanchored", "a fixed feast with no anchor"),
    ("week.unanchored", "a week number with no year"),
    ("part.this", "this morning, last night: from the day of speech"),
    ("part.narrative", "a part of the day told"),
    ("part.unanchored", "a part of the day with no day"),
    ("clock.following_day", "a clock time right before its day"),
    ("clock.told_day", "a clock time takes the day told"),
    ("clock.unanchored", "a clock time with no day"),
)

RULES: tuple[RuleCard, ...] = (
    *(RuleCard(rule.id, rule.description, is_form=True) for rule in GRAMMAR),
    *(RuleCard(rule_id, description, is_form=False) for rule_id, description in RESOLUTIONS),
)
