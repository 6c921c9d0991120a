"""Which date expressions of a mention's sentence belong to something else told there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.actors.tokens import Token, tokenise
from transforms.actors.words import split_words, title_words
from transforms.dates.lexicon import time_words
from transforms.dates.tense import tense_tables
from transforms.events.attributions import is_of_attribution, tells_past_itself
from transforms.events.lexicon import Lexicon
from transforms.records import Mention, Timex

LEAD = 80
"""Characters before an expression that may say whose it is."""
NEAR = 3
"""Words beside an expression that belong to it."""
_SINCE_REACH = 12
_GENITIVE = re.compile(r"(?:['’]s?)?\s(?:\w+[ -]){0,2}")
_PHRASE = 40
_LINK = 6
_NOUN_PHRASE = 5
_TALKS = frozenset({"meeting", "call", "summit", "visit", "negotiation", "conference", "ministerial"})
_QUOTES = frozenset("«»“”„\"")
FIRST_WORD = re.compile(r"[\s,]*([\w']+)")
"""The word that opens a clause, behind its comma."""


def belongs_elsewhere(mention: Mention, timex: Timex, timexes: Sequence[Timex], text: str, lexicon: Lexicon) -> bool:
    """Whether the words since the expression before give this one to something else."""
    before = max((t.end for t in timexes if t.end <= timex.start), default=0)
    lead = low_words(text, max(mention.char_start, before, timex.start - LEAD), timex.start)
    if ends_with(lead, lexicon, "other_instance"):
        return True
    if mention.status == "held" and stands_in(lead[-NEAR:], lexicon, "former_plan"):
        return timex.start < mention.trigger_start
    last = near_words(lead)
    was_planned = stands_in(last, lexicon, "former_plan") or not lexicon.groups["former"].isdisjoint(last)
    if was_planned and is_postponed(mention, lexicon) and not stands_in(last, lexicon, "postponed"):
        return True
    is_goal = bool(lead) and lexicon.prepositions.find(lead, len(lead) - 1) is not None  # "moved to 26 June"
    if mention.status != "held" and not is_goal and ends_with(lead, lexicon, "postponed"):  # the day it was put off
        return True
    behind = len(low_words(text, mention.trigger_end, timex.start)) if mention.trigger_end <= timex.start else NEAR
    near = lead[-min(NEAR, behind) :] if behind else ()
    is_told = stands_in(near_words(near), lexicon, "announcing") and not ends_with(lead, lexicon, "planned_for")
    is_told = is_told or is_of_attribution(mention, timex.start, lexicon.language)
    if (is_told and mention.status != "held") or _is_aside(mention, timex, text, lexicon):
        return True
    if _is_of_denial(mention, timex) or _is_outside_quotation(mention, timex, text):
        return True
    if mention.status in ("planned", "proposed") and _is_of_plan(mention, timex, lexicon):
        return True
    if _is_of_noun(mention, timex, text, lexicon):
        return True
    if timex.start <= mention.trigger_end:
        return False
    if is_sequel(mention, timex.start, text, lexicon):
        return True
    return _is_of_participle(mention, timex, text, lexicon) or _is_since(mention, timex, before, text, lexicon)


def is_sequel(mention: Mention, end: int, text: str, lexicon: Lexicon) -> bool:
    """Whether words behind a noun say what its event came after ("The visit follows talks on Monday")."""
    return mention.is_noun and stands_in(low_words(text, mention.trigger_end, end)[:_LINK], lexicon, "sequels")


def _is_of_denial(mention: Mention, timex: Timex) -> bool:
    """Whether an expression is the day on which an event was denied ("desmentiu ontem ter tido uma reunião")."""
    words = split_words(mention.status_text or "")
    told = split_words(mention.sentence_text[: max(0, timex.start - mention.char_start)])
    is_ahead = mention.status == "denied" and timex.end <= mention.trigger_start
    return is_ahead and bool(words) and told[-len(words) :] == words


def _is_outside_quotation(mention: Mention, timex: Timex, text: str) -> bool:
    """Whether an expression says when somebody said what he tells of (« Je l'ai vu », a-t-il dit mardi)."""
    if not mention.is_quoted or mention.text_field != "text":
        return False
    is_after = timex.start >= mention.trigger_end
    between = text[mention.trigger_end : timex.start] if is_after else text[timex.end : mention.trigger_start]
    return not _QUOTES.isdisjoint(between)


def is_owned(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression is part of a noun's own phrase ("Wednesday's summit", "le sommet de mercredi")."""
    if not mention.is_noun or mention.text_field != "text":
        return False
    if timex.end <= mention.trigger_start <= timex.end + _PHRASE:
        is_beside = _GENITIVE.fullmatch(text, timex.end, mention.trigger_start) is not None
        apart = lexicon.groups["definite"] | lexicon.groups["relatives"]
        return is_beside and apart.isdisjoint(low_words(text, timex.end, mention.trigger_start))
    between = text[mention.trigger_end : timex.start] if 0 < timex.start - mention.trigger_end <= _LINK else ""
    return between.strip().lower().replace("’", "'") in lexicon.groups["owning"]


def _is_of_noun(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression tells which accord, attack or speech is meant ("a reçu X après l'attentat du 3 mai").

    What happens at or during such an event shares its day, and so does what follows talks ("après le sommet du 3 mai").
    """
    tokens = list(_words(text, max(mention.char_start, timex.start - LEAD), timex.start))
    lows, noun = [token.low for token in tokens], len(tokens) - 2
    if noun < NEAR or lows[-1] not in lexicon.groups["owning"] or lows[noun] in time_words(lexicon.language):
        return False
    articles = title_words(lexicon.language).sets["articles"]
    first = next((at for at in range(noun - 1, noun - _NOUN_PHRASE, -1) if at > 0 and lows[at] in articles), None)
    if first is None or lows[noun] in lexicon.groups["day_nouns"] or "," in lows[first:noun]:
        return False
    if tokens[first].start <= mention.trigger_start < timex.start:
        return False
    is_before = timex.end <= mention.trigger_start
    if is_before or mention.event_type == "signing" or _leads(lows, first, "during", lexicon):
        return _leads(lows, first, "afterwards", lexicon) and not _is_talk(lows, noun, lexicon)
    cases = {lexicon.prepositions.exactly(lows, at, end) for at, end in ((first - 1, first), (first, first + 1))}
    is_own = mention.is_noun and "of" in cases and lexicon.nouns.find(lows, noun) is None
    return cases.isdisjoint(("to", "in", "locating")) and not is_own


def _leads(lows: Sequence[str], first: int, table: str, lexicon: Lexicon) -> bool:
    """Whether a phrase of a table stands right before a noun phrase, "of" or a melted article between them."""
    starts = range(max(0, first - NEAR - 1), first)
    return any((found := lexicon.tables[table].find(lows, at)) and first - 1 <= found[0] <= first for at in starts)


def _is_talk(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun tells of people who meet, after whose talks other news is of the same day."""
    found = lexicon.nouns.find(lows, at)
    return found is not None and any(form.frame.event_type in _TALKS for form in found[1])


def is_postponed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether words say that a plan was put off."""
    words = split_words(mention.status_text or "")
    return bool(words) and lexicon.tables["postponed"].find(words, 0) is not None


def _is_since(mention: Mention, timex: Timex, before: int, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression is of what a past event is told since ("the first visit since his election, on 1 May")."""
    lows = low_words(text, max(mention.trigger_end, before), timex.start)
    since = lexicon.tables["since_when"]
    found = next((end for at in range(len(lows)) if (match := since.find(lows, at)) for end in match[:1]), None)
    return mention.status == "held" and found is not None and NEAR <= len(lows) - found + 1 <= _SINCE_REACH


def _is_aside(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression closes a relative clause before the trigger ("X, sworn in on Monday, had gone")."""
    if timex.end >= mention.trigger_start or text[timex.end : timex.end + 1] != ",":
        return False
    lead = text[max(mention.char_start, timex.start - LEAD) : timex.start]
    opener = FIRST_WORD.match(lead, lead.rfind(",") + 1) if "," in lead else None
    relatives = lexicon.groups["relatives"]
    return opener is not None and opener[1].lower() in relatives and mention.clause_start <= timex.start


def _is_of_plan(mention: Mention, timex: Timex, lexicon: Lexicon) -> bool:
    """Whether an expression is the day on which a plan was told ("agreed on Wednesday to meet again").

    Where verbs close their clause, the days within it stand before them ("dass sie sich am Freitag treffen").
    """
    if mention.char_start < mention.clause_start <= timex.start:
        return False
    if timex.end > mention.trigger_start or not timex.rule_id.endswith(".weekday.past"):
        return False
    if not tells_past_itself(mention, lexicon.language):  # the present: the plan's own day
        return False
    words = split_words(mention.status_text or "")
    if mention.is_noun:  # "convocó el lunes una reunión", "convocou na segunda-feira uma reunião"
        told = split_words(mention.sentence_text[: timex.start - mention.char_start])
        return bool(words) and words in (told[-len(words) :], told[-len(words) - 1 : -1])
    return timex.text not in (mention.status_text or "")


def _is_of_participle(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether a participle after another noun than the event's takes the expression."""
    between = low_words(text, mention.trigger_end, timex.start)
    if mention.is_verb and text[: timex.start].rstrip()[-1:] != "," and _tells_of_object(between, lexicon):
        return True
    words = lexicon.groups["elsewhere"]
    at = next((at for at in range(len(between) - 1, -1, -1) if between[at] in words), None)
    if at is not None and mention.event_type == "interview" and between[at] in lexicon.groups["aired"]:
        return False
    if at is None or at == 0 or len(between) - at > NEAR + 1 or "," in between[at:]:
        return False
    return not any(between[at - 1] in auxiliaries for auxiliaries in lexicon.auxiliaries.values())


def _tells_of_object(between: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a participle behind the last comma tells of somebody ("a vu les marins, disparus en 2019")."""
    if "," not in between:
        return False
    at = max(at for at, low in enumerate(between) if low == ",") + 1
    endings = tense_tables(lexicon.language).participle_endings
    is_long = at < len(between) and len(between[at]) > NEAR and between[at] not in lexicon.auxiliaries["skip"]
    return is_long and bool(endings) and between[at].endswith(endings)


def near_words(lows: Sequence[str]) -> Sequence[str]:
    """The last of the words before an expression, after a comma among them."""
    near = lows[-NEAR:]
    return near[max(at for at, low in enumerate(near) if low == ",") + 1 :] if "," in near else near


def stands_in(lows: Sequence[str], lexicon: Lexicon, table: str) -> bool:
    """Whether words without a comma hold a phrase of a table."""
    return "," not in lows and any(lexicon.tables[table].find(lows, at) for at in range(len(lows)))


def ends_with(lows: Sequence[str], lexicon: Lexicon, table: str) -> bool:
    """Whether the last words are a phrase of a table."""
    ends = ((at, lexicon.tables[table].find(lows, at)) for at in range(max(0, len(lows) - NEAR), len(lows)))
    return any(found and found[0] == len(lows) for _, found in ends)


def low_words(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch in lower case, but for a comma at either end."""
    return [token.low for token in _words(text, start, end)]


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    tokens = tokenise(text, start, end)
    first = 1 if tokens and tokens[0].text == "," else 0
    last = len(tokens) - 1 if len(tokens) > first and tokens[-1].text == "," else len(tokens)
    yield from tokens[first:last]
