"""Days that hang on another event: "deux jours après le sommet", "on the eve of the talks"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.actors.tokens import tokenise
from transforms.actors.words import split_words, title_words
from transforms.events.elsewhere import FIRST_WORD
from transforms.events.lengths import day_counted
from transforms.events.lexicon import Lexicon
from transforms.events.linking import may_be_same_event, participant_keys
from transforms.events.taking import on_day
from transforms.records import EventRelation, Mention, Timex

_EVENT = 80
_EVENT_END = re.compile(r"[.,;:!?\n()«»\"]")
_APPOSED = 6
_LONG = 28
"""Days from which on a distance is told in months or years, which no day follows from."""
_NOUN_REACH = 4
_LEAD = 10
"""Words at the head of a sentence that may name the day of a journey."""
_NEWS = timedelta(days=3)
_STEPS = {"eves": -1, "morrows": 1, "hours_apart": 0}


@dataclass(frozen=True, slots=True)
class Distance:
    """Words at `start` that put something `days` after (before: negative) the event named between two offsets.

    `is_of_noun`: only a noun can name it ("zwei Tage nach dem Unglück reiste er"). Up to `told_until` it is told when
    that was ("le sommet, tenu le 8 juin,").
    """

    start: int
    days: int
    event_start: int
    event_end: int
    is_of_noun: bool
    told_until: int

    def names(self, mention: Mention) -> bool:
        """Whether a mention is the event that the distance is counted from."""
        is_inside = mention.text_field == "text" and self.event_start <= mention.trigger_start < self.event_end
        return is_inside and (mention.is_noun or not self.is_of_noun)

    @property
    def is_long(self) -> bool:
        """Whether it is told in months or years."""
        return abs(self.days) >= _LONG

    def holds(self, timex: Timex) -> bool:
        """Whether an expression is the event's: among its words, or behind it ("un an après le sommet, le 3 mai,")."""
        is_apposed = self.is_long and 0 <= timex.start - self.event_end <= _APPOSED and timex.text[-1:].isdigit()
        return is_apposed or self.event_start <= timex.start < self.told_until


def find_distances(mentions: Sequence[Mention], timexes: Sequence[Timex], lexicon: Lexicon) -> list[Distance]:
    """The distances told in the sentences of some mentions: counts of days, eves and morrows of events, hours."""
    sentences = {m.char_start: m.sentence_text for m in mentions if m.text_field == "text"}
    found: list[Distance] = []
    for timex in timexes:
        if relation := timex.relation:
            bounds = _event_within(relation, sentences, lexicon)
            offset = max((at for at in sentences if at <= bounds[0]), default=0)
            until = offset + _told_until(sentences.get(offset, ""), bounds[1] - offset, lexicon)
            found.append(Distance(timex.start, relation.offset_days, *bounds, lexicon.verb_final, until))
    for offset, sentence in sentences.items():
        tokens = tokenise(sentence, 0, len(sentence))
        lows = [token.low for token in tokens]
        for table, days in _STEPS.items():
            for at in range(len(lows)):
                if (match := lexicon.tables[table].find(lows, at)) and match[0] < len(tokens):
                    first = tokens[match[0]].start
                    stop = _EVENT_END.search(sentence, first, first + _EVENT)
                    last = stop.start() if stop else min(len(sentence), first + _EVENT)
                    start, until = offset + tokens[at].start, offset + _told_until(sentence, last, lexicon)
                    found.append(Distance(start, days, offset + first, offset + last, lexicon.verb_final, until))
    return found


def _told_until(sentence: str, end: int, lexicon: Lexicon) -> int:
    """Where the words end that say when an event took place, behind the comma that follows its name."""
    if sentence[end : end + 1] != ",":
        return end
    opener = FIRST_WORD.match(sentence, end)
    if opener is None or opener[1].lower() not in lexicon.groups["happened"]:
        return end
    closing = sentence.find(",", opener.end())
    return closing if closing >= 0 else len(sentence)


def _event_within(relation: EventRelation, sentences: Mapping[int, str], lexicon: Lexicon) -> tuple[int, int]:
    """Where the event of a relation is named: up to the verb, where that may stand right behind it."""
    offset = max((at for at in sentences if at <= relation.event_start), default=None)
    if offset is None or not lexicon.verb_final:
        return relation.event_start, relation.event_end
    tokens = tokenise(sentences[offset], relation.event_start - offset, relation.event_end - offset)
    articles = title_words(lexicon.language).sets["articles"]
    noun = next((at for at, token in enumerate(tokens) if token.is_capital), len(tokens))
    for at in range(noun + 1, len(tokens)):
        is_linked = tokens[at].low in articles or lexicon.prepositions.find([tokens[at].low], 0) is not None
        if not tokens[at].is_capital and not is_linked:
            return relation.event_start, offset + tokens[at].start
    return relation.event_start, relation.event_end


