"""The date of a mention that no words of its own date: the plan beside, the story's day, the day of its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.actors.tokens import tokenise
from transforms.actors.words import split_words
from transforms.dates.tense import clause_bounds, tells_past, tense_tables
from transforms.events.elsewhere import is_postponed, is_sequel
from transforms.events.focus import has_phrase, is_of_the_day, story_day
from transforms.events.lexicon import Lexicon
from transforms.events.linking import participant_keys
from transforms.events.spoken import is_told_in_speech
from transforms.events.story import Story
from transforms.events.taking import dated_like, on_day, take
from transforms.events.turns import asks_questions
from transforms.records import Document, Mention, Timex

_LEDE_CHARACTERS = 250
_NEWS = timedelta(days=3)
_WEEK = timedelta(days=7)
_REACH = 300
_AROUND = 500
_TELLING = 6
"""Letters of a word that two sentences share only if they tell of the same."""
_BREAK = 4
_OPENING = 12
"""Characters before the noun that opens a title ("Extraits d'un entretien")."""
_LASTING = frozenset({"deployment"})
"""Types of what goes on after it began."""


def like_plan_beside(mention: Mention, story: Story) -> Mention:
    """A plan without words of time on the day of the plan that its paragraph told last of one of its people.

    A journey may be of another day.
    """
    document = story.document
    is_timed = any(mention.char_start <= timex.start < mention.char_end for timex in story.timexes)
    is_open = mention.status == "planned" and mention.date_basis is None and mention.text_field == "text"
    if is_timed or not is_open or mention.event_type == "visit" or is_postponed(mention, story.lexicon):
        return mention
    keys = participant_keys(mention)
    before = [m for m in story.mentions if m.text_field == "text" and m.trigger_start < mention.trigger_start]
    for other in sorted((m for m in before if _is_to_come(document, m)), key=lambda m: -m.trigger_start):
        if "\n" in document.text[other.char_end : mention.char_start]:
            break
        if other.date_start and keys & participant_keys(other):
            return dated_like(mention, other, "focus")
    day = _only_day_ahead(document, mention, story.timexes) if mention.is_verb else None
    return take(mention, day, "focus") if day else mention


def _only_day_ahead(document: Document, mention: Mention, timexes: Sequence[Timex]) -> Timex | None:
    """The day to come that is the only one told before a mention in its paragraph."""
    told = [t for t in timexes if mention.char_start - _REACH <= t.start < mention.char_start]
    told = [t for t in told if "\n" not in document.text[t.end : mention.char_start]]
    days = {(t.date_start, t.date_end, t.is_deadline) for t in told}
    first = told[0] if len(days) == 1 else None
    if first is None or first.date_start is None or document.published_on is None or first.is_deadline:
        return None
    return first if document.published_on < first.date_start == first.date_end else None


def _is_to_come(document: Document, mention: Mention) -> bool:
    """Whether a mention tells what is planned, or in the present what lies ahead ("sbarca domenica in Sicilia")."""
    day, start = document.published_on, mention.date_start
    is_ahead = day is not None and start is not None and start > day
    return mention.status == "planned" or (mention.status == "held" and is_ahead)


def by_context(mention: Mention, story: Story, *, is_in_speech: bool) -> Mention:
    """What dates a mention from around it, or the reason that nothing does."""
    if mention.date_basis is not None:
        return mention
    document, mentions = story.document, story.mentions
    is_held = mention.status == "held"
    if is_held and document.published_on and _is_document_itself(mention, document):
        return on_day(mention, document.published_on, "document_day")
    if is_held and _is_state(document, mention):
        return replace(mention, date_not_after=document.published_on, date_basis="background")
    if is_held and (beside := _day_beside(mention, story)):
        return dated_like(mention, beside, "sentence" if beside.date_start else "yearless")
    if is_held and is_in_speech and document.published_on and _is_just_done(mention, story):
        return on_day(mention, document.published_on, "document_day")
    if is_held and is_in_speech and is_told_in_speech(mention):
        return replace(mention, date_not_after=document.published_on, date_basis="spoken")
    focus = story_day(mention, story) if is_held else None
    if focus:
        journey = next((m for m in mentions if _is_journey_over(m, focus)), None)
        return dated_like(mention, journey, "focus") if journey else take(mention, focus, "focus")
    if is_held and (before := _told_right_before(mention, story)):
        return dated_like(mention, before, "focus")
    is_today = is_of_the_day(mention, story)
    if mention.is_background and not (is_held and is_today):
        return replace(mention, date_basis="background")
    if mention.status == "planned":
        return _by_plan(mention, story, is_today=is_today)
    if not is_held:
        return replace(mention, date_basis="conditional")
    return _by_news(mention, story, is_today=is_today)


def _is_just_done(mention: Mention, story: Story) -> bool:
    """Whether who speaks says that it was a moment ago ("je viens de m'entretenir avec X")."""
    if mention.text_field != "text":
        return False
    lows = [token.low for token in tokenise(story.document.text, mention.clause_start, mention.clause_end)]
    return has_phrase(lows, story.lexicon, "just_now")


def _is_document_itself(mention: Mention, document: Document) -> bool:
    """Whether a document is the record of the interview or press conference that its title or its questions tell."""
    opens_title = mention.text_field == "title" and mention.trigger_start - mention.char_start <= _OPENING
    if opens_title and mention.event_type in ("interview", "press_conference"):
        return True
    return mention.event_type == "interview" and asks_questions(document)


def _by_plan(mention: Mention, story: Story, *, is_today: bool) -> Mention:
    """A plan without a day of its own: on the document's, on the only one that its sentence tells, or later."""
    published = story.document.published_on
    if published and is_today:
        return on_day(mention, published, "document_day")
    if ahead := _only_day_to_come(mention, story):
        return take(mention, ahead, "sentence")
    if beside := _plan_in_sentence(mention, story):
        return dated_like(mention, beside, "sentence")
    return replace(mention, date_basis="plan_undated", date_not_before=published)


