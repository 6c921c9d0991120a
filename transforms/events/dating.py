"""When a mention happened: which date expression dates it, and what stands in where none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.events.attachment import day_of_clause, is_postponed, own_expression
from transforms.events.focus import continues_story, is_of_the_day, story_day
from transforms.events.headings import date_by_headings
from transforms.events.lexicon import Lexicon
from transforms.events.linking import may_be_same_event, participant_keys
from transforms.events.read_lexicon import load_lexicon
from transforms.events.relations import Distance, day_of_count, find_distances, solve_distances
from transforms.events.sharing import share_context
from transforms.events.spans import looking_ahead, tells_the_past, until_last_day, with_length
from transforms.events.spoken import is_spoken, is_told_in_speech
from transforms.identity import date_expression_id
from transforms.records import Document, Mention, Timex

DATE_BASES: dict[str, str] = {
    "clause": "an expression in the clause of the trigger",
    "sentence": "an expression elsewhere in the sentence",
    "heading": "the day that heads its section of an agenda",
    "same_event": "another mention of the same event in the document",
    "relation": "solved from the distance to another event",
    "focus": "the day that the narrative had reached",
    "document_day": "the lede of a dated document without date words: its day",
    "news_day_bounds": "undated news: the day of the document or the day before, as bounds",
    "spoken": "told in a speech or an answer without a day: not after the day of speech",
    "clause_bounds": "a vague expression in the clause, as bounds",
    "plan_undated": "a plan without a day: not before the document's day",
    "plan_unconfirmed": "a plan for a day before the document's: what became of it is not told",
    "background": "told as past context without a date of its own",
    "conditional": "denied, proposed or hypothetical, without a date of its own",
    "no_anchor": "no date in the text and no day of publication",
}
_LEDE_CHARACTERS = 250
_NEWS = timedelta(days=3)
_TENTHS = {"START": (1, 10), "MID": (10, 20), "END": (20, None)}
_ENCOUNTERS = frozenset({"meeting", "call"})


def date_mentions(document: Document, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> list[Mention]:
    """Date each mention of one document, in the order given.

    Own words come first (clause, then sentence), then relations to other events, other mentions of the same event,
    the narrative focus, the document's day. A mention that nothing dates keeps empty dates and the reason in
    `date_basis` (see `DATE_BASES`). A mention told as held whose day lies after the document's becomes planned.

    Args:
        document: its `published_on` dates ledes; the clock is never read.
        mentions: mentions of its text and title.
        timexes: the resolved expressions of its text.
    """
    if not mentions:  # as in every document of a language without words
        return []
    lexicon = load_lexicon(document.language)
    dates = [timex for timex in timexes if timex.type in ("DATE", "TIME")]
    usable = [timex for timex in dates if not timex.is_deadline]
    distances = find_distances(mentions, timexes, lexicon)
    dated = [_by_own_words(document, mention, mentions, timexes, distances, lexicon) for mention in mentions]
    dated = date_by_headings(document, dated, timexes)
    dated = [with_length(mention, timexes, usable, document.language) for mention in dated]
    dated = [looking_ahead(document, mention, dates) for mention in dated]
    dated = solve_distances(dated, distances, timexes)
    opening = _first_day(document, usable)
    dated = [_by_same_event(mention, dated, opening) for mention in dated]
    dated = [_like_plan_beside(document, mention, dated, dates, lexicon) for mention in dated]
    is_in_speech = is_spoken(document)
    dated = [_by_context(document, mention, dated, usable, lexicon, is_in_speech=is_in_speech) for mention in dated]
    dated = [until_last_day(mention, timexes) for mention in dated]
    return share_context([_settled(document, mention) for mention in dated])


def _take(mention: Mention, timex: Timex, basis: str) -> Mention:
    if timex.date_start is None:
        basis = "clause_bounds"
    day = day_of_count(timex)
    timex = _part_of_month(timex)
    return replace(
        mention,
        date_expression_id=date_expression_id(mention.document_id, mention.text_field, timex.start, timex.end),
        date_start=day or timex.date_start,
        date_end=day or timex.date_end,
        date_not_before=timex.date_not_before if timex.date_start is None else None,
        date_not_after=timex.date_not_after if timex.date_start is None else None,
        date_precision=timex.precision,
        date_basis=basis,
        starts_at=timex.starts_at,
        ends_at=timex.ends_at,
        utc_offset=timex.utc_offset,
    )


def _part_of_month(timex: Timex) -> Timex:
    """A month of which the beginning, middle or end is told, as those ten days or so ("fin novembre 2021")."""
    first, last = timex.date_start, timex.date_end
    if timex.mod not in _TENTHS or first is None or last is None or first.day != 1 or last.month != first.month:
        return timex
    start, end = _TENTHS[timex.mod]
    return replace(timex, date_start=first.replace(day=start), date_end=first.replace(day=end) if end else last)


def _by_own_words(
    document: Document,
    mention: Mention,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    distances: Sequence[Distance],
    lexicon: Lexicon,
) -> Mention:
    """The expression of the clause, else one that leads the sentence; of a postponed event only a new day counts."""
    if mention.text_field != "text":
        return mention
    apart = [distance for distance in distances if not distance.names(mention)]
    usable = [t for t in timexes if t.type in ("DATE", "TIME") and not any(distance.holds(t) for distance in apart)]
    published = document.published_on
    if published is not None and tells_the_past(mention, document.language):
        usable = [timex for timex in usable if timex.date_start is None or timex.date_start <= published]
    if is_postponed(mention, lexicon):
        moved = mention.char_start + mention.sentence_text.lower().rfind(mention.status_text or "")
        usable = [replace(timex, is_deadline=False) for timex in usable if timex.start > moved]
        mention = replace(mention, clause_end=mention.char_end)
    found = own_expression(mention, mentions, usable, document.text, lexicon)
    if found and found[1] == "clause":
        return mention if continues_story(mention, found[0]) else _take(mention, *found)
    if day := day_of_clause(mention, timexes, document.text, lexicon):
        return _take(mention, day, "clause")
    if found:
        return replace(_take(mention, *found), confidence=round(mention.confidence - 0.1, 2))
    return mention


def _first_day(document: Document, timexes: Sequence[Timex]) -> int:
    """Where the first day of the story is told, past datelines and headers."""
    apart = [r for r in document.regions if r.kind in ("dateline", "header", "furniture", "caption")]
    days = (t.start for t in timexes if t.moves_focus and t.date_start and t.date_start == t.date_end)
    return next((at for at in days if not any(r.start <= at < r.end for r in apart)), len(document.text))


def _by_same_event(mention: Mention, mentions: Sequence[Mention], opening: int) -> Mention:
    """What is told before the story's first day is dated further down; what is told after it, before."""
    if mention.date_basis is not None:
        return mention
    is_ahead = mention.text_field == "title" or mention.char_start <= opening
    for other in mentions:
        if not is_ahead and other.trigger_start > mention.trigger_start:
            continue
        is_dated = other.date_basis is not None and (other.date_start or other.date_not_before)
        if other is not mention and is_dated and _tells_of(other, mention):
            return _dated_like(mention, other, "same_event")
    return mention