def solve_distances(
    mentions: Sequence[Mention],
    distances: Sequence[Distance],
    timexes: Sequence[Timex],
    published: date | None,
    lexicon: Lexicon,
) -> list[Mention]:
    """Date events by their distance from others, both ways; each distance dates only what has no day of its own.

    The event counted from may have its day in its own words, where it was told before ("the session", "son tête-à-tête
    avec X"), or from the day beside the distance, which is the story's where its sentence names none.

    Args:
        mentions: all mentions of a text, as far as dated.
        distances: what their sentences tell of distances.
        timexes: the expressions of the text.
        published: the day of the document, if known.
        lexicon: words of its language.
    """
    solved = list(mentions)
    for distance in distances:
        offset = timedelta(days=distance.days)
        told = [i for i, m in enumerate(solved) if distance.names(m)]
        others = [i for i, m in enumerate(solved) if i not in told and _tells(m, distance)]
        named = next((t.date_start for t in timexes if distance.holds(t) and _is_day(t)), None)
        named = named or _told_before(distance, solved, lexicon)
        anchor = None if named else _day_beside(distance, mentions, timexes)
        anchor = anchor or (None if named or not told else _story_day(distance, mentions, timexes, published))
        for i in told:
            if anchor and solved[i].date_basis in (None, "sentence", "clause"):
                solved[i] = on_day(solved[i], anchor - offset, "relation")
        for i in others:
            day = next((solved[j].date_start for j in told if solved[j].date_start), named)
            if solved[i].date_basis is None and day and not distance.is_long:
                solved[i] = on_day(solved[i], day + offset, "relation")
    return solved


def _told_before(distance: Distance, mentions: Sequence[Mention], lexicon: Lexicon) -> date | None:
    """The day of the event that a distance counts from, where the text told it before by the same noun or people.

    Of an event of several days, the first for what was before it, the last for what came after it.
    """
    sentence = next((m for m in mentions if _tells(m, distance)), None)
    if sentence is None:
        return None
    first = sentence.char_start
    lows = split_words(sentence.sentence_text[distance.event_start - first : distance.event_end - first])
    noun = next((low for at, low in enumerate(lows[:_NOUN_REACH]) if lexicon.nouns.find(lows, at)), None)
    own = [m for m in mentions if distance.names(m)]
    before = [m for m in mentions if m.date_start and m.text_field == "text" and m.trigger_start < first]
    same = [m for m in before if noun and noun in split_words(m.trigger_text)]
    same = [m for m in before if any(may_be_same_event(one, m) for one in own)] or (same if not own else [])
    if not same and not own and noun and before and _is_of_kind(before[-1], noun, lexicon):
        same = before[-1:]
    days = {m.date_start if distance.days < 0 else m.date_end for m in same}
    return days.pop() if len(days) == 1 else None


def _is_of_kind(mention: Mention, noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun names events of a mention's type."""
    found = lexicon.nouns.find([noun], 0)
    return found is not None and any(form.frame.event_type == mention.event_type for form in found[1])


def _story_day(
    distance: Distance, mentions: Sequence[Mention], timexes: Sequence[Timex], published: date | None
) -> date | None:
    """The day of the news that the text told last before a distance, or the document's own where it opens with it."""
    beside = [m for m in mentions if _tells(m, distance)]
    sentence = beside[0] if beside else None
    if published is None or sentence is None or any(m.is_background or m.status != "held" for m in beside):
        return None
    days = [t.date_start for t in timexes if _is_day(t) and t.moves_focus and t.start < sentence.char_start]
    news = [day for day in days if day and published - _NEWS <= day <= published]
    return news[-1] if news else (None if days else published)


def _tells(mention: Mention, distance: Distance) -> bool:
    return mention.text_field == "text" and mention.char_start <= distance.start < mention.char_end


def _is_day(timex: Timex) -> bool:
    return timex.relation is None and timex.date_start is not None and timex.date_start == timex.date_end


def _day_beside(distance: Distance, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> date | None:
    """The day that stands beside a distance in its sentence ("jeudi, deux jours après …")."""
    bounds = next(((m.char_start, m.char_end) for m in mentions if _tells(m, distance)), (0, 0))
    near = [t for t in timexes if _is_day(t) and not distance.holds(t) and bounds[0] <= t.start < bounds[1]]
    return min(near, key=lambda t: abs(t.start - distance.start)).date_start if near else None


def on_day_of_journey(mention: Mention, mentions: Sequence[Mention], lexicon: Lexicon) -> Mention:
    """What a sentence puts on a day of the journey told before it of the same people ("Le deuxième jour, il …").

    Args:
        mention: one that no words of its own date.
        mentions: all mentions of the text, as far as dated.
        lexicon: words of its language.
    """
    is_journey = mention.event_type == "visit" and mention.is_noun  # whose day it is
    if mention.date_basis is not None or mention.text_field != "text" or is_journey:
        return mention
    lead = split_words(mention.sentence_text[: mention.trigger_start - mention.char_start])[:_LEAD]
    count, keys = day_counted(lead, lexicon), participant_keys(mention)
    before = [m for m in mentions if m.event_type == "visit" and m.date_start and m.char_end <= mention.char_start]
    journey = next((m for m in reversed(before) if keys & participant_keys(m)), None)
    if count is None or journey is None or journey.date_start is None or journey.date_end is None:
        return mention
    day, is_long = journey.date_start + timedelta(days=count - 1), journey.date_end > journey.date_start
    return mention if is_long and day > journey.date_end else on_day(mention, day, "relation")