def within_journey(mention: Mention, story: Story) -> Mention:
    """A plan without a day within the journey of one of its people that its paragraph told, as far as still ahead.

    Another journey may be of any day.
    """
    published = story.document.published_on
    journey = _journey_going_on(mention, story) if mention.date_basis == "plan_undated" else None
    if journey is None or journey.date_start is None or published is None:
        return mention
    return replace(dated_like(mention, journey, "focus"), date_start=max(journey.date_start, published))


def _journey_going_on(mention: Mention, story: Story) -> Mention | None:
    """The journey of several days, not over yet, that the paragraph of a plan told last of one of its people."""
    published, text = story.document.published_on, story.document.text
    is_timed = any(mention.char_start <= t.start < mention.char_end and not t.is_deadline for t in story.timexes)
    is_open = mention.event_type != "visit" and mention.text_field == "text" and not is_timed
    if published is None or not is_open or is_postponed(mention, story.lexicon):
        return None
    keys = participant_keys(mention)
    before = [m for m in story.mentions if m.text_field == "text" and m.trigger_start < mention.trigger_start]
    before = [m for m in before if m.event_type == "visit" and keys & participant_keys(m)]
    last = max(before, key=lambda m: m.trigger_start, default=None)
    if last is None or last.date_start is None or last.date_end is None or last.status not in ("held", "planned"):
        return None
    if last.char_start == mention.char_start and last.date_end == published:  # "is in Athens for talks with X"
        return last
    is_near = "\n" not in text[last.char_end : mention.char_start]
    return last if is_near and last.date_start < last.date_end and last.date_end >= published else None


def _only_day_to_come(mention: Mention, story: Story) -> Timex | None:
    """The only day told in the sentence of a plan, if it is still to come ("hosts the leaders today for a summit")."""
    day = story.document.published_on
    told = [t for t in story.timexes if mention.char_start <= t.start < mention.char_end and t.date_start]
    if day is None or mention.text_field != "text" or is_postponed(mention, story.lexicon):
        return None
    held = [m for m in story.mentions if m.char_start == mention.char_start and m.status == "held"]
    if any(m.clause_start <= t.start < m.clause_end for t in told for m in held):
        return None
    is_one = len({(t.date_start, t.date_end) for t in told}) == 1
    return told[0] if is_one and told[0].date_start == told[0].date_end and (told[0].date_start or day) >= day else None


def _plan_in_sentence(mention: Mention, story: Story) -> Mention | None:
    """What the sentence of a plan told before it for a day to come, of one of its people ("kommt Dienstag, will")."""
    before = [m for m in story.mentions if m.text_field == "text" and m.char_start == mention.char_start]
    before = [m for m in before if m.trigger_start < mention.trigger_start and _is_to_come(story.document, m)]
    told = [m for m in before if m.date_start and participant_keys(m) & participant_keys(mention)]
    is_timed = any(mention.clause_start <= t.start < mention.clause_end for t in story.timexes)
    return told[-1] if told and not is_timed and not is_postponed(mention, story.lexicon) else None


def _is_state(document: Document, mention: Mention) -> bool:
    """Whether something that lasts is told further down or in somebody's words: how things stand, no news."""
    return mention.event_type in _LASTING and (mention.is_quoted or not _is_lede(document, mention))


