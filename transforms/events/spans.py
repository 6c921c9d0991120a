"""Correct the day of a mention by its own words: weekdays and days of the year that lie ahead or behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.actors.tokens import tokenise
from transforms.actors.words import split_words
from transforms.dates.tense import tense_tables
from transforms.events.attributions import tells_past_itself
from transforms.events.elsewhere import is_postponed
from transforms.events.read_lexicon import load_lexicon
from transforms.records import Document, Mention, Timex

_YEAR = re.compile(r"\d{4}")
_FRAME_REACH = 3
_MIDWEEK = 3
_BEGUN_REACH = 3
_LAST_WEEKDAYS = (".weekday.past", ".weekday.this")


def is_left(mention: Mention, timex: Timex, language: str) -> bool:
    """Whether a day is the one from which a plan was put off ("moved from Monday to Wednesday")."""
    lexicon = load_lexicon(language)
    lead = split_words(mention.sentence_text[: timex.start - mention.char_start])[-1:]
    return is_postponed(mention, lexicon) and not lexicon.groups["left_days"].isdisjoint(lead)


def looking_ahead(document: Document, mention: Mention, timexes: Sequence[Timex]) -> Mention:
    """A bare weekday under a future verb is the next one, also where the expression alone reads as the last one.

    What is told in the present for the weekday that the document appears on is still to come ("meets on Thursday").
    """
    day, start = document.published_on, mention.date_start
    if day is None or start is None:
        return mention
    own = (start, mention.date_end)
    sentence = [t for t in timexes if mention.char_start <= t.start < mention.char_end]
    inside = [t for t in sentence if t.date_start == own[0] or (t.date_end and t.date_end == own[1])]
    if _is_former_plan(mention, document.language) and any(is_near_weekday(t) for t in inside):
        nearest = nearest_weekday(start, day)
        return _moved(mention, nearest, nearest + ((mention.date_end or start) - start))
    is_of_past = mention.status == "held" and mention.date_basis == "sentence"
    is_of_past = is_of_past and tells_past_itself(mention, document.language)
    if start > day or is_of_past or not _looks_ahead(document, mention):
        return mention
    if start == day:
        is_coming = mention.status == "held" and any(_is_bare_weekday(t) or _is_of_today(t) for t in inside)
        is_coming = is_coming and not tells_past_itself(mention, document.language)
        return replace(mention, status="planned") if is_coming else mention
    if any(timex.rule_id.endswith(_LAST_WEEKDAYS) for timex in inside) and day - start < timedelta(days=7):
        if any(_has_begun(mention, timex, document.language) for timex in inside):
            return replace(mention, status="held")
        return _moved(mention, start + timedelta(days=7), (mention.date_end or start) + timedelta(days=7))
    is_yearless = any(not _YEAR.search(timex.text) and timex.rule_id.endswith(".date.past") for timex in inside)
    if is_yearless and _has_finite_future(mention, document.language) and mention.date_end:
        return _moved(mention, *(_next_year(bound) for bound in (start, mention.date_end)))
    return mention


def _has_begun(mention: Mention, timex: Timex, language: str) -> bool:
    """Whether an event is told to have begun on a day ("poursuivra demain sa tournée, commencée dimanche")."""
    lead = split_words(mention.sentence_text[: max(0, timex.start - mention.char_start)])[-_BEGUN_REACH:]
    begun = load_lexicon(language).tables["begun"]
    return any(begun.find(lead, at) for at in range(len(lead)))


def as_told(mention: Mention, timex: Timex, mentions: Sequence[Mention], published: date, language: str) -> Timex:
    """A bare weekday that some word of the clause moved ahead is the last one where the event has happened.

    For what "for" leads it is still to come ("called them in for Monday"), and so it is behind the verb of a plan
    ("has spoken to X and will meet him on Friday").
    """
    beside = (m for m in mentions if m.char_start == mention.char_start and m.text_field == "text")
    if any(m.status == "planned" and mention.trigger_end <= m.trigger_start <= timex.start for m in beside):
        return timex
    if mention.sentence_text[: max(0, timex.start - mention.char_start)].endswith(tense_tables(language).aims):
        return timex
    week, day = timedelta(days=7), timex.date_start
    if day is None or not timex.rule_id.endswith(".weekday.future") or not published < day <= published + week:
        return timex
    return replace(timex, date_start=day - week, date_end=(timex.date_end or day) - week)


def nearest_weekday(day: date, to: date) -> date:
    """The day of the same weekday that lies nearest to another."""
    ahead = (day - to).days % 7
    return to + timedelta(days=ahead if ahead <= _MIDWEEK else ahead - 7)


def is_near_weekday(timex: Timex) -> bool:
    """Whether an expression names a weekday without saying which, alone or with "this"."""
    return _is_bare_weekday(timex) or timex.rule_id.endswith((".weekday.this", ".weekday.this_future"))


def _is_bare_weekday(timex: Timex) -> bool:
    return timex.rule_id.endswith((".weekday.past", ".weekday.future"))


def _is_of_today(timex: Timex) -> bool:
    """Whether an expression says "today": what the present tense tells of it is the day's programme."""
    return timex.rule_id.endswith(".relative.deictic")