def _dated_like(mention: Mention, other: Mention, basis: str) -> Mention:
    return replace(
        mention,
        date_start=other.date_start,
        date_end=other.date_end,
        date_not_before=other.date_not_before,
        date_not_after=other.date_not_after,
        date_precision=other.date_precision,
        date_basis=basis,
        starts_at=other.starts_at,
        ends_at=other.ends_at,
        utc_offset=other.utc_offset,
    )


def _day_beside(mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """What the same people did on a told day in the same sentence ("after Monday's talks, the two held …")."""
    if mention.text_field != "text" or mention.is_background:
        return None
    keys = participant_keys(mention)
    beside = [m for m in mentions if m.text_field == "text" and m.char_start == mention.char_start and m is not mention]
    held = [m for m in beside if m.status == "held" and not m.is_background and keys & participant_keys(m)]
    return next((m for m in held if m.date_start and m.date_start == m.date_end), None)


def _tells_of(other: Mention, mention: Mention) -> bool:
    """Whether a dated mention tells the event of another; what is called off is the plan told of the same people."""
    if mention.status == "cancelled" and other.status == "planned":
        return may_be_same_event(replace(mention, status="planned"), other)
    return may_be_same_event(mention, other) and _are_alike(mention, other)


def _are_alike(mention: Mention, other: Mention) -> bool:
    """Whether two mentions share the people that make them one event, two of them or all, and both are news or past."""
    own, others = participant_keys(mention), participant_keys(other)
    if mention.is_background != other.is_background and "title" not in (mention.text_field, other.text_field):
        return False
    return own == others or len(own & others) > 1 or mention.event_type not in _ENCOUNTERS


def _by_context(
    document: Document,
    mention: Mention,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    lexicon: Lexicon,
    *,
    is_in_speech: bool,
) -> Mention:
    if mention.date_basis is not None:
        return mention
    is_held = mention.status == "held"
    if is_held and (beside := _day_beside(mention, mentions)):
        return _dated_like(mention, beside, "sentence")
    if is_held and is_in_speech and is_told_in_speech(mention):
        return replace(mention, date_not_after=document.published_on, date_basis="spoken")
    focus = story_day(document, mention, mentions, timexes, lexicon) if is_held else None
    if focus:
        journey = next((m for m in mentions if _is_journey_over(m, focus)), None)
        return _dated_like(mention, journey, "focus") if journey else _take(mention, focus, "focus")
    if mention.is_background and not (is_held and is_of_the_day(document, mention, timexes, lexicon)):
        return replace(mention, date_basis="background")
    if mention.status == "planned":
        if document.published_on and is_of_the_day(document, mention, timexes, lexicon):
            return _on_day(mention, document.published_on)
        return replace(mention, date_basis="plan_undated", date_not_before=document.published_on)
    if not is_held:
        return replace(mention, date_basis="conditional")
    return _by_news(document, mention, mentions, is_today=is_of_the_day(document, mention, timexes, lexicon))


def _by_news(document: Document, mention: Mention, mentions: Sequence[Mention], *, is_today: bool) -> Mention:
    """What is told as held without a day, by the day of its document."""
    day = document.published_on
    if day is None:
        return replace(mention, date_basis="no_anchor")
    if is_today:
        return _on_day(mention, day)
    if news := _only_news_day(day, mentions):
        return replace(mention, date_start=news, date_end=news, date_precision="day", date_basis="focus")
    if _is_lede(document, mention):
        return _on_day(mention, day)
    return replace(mention, date_not_before=day - timedelta(days=1), date_not_after=day, date_basis="news_day_bounds")


def _on_day(mention: Mention, day: date) -> Mention:
    return replace(mention, date_start=day, date_end=day, date_precision="day", date_basis="document_day")


def _like_plan_beside(
    document: Document, mention: Mention, mentions: Sequence[Mention], timexes: Sequence[Timex], lexicon: Lexicon
) -> Mention:
    """A plan without words of time on the day of the plan that its paragraph told last of one of its people.

    A journey may be of another day.
    """
    is_timed = any(mention.char_start <= timex.start < mention.char_end for timex in timexes)
    is_open = mention.status == "planned" and mention.date_basis is None and mention.text_field == "text"
    if is_timed or not is_open or mention.event_type == "visit" or is_postponed(mention, lexicon):
        return mention
    keys = participant_keys(mention)
    for other in sorted(mentions, key=lambda m: -m.trigger_start):
        if other.text_field != "text" or other.status != "planned" or other.trigger_start >= mention.trigger_start:
            continue
        if "\n" in document.text[other.char_end : mention.char_start]:
            break
        if other.date_start and keys & participant_keys(other):
            return _dated_like(mention, other, "focus")
    return mention


def _is_journey_over(mention: Mention, day: Timex) -> bool:
    """Whether a day is the first or last of a journey: what happened on it lies somewhere within ("du 26 au 28")."""
    is_own = mention.char_start <= day.start < mention.char_end and mention.text_field == "text"
    is_long = mention.date_start is not None and mention.date_start != mention.date_end
    is_end = day.date_start in (mention.date_start, mention.date_end)
    return mention.event_type == "visit" and is_own and is_long and is_end


def _only_news_day(published: date, mentions: Sequence[Mention]) -> date | None:
    """The one day of the last days on which all that a document dates took place, None if there are several."""
    told = [m for m in mentions if m.status == "held" and not m.is_background and m.date_start]
    days = {m.date_start for m in told if m.date_start == m.date_end and m.date_start}
    recent = {day for day in days if published - _NEWS <= day <= published}
    return recent.pop() if len(recent) == 1 else None


def _is_lede(document: Document, mention: Mention) -> bool:
    if mention.text_field == "title":
        return True
    heads = [r for r in document.regions if r.kind in ("headline", "standfirst")]
    if any(region.start <= mention.char_start < region.end for region in heads):
        return True
    apart = ("headline", "standfirst", "furniture", "header", "dateline", "caption")
    before = len(document.text[: mention.char_start].strip())
    skipped = sum(
        min(r.end, mention.char_start) - r.start
        for r in document.regions
        if r.kind in apart and r.start < mention.char_start
    )
    return before - skipped < _LEDE_CHARACTERS


def _settled(document: Document, mention: Mention) -> Mention:
    day = document.published_on
    if day is None or mention.date_start is None:
        return mention
    if mention.status == "held" and mention.date_start > day:
        return replace(mention, status="planned")
    if mention.status == "planned" and mention.date_end and mention.date_end < day:
        return replace(mention, date_basis="plan_unconfirmed")
    return mention