def _day_beside(mention: Mention, story: Story) -> Mention | None:
    """What the same people did, not only will do, on a told day in the sentence ("after Monday's talks, they …")."""
    text, lexicon = story.document.text, story.lexicon
    if mention.text_field != "text" or mention.is_background or is_sequel(mention, mention.char_end, text, lexicon):
        return None
    keys, published = participant_keys(mention), story.document.published_on
    beside = [m for m in story.mentions if m.text_field == "text" and m.char_start == mention.char_start]
    beside = [m for m in beside if m is not mention and not (published and m.date_start and m.date_start > published)]
    held = [m for m in beside if m.status == "held" and not m.is_background and keys & participant_keys(m)]
    return next((m for m in held if m.yearless_day or (m.date_start and m.date_start == m.date_end)), None)


def _told_right_before(mention: Mention, story: Story) -> Mention | None:
    """What the sentence right before tells of the same people, of a week, a month or a day long before the news.

    The story goes on from there ("est venu à Beyrouth la semaine dernière. Il s'y est entretenu avec …").
    """
    if mention.text_field != "text" or mention.is_quoted or story.document.published_on is None:
        return None
    if any(t.date_start and mention.char_start <= t.start < mention.char_end for t in story.timexes):
        return None
    before = [m for m in story.mentions if m.text_field == "text" and m.trigger_start < mention.trigger_start]
    last = max((m for m in before if m.date_start), key=lambda m: m.trigger_start, default=None)
    if last is None or last.status != "held" or last.is_background != mention.is_background:
        return None
    gap = story.document.text[last.char_end : mention.char_start]
    is_next = last.char_end <= mention.char_start and len(gap) <= _BREAK and "\n" not in gap
    return last if is_next and participant_keys(last) & participant_keys(mention) else None


def _is_journey_over(mention: Mention, day: Timex) -> bool:
    """Whether a day is the first or last of a journey: what happened on it lies somewhere within ("du 26 au 28")."""
    is_own = mention.char_start <= day.start < mention.char_end and mention.text_field == "text"
    is_long = mention.date_start is not None and mention.date_start != mention.date_end
    is_end = day.date_start in (mention.date_start, mention.date_end)
    return mention.event_type == "visit" and is_own and is_long and is_end


def _by_news(mention: Mention, story: Story, *, is_today: bool) -> Mention:
    """What is told as held without a day, by the day of its document."""
    day = story.document.published_on
    if day is None:
        return replace(mention, date_basis="no_anchor")
    if is_today:
        return on_day(mention, day, "document_day")
    if told := _only_day_around(mention, story):
        return take(mention, told, "focus")
    if news := _only_news_day(day, story.mentions):
        return on_day(mention, news, "focus")
    if _is_lede(story.document, mention):  # less sure than what the text tells with a day
        return replace(on_day(mention, day, "document_day"), confidence=round(mention.confidence - 0.2, 2))
    return replace(mention, date_not_before=day - timedelta(days=1), date_not_after=day, date_basis="news_day_bounds")


def _only_day_around(mention: Mention, story: Story) -> Timex | None:
    """The only day of the last week that the paragraph tells around a mention, in a sentence in the past tense.

    "Mgr X a débloqué la situation d'un coup de fil. Il a joint le porte-parole mardi."
    """
    document, lexicon = story.document, story.lexicon
    day, text = document.published_on, document.text
    if day is None or mention.text_field != "text":
        return None
    near = [t for t in story.timexes if abs(t.start - mention.char_start) <= _AROUND and t.date_start == t.date_end]
    near = [t for t in near if t.date_start and day - _WEEK <= t.date_start <= day]
    near = [t for t in near if "\n" not in text[min(t.start, mention.char_start) : max(t.end, mention.char_end)]]
    told = next(iter(near), None) if len({t.date_start for t in near}) == 1 else None
    if told is None or any(m.status != "held" and m.date_start == told.date_start for m in story.mentions):
        return None
    first, last = clause_bounds(text, told.start, told.end, tense_tables(document.language))
    clause = split_words(text[first : told.start].rpartition(",")[2])
    if clause and clause[0] in lexicon.groups["relatives"]:
        return None
    if told.start >= mention.char_end and not _goes_on_about(mention, text[first:last], lexicon):
        return None
    return told if tells_past(text[first:last], document.language) else None


def _goes_on_about(mention: Mention, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a later sentence tells of the same people or things: a pronoun or a word of the mention's sentence."""
    lows = [token.low for token in tokenise(sentence, 0, len(sentence))]
    told = {low for low in split_words(mention.sentence_text) if len(low) >= _TELLING}
    is_pointing = any(lexicon.tables["same_people"].find(lows, at) for at in range(len(lows)))
    return is_pointing or not told.isdisjoint(lows)


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