def _is_former_plan(mention: Mention, language: str) -> bool:
    """Whether a mention tells what was to be: its weekday is the one nearest to the document's day."""
    if mention.status == "cancelled":
        return True
    if mention.status != "planned":
        return False
    lexicon = load_lexicon(language)
    lead = split_words(mention.sentence_text[: mention.trigger_start - mention.char_start])[-1:]
    was_expected = mention.is_verb and not lexicon.auxiliaries["be_past"].isdisjoint(lead)  # "était attendue mercredi"
    return was_expected or not lexicon.groups["former"].isdisjoint(split_words(mention.status_text or ""))


def _moved(mention: Mention, start: date, end: date) -> Mention:
    return replace(mention, date_start=start, date_end=end)


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _frames(mention: Mention, language: str) -> bool:
    lead = mention.sentence_text[: mention.trigger_start - mention.char_start]
    lows = [token.low for token in tokenise(lead, 0, len(lead))]
    during = load_lexicon(language).tables["during"]
    return any(during.find(lows, at) for at in range(max(0, len(lows) - _FRAME_REACH), len(lows)))


def _has_finite_future(mention: Mention, language: str) -> bool:
    """Whether the text plans the event: not a present tense, which may tell the past."""
    return mention.status == "planned" and _tense_looks_ahead(mention, language)


def _looks_ahead(document: Document, mention: Mention) -> bool:
    """Whether the text speaks of what is to come: a plan, or the present tense beside a bare weekday.

    A noun that frames something else ("after talks on Friday, he returns") does not.
    """
    if mention.is_noun and mention.status in ("proposed", "hypothetical"):
        return True
    if mention.is_bare_noun:
        if _frames(mention, document.language):
            return False
        if mention.status == "held" and mention.text_field == "text":
            return not tells_past_itself(mention, document.language)
    return _tense_looks_ahead(mention, document.language)


def tells_the_past(mention: Mention, language: str) -> bool:
    """Whether a mention's own verb stands in the past, so that no day to come can be its day."""
    tenses = _tenses(mention, language) if mention.is_verb else set()
    is_past = mention.status == "held" and bool(tenses) and tenses <= {"past", "participle"}
    return is_past and not _may_be_ahead(mention, language)


def tells_what_comes(mention: Mention, language: str) -> bool:
    """Whether a mention's own verb can only stand in the future, so that no day gone by can be its day."""
    return mention.is_verb and mention.status == "planned" and _tenses(mention, language) == {"future"}


def _may_be_ahead(mention: Mention, language: str) -> bool:
    """Whether the auxiliary of a participle leaves open that it lies ahead ("são recebidos na sexta", "aura reçu")."""
    lead = split_words(mention.sentence_text[: mention.trigger_start - mention.char_start])[-1:]
    tables = tense_tables(language)
    return not (tables.passive_present | tables.future_perfect).isdisjoint(lead)


def _tense_looks_ahead(mention: Mention, language: str) -> bool:
    tenses = _tenses(mention, language)
    if mention.status == "planned":
        is_told = mention.status_text is not None or not tells_past_itself(mention, language)
        return tenses != {"infinitive"} or is_told  # "travels to Rome on Friday to confer with X"
    if tenses == {"conditional"}:  # what "would" be, hearsay or told by somebody, is still to come
        return True
    if "present" in tenses and load_lexicon(language).verb_final and not tells_past_itself(mention, language):
        tenses -= {"participle"}  # "besucht" is either
    is_told = mention.status == "held" and "present" in tenses and tenses <= {"present", "infinitive"}
    return is_told and not _has_marker(mention, language)


def _has_marker(mention: Mention, language: str) -> bool:
    """Whether the mark of an infinitive stands before a verb that the present writes alike ("flew to meet X")."""
    lead = mention.sentence_text[: mention.trigger_start - mention.char_start]
    return not load_lexicon(language).groups["infinitive_markers"].isdisjoint(lead.lower().split()[-1:])


def _tenses(mention: Mention, language: str) -> set[str]:
    """The tenses that the verb of a mention shows by its form."""
    words = mention.sentence_text[mention.clause_start - mention.char_start : mention.clause_end - mention.char_start]
    own = split_words(mention.trigger_text)
    table = load_lexicon(language).verbs
    told = table.find(own, 0)
    forms = told[1] if told else ()
    if not forms:  # a further round of one verb: "and on Tuesday to Paris"
        lows = [token.low for token in tokenise(words, 0, len(words))]
        forms = tuple(form for at in range(len(lows)) if (found := table.find(lows, at)) for form in found[1])
    return {form.tense for form in forms if form.frame.frame_id == mention.frame_id}
