"""When a mention happened: which date expression dates it, and what stands in where none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from transforms.events.afterwards import by_sentence_after
from transforms.events.attachment import day_of_clause, own_expression
from transforms.events.elsewhere import is_postponed
from transforms.events.focus import continues_story
from transforms.events.headings import date_by_headings
from transforms.events.labels import by_label
from transforms.events.lengths import until_last_day, until_limit, up_to_end, with_length
from transforms.events.lexicon import Lexicon
from transforms.events.linking import may_be_same_event, participant_keys
from transforms.events.putoff import on_new_day
from transforms.events.read_lexicon import load_lexicon
from transforms.events.relations import Distance, find_distances, on_day_of_journey, solve_distances
from transforms.events.sharing import share_context
from transforms.events.since import going_on_since
from transforms.events.spans import as_told, looking_ahead, tells_the_past, tells_what_comes
from transforms.events.spoken import is_spoken
from transforms.events.story import Story
from transforms.events.taking import dated_like, take
from transforms.events.undated import by_context, like_plan_beside, within_journey
from transforms.identity import date_expression_id
from transforms.records import Document, Mention, Timex

DATE_BASES: dict[str, str] = {
    "clause": "an expression in the clause of the trigger",
    "sentence": "an expression elsewhere in the sentence",
    "heading": "the day that heads its section of an agenda, or alone stands before its sentences",
    "same_event": "another mention of the same event in the document",
    "relation": "solved from the distance to another event",
    "focus": "the day that the narrative had reached",
    "document_day": "the lede of a dated document without date words: its day",
    "news_day_bounds": "undated news: the day of the document or the day before, as bounds",
    "spoken": "told in a speech or an answer without a day: not after the day of speech",
    "yearless": "a day and month in the clause whose year nothing tells",
    "clause_bounds": "a vague expression in the clause, as bounds",
    "plan_undated": "a plan without a day: not before the document's day",
    "plan_unconfirmed": "a plan for a day before the document's: what became of it is not told",
    "background": "told as past context without a date of its own",
    "conditional": "denied, proposed or hypothetical, without a date of its own",
    "no_anchor": "no date in the text and no day of publication",
}
_SHORT = frozenset({"day", "part", "minute", "hour", "second"})
_TO_COME = frozenset({"planned", "proposed"})
_ENCOUNTERS = frozenset({"meeting", "call"})


def date_mentions(
    document: Document, mentions: Sequence[Mention], timexes: Sequence[Timex], title_timexes: Sequence[Timex] = ()
) -> list[Mention]:
    """Date each mention of one document, in the order given.

    Own words come first (clause, then sentence), then relations to other events, other mentions of the same event,
    the narrative focus, the document's day. A mention that nothing dates keeps empty dates and the reason in
    `date_basis` (see `DATE_BASES`). A mention told as held whose day lies after the document's becomes planned.

    Args:
        document: its `published_on` dates ledes; the clock is never read.
        mentions: mentions of its text and title.
        timexes: the resolved expressions of its text.
        title_timexes: those of its title.
    """
    if not mentions:  # as in every document of a language without words
        return []
    lexicon = load_lexicon(document.language)
    dates = [timex for timex in timexes if timex.type in ("DATE", "TIME")]
    usable = [timex for timex in dates if not timex.is_deadline]
    in_text = [mention for mention in mentions if mention.text_field == "text"]
    in_title = [mention for mention in mentions if mention.text_field == "title"]
    told = {m.mention_id: m for m in _by_words(document, in_text, timexes, lexicon)}
    told |= {m.mention_id: m for m in _by_title(document, in_title, title_timexes, lexicon)}
    dated = [told[mention.mention_id] for mention in mentions]
    opening = _first_day(document, usable)
    dated = [_by_same_event(mention, dated, opening) for mention in dated]
    story = Story(document, dated, dates, lexicon)
    dated = [like_plan_beside(mention, story) for mention in dated]
    story, is_in_speech = Story(document, dated, usable, lexicon), is_spoken(document)
    dated = [by_context(mention, story, is_in_speech=is_in_speech) for mention in dated]
    dated = [until_limit(document, until_last_day(mention, timexes), timexes) for mention in dated]
    story = Story(document, dated, usable, lexicon)
    dated = [within_journey(mention, story) for mention in dated]
    return share_context([_settled(document, mention) for mention in dated])


def _by_words(
    document: Document, mentions: Sequence[Mention], timexes: Sequence[Timex], lexicon: Lexicon
) -> list[Mention]:
    """The mentions of a text that its own words date: clause, sentence, section, length, distances."""
    dates = [timex for timex in timexes if timex.type in ("DATE", "TIME")]
    usable = [timex for timex in dates if not timex.is_deadline]
    distances = find_distances(mentions, timexes, lexicon)
    dated = [_by_own_words(document, mention, mentions, timexes, distances, lexicon) for mention in mentions]
    story = Story(document, dated, usable, lexicon)
    dated = [by_sentence_after(mention, story) for mention in dated]
    dated = [by_label(mention, story) for mention in dated]
    dated = date_by_headings(document, dated, timexes)
    dated = [with_length(mention, timexes, usable, document.language) for mention in dated]
    dated = [looking_ahead(document, mention, dates) for mention in dated]
    dated = [going_on_since(mention, timexes, document.text, document.published_on, lexicon) for mention in dated]
    dated = [up_to_end(mention, timexes, document.published_on) for mention in dated]
    dated = solve_distances(dated, distances, timexes, document.published_on, lexicon)
    return [on_day_of_journey(mention, dated, lexicon) for mention in dated]


def _by_title(
    document: Document, mentions: Sequence[Mention], timexes: Sequence[Timex], lexicon: Lexicon
) -> list[Mention]:
    """The mentions of the title that its own words date: the title is read like a text of one or two sentences."""
    headline = replace(document, text=document.title or "", title=None, regions=())
    own = {
        date_expression_id(document.document_id, "text", t.start, t.end): date_expression_id(
            document.document_id, "title", t.start, t.end
        )
        for t in timexes
    }
    dated = _by_words(headline, [replace(mention, text_field="text") for mention in mentions], timexes, lexicon)
    return [replace(m, text_field="title", date_expression_id=own.get(m.date_expression_id or "")) for m in dated]


def _by_own_words(
    document: Document,
    mention: Mention,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    distances: Sequence[Distance],
    lexicon: Lexicon,
) -> Mention:
    """The expression of the clause, else one that leads the sentence; of a plan put off, its new day."""
    apart = [distance for distance in distances if not distance.names(mention)]
    usable = [t for t in timexes if _can_date(t) and not any(distance.holds(t) for distance in apart)]
    published = document.published_on
    if published is not None and tells_the_past(mention, document.language):
        usable = [as_told(mention, timex, mentions, published, document.language) for timex in usable]
        usable = [timex for timex in usable if timex.date_start is None or timex.date_start <= published]
    if published is not None and tells_what_comes(mention, document.language):
        usable = [timex for timex in usable if not _is_gone_by(timex, published)]
    if is_postponed(mention, lexicon):
        return on_new_day(mention, mentions, usable, document.text, lexicon)
    found = own_expression(mention, mentions, usable, document.text, lexicon)
    if found and found[1] == "clause":
        return mention if continues_story(mention, found[0]) else take(mention, *found)
    if day := day_of_clause(mention, timexes, document.text, lexicon):
        return take(mention, day, "clause")
    if found:
        return replace(take(mention, *found), confidence=round(mention.confidence - 0.1, 2))
    return mention


def _can_date(timex: Timex) -> bool:
    """Whether an expression may say when: a date, a time, or an uncounted span up to now ("ces derniers jours")."""
    is_span = timex.date_not_before is not None and timex.value.startswith(("PX", "PTX"))
    return timex.type in ("DATE", "TIME") or is_span


def _is_gone_by(timex: Timex, published: date) -> bool:
    """Whether a date told with its year lies before the day of the news."""
    return timex.anchor_kind == "absolute" and timex.date_end is not None and timex.date_end < published


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
        is_dated = other.date_basis is not None and (other.date_start or other.date_not_before or other.yearless_day)
        if other is not mention and is_dated and _tells_of(other, mention):
            return dated_like(mention, other, "same_event")
    return mention


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


def _settled(document: Document, mention: Mention) -> Mention:
    day = document.published_on
    if day is None or mention.date_start is None:
        return mention
    if mention.status == "held" and mention.date_start > day:
        return replace(mention, status="planned")
    is_long = mention.date_precision not in _SHORT and mention.date_end is not None
    if mention.status in _TO_COME and is_long and mention.date_start < day <= (mention.date_end or day):
        return replace(mention, date_start=day)  # "later this week", "this month"
    if mention.status == "planned" and mention.date_end and mention.date_end < day:
        if mention.status_text == mention.trigger_text:  # only framed by what is to come
            return replace(mention, status="held", status_text=None)
        return replace(mention, date_basis="plan_unconfirmed")
    return mention
