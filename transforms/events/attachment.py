"""Which date expression of its sentence belongs to a mention, and which belongs to something else told there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from transforms.actors.tokens import Token, tokenise
from transforms.actors.words import split_words
from transforms.events.lexicon import Lexicon
from transforms.events.taking import yearless_day
from transforms.records import Mention, Timex

_DAY = timedelta(days=1)
_YEAR = timedelta(days=364)
_LEAD = 80
_NEAR = 3
_FAR = 6
_OPENING = 4
"""Tokens between an announcing verb or a former plan and the expression that it takes."""
_ADVERB_CUT = re.compile(r"\s*(\w+)\s*,")
_GENITIVE = re.compile(r"(?:['’]s?)?\s(?:\w+[ -]){0,2}")
_CLAUSE_END = re.compile(r"[,;:.–—]")
_RELATIVE_START = re.compile(r",?\s+(?=\w)")
_RELATIVE_REACH = 60
_PHRASE = 40
_LINK = 6
_FIRST_WORD = re.compile(r"[\s,]*([\w']+)")


def has_bounds(timex: Timex) -> bool:
    """Whether an expression tells a day, with its year or without, a span or at least a bound."""
    bounds = (timex.date_start, timex.date_not_before, timex.date_not_after, yearless_day(timex))
    return any(bound is not None for bound in bounds)


def own_expression(
    mention: Mention, mentions: Sequence[Mention], timexes: Sequence[Timex], text: str, lexicon: Lexicon
) -> tuple[Timex, str] | None:
    """The expression that dates a mention in its own sentence, and whether it stands in its clause or before it.

    Expressions of another instance ("celle de juin 2018"), of a participle after the event's noun ("engagements pris le
    13 janvier"), of the announcement of a plan, and former plans of what took place are passed over. Days win over
    months and years, and these over vague words; among equals the nearest that no other event stands before.

    Args:
        mention: one mention of the text.
        mentions: all mentions of the document, whose triggers expressions may belong to.
        timexes: expressions that can date (no durations); a deadline dates only the noun it belongs to.
        text: the document's text.
        lexicon: words of the document's language.
    """
    beside = [m for m in mentions if m.char_start == mention.char_start] if mention.status == "held" else []
    plans = [m for m in beside if m.status == "planned"]
    near = [
        t
        for t in timexes
        if mention.char_start <= t.start < mention.char_end
        and t.relation is None
        and has_bounds(t)
        and (not t.is_deadline or is_owned(mention, t, text, lexicon) or _is_last_time(mention, lexicon))
        and not _belongs_elsewhere(mention, t, timexes, text, lexicon)
        and not any(is_owned(plan, t, text, lexicon) for plan in plans)
    ]
    is_told = any(is_owned(mention, t, text, lexicon) for t in near)
    if not is_told and (told := _told_by_relative(mention, near, text, lexicon)):
        return told, "clause"
    end = _clause_end(mention, text, lexicon)
    inside = [t for t in near if mention.clause_start < t.end and t.start < end]
    if inside:
        others = [m.trigger_start for m in mentions if m.text_field == "text" and m.mention_id != mention.mention_id]
        return min(inside, key=lambda t: _rank(mention, t, others, text, lexicon)), "clause"
    if own := next((t for t in near if _is_of_taking_place(mention, t, text, lexicon)), None):
        return own, "clause"
    leading = _leading(mention, mentions, near, lexicon)
    return (leading, "sentence") if leading else None


def _leading(mention: Mention, mentions: Sequence[Mention], near: Sequence[Timex], lexicon: Lexicon) -> Timex | None:
    """The last expression before a mention; what is only background takes one that opens the sentence, or its label."""
    leading = [t for t in near if t.start < mention.trigger_start and t.date_start]
    if mention.status == "planned":
        leading = [t for t in leading if not _is_of_news(mention, t, mentions)]
    if not leading or mention.status == "proposed":
        return None
    opens = leading[-1].start - mention.char_start <= _OPENING
    is_labelled = is_postponed(mention, lexicon)  # "Reporté au 30 juin : entretien avec X"
    return leading[-1] if opens or is_labelled or not mention.is_background else None


def _is_of_news(plan: Mention, timex: Timex, mentions: Sequence[Mention]) -> bool:
    """Whether an expression stands in the clause of what was held, told in the sentence of a plan."""
    beside = (m for m in mentions if m.char_start == plan.char_start and m.status == "held" and m.text_field == "text")
    return any(m.clause_start <= timex.start < m.clause_end for m in beside)


def _is_last_time(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention tells what has not been again since its day."""
    return mention.status == "held" and mention.status_text in lexicon.groups.get("since", ())


def _is_of_taking_place(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether words that say that a noun's event takes place stand beside an expression further on in its sentence."""
    if not mention.is_noun or timex.start < mention.trigger_end or timex.date_start is None:
        return False
    ahead = _lows(text, timex.end, min(mention.char_end, timex.end + _LEAD))[:_FAR]
    lead = _lows(text, max(mention.trigger_end, timex.start - _LEAD), timex.start)
    return _stands_in(lead[-_NEAR:], lexicon, "taking_place") or _stands_in(ahead, lexicon, "taking_place")


def is_owned(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression is part of a noun's own phrase ("Wednesday's summit", "le sommet de mercredi")."""
    if not mention.is_noun or mention.text_field != "text":
        return False
    if timex.end <= mention.trigger_start <= timex.end + _PHRASE:
        is_beside = _GENITIVE.fullmatch(text, timex.end, mention.trigger_start) is not None
        apart = lexicon.groups["definite"] | lexicon.groups["relatives"]
        return is_beside and apart.isdisjoint(_lows(text, timex.end, mention.trigger_start))
    between = text[mention.trigger_end : timex.start] if 0 < timex.start - mention.trigger_end <= _LINK else ""
    return between.strip().lower().replace("’", "'") in lexicon.groups["owning"]


def is_postponed(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether words say that a plan was put off."""
    words = split_words(mention.status_text or "")
    return bool(words) and lexicon.tables["postponed"].find(words, 0) is not None


def day_of_clause(mention: Mention, timexes: Sequence[Timex], text: str, lexicon: Lexicon) -> Timex | None:
    """The day that a clause hangs on ("le 8 mai 2019, jour où il l'avait accueilli"; "on Monday, when …").

    Args:
        mention: a mention whose clause is no main clause.
        timexes: all expressions of the text, deadlines too ("depuis le 8 mai, jour où").
        text: the document's text.
        lexicon: words of the document's language.
    """
    if mention.clause_start == mention.char_start:
        return None
    before = [t for t in timexes if mention.char_start <= t.start and t.end <= mention.clause_start and t.date_start]
    if not before:
        return None
    last = before[-1]
    between = _lows(text, last.end, mention.clause_start)
    opener = _FIRST_WORD.match(text, mention.clause_start)
    names_day = bool(between) and len(between) <= _NEAR and between[-1] in lexicon.groups["day_nouns"]
    opens_day = not between and opener is not None and opener[1].lower() in lexicon.groups["day_openers"]
    return last if names_day or opens_day else None


def _clause_end(mention: Mention, text: str, lexicon: Lexicon) -> int:
    """The end of the clause, past an adverb that looks like a conjunction ("before, most recently in May").

    A noun keeps the relative clause that tells when it takes place ("la rencontre, qui devait avoir lieu lundi").
    """
    cut = _ADVERB_CUT.match(text, mention.clause_end, mention.char_end)
    if cut and cut[1].lower() in lexicon.groups["subordinators"]:
        return mention.char_end
    opener = _FIRST_WORD.match(text, mention.clause_end, mention.char_end) if mention.is_noun else None
    if opener and opener[1].lower() in lexicon.groups["relatives"]:
        stop = _CLAUSE_END.search(text, opener.end(), mention.char_end)
        end = stop.start() if stop else mention.char_end
        if _stands_in(_lows(text, opener.end(), end), lexicon, "taking_place"):
            return end
    return mention.clause_end


def _told_by_relative(mention: Mention, near: Sequence[Timex], text: str, lexicon: Lexicon) -> Timex | None:
    """The expression of the relative clause or participle that says when a noun's event takes place.

    It is nearer to the event than the day of what was said of it ("ont évoqué lundi le sommet, qui se tiendra en mai").
    """
    if not mention.is_noun or mention.text_field != "text":
        return None
    taking_place = lexicon.tables["taking_place"]
    reach = min(mention.char_end, mention.trigger_end + _RELATIVE_REACH)
    for start in _RELATIVE_START.finditer(text, mention.trigger_end, reach):
        first = start.end()
        opener = _FIRST_WORD.match(text, first, mention.char_end)
        if opener is None:
            return None
        stop = _CLAUSE_END.search(text, opener.end(), mention.char_end)
        end = stop.start() if stop else mention.char_end
        lows = _lows(text, first, end)
        is_relative = bool(lows) and lows[0] in lexicon.groups["relative_subject"]
        if any(taking_place.find(lows, at) for at in range(is_relative, _FAR if is_relative else 1)):
            return next((t for t in near if first <= t.start < end), None)
    return None


def _rank(
    mention: Mention, timex: Timex, others: Sequence[int], text: str, lexicon: Lexicon
) -> tuple[bool, bool, int, int, int]:
    """Days, then months and years, then vague spans; not across another event; the nearest, then the one after it."""
    after = timex.start >= mention.trigger_end
    distance = timex.start - mention.trigger_end if after else mention.trigger_start - timex.end
    first, last = (mention.trigger_end, timex.start) if after else (timex.end, mention.trigger_start)
    is_crossed = any(first <= other < last for other in others) or (not after and _resumes(text[first:last], lexicon))
    length = timex.date_end - timex.date_start if timex.date_start and timex.date_end else _YEAR
    coarseness = (length > _DAY) + (length >= _YEAR)
    return timex.date_start is None, is_crossed, coarseness, max(distance, 0), timex.start


def _resumes(between: str, lexicon: Lexicon) -> bool:
    """Whether another verb of the same subject follows ("… on Tuesday and is to see")."""
    tokens = tokenise(between, 0, len(between))
    at = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].low in lexicon.groups["coordinators"]), None)
    return at is not None and not any(token.is_capital for token in tokens[at:])


def _belongs_elsewhere(mention: Mention, timex: Timex, timexes: Sequence[Timex], text: str, lexicon: Lexicon) -> bool:
    """Whether the words since the expression before give this one to something else."""
    before = max((t.end for t in timexes if t.end <= timex.start), default=0)
    lead = _lows(text, max(mention.char_start, before, timex.start - _LEAD), timex.start)
    if _ends_with(lead, lexicon, "other_instance"):
        return True
    if mention.status == "held" and _stands_in(lead[-_NEAR:], lexicon, "former_plan"):
        return timex.start < mention.trigger_start
    was_planned = _stands_in(_tail(lead), lexicon, "former_plan") and not _stands_in(_tail(lead), lexicon, "postponed")
    was_planned = was_planned or not lexicon.groups["former"].isdisjoint(_tail(lead))
    if was_planned and is_postponed(mention, lexicon):
        return True
    if mention.status != "held" and _ends_with(lead, lexicon, "postponed"):  # the day on which it was put off
        return True
    behind = len(_lows(text, mention.trigger_end, timex.start)) if mention.trigger_end <= timex.start else _NEAR
    near = lead[-min(_NEAR, behind) :] if behind else ()
    is_told = _stands_in(near, lexicon, "announcing") and not _ends_with(lead, lexicon, "planned_for")
    if (mention.status != "held" and is_told) or _is_aside(mention, timex, text, lexicon):
        return True
    if mention.status in ("planned", "proposed") and _is_of_plan(mention, timex, lexicon):
        return True
    return timex.start > mention.trigger_end and _is_of_participle(mention, timex, text, lexicon)


def _is_aside(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression closes a relative clause before the trigger ("X, sworn in on Monday, had gone")."""
    if timex.end >= mention.trigger_start or text[timex.end : timex.end + 1] != ",":
        return False
    lead = text[max(mention.char_start, timex.start - _LEAD) : timex.start]
    opener = _FIRST_WORD.match(lead, lead.rfind(",") + 1) if "," in lead else None
    relatives = lexicon.groups["relatives"]
    return opener is not None and opener[1].lower() in relatives and mention.clause_start <= timex.start


def _is_of_plan(mention: Mention, timex: Timex, lexicon: Lexicon) -> bool:
    """Whether an expression is the day on which a plan was told ("agreed on Wednesday to meet again").

    Where verbs close their clause, the days within it stand before them ("dass sie sich am Freitag treffen").
    """
    if lexicon.verb_final and mention.char_start < mention.clause_start <= timex.start:
        return False
    if timex.end > mention.trigger_start or not timex.rule_id.endswith(".weekday.past"):
        return False
    words = split_words(mention.status_text or "")
    if mention.is_noun:  # "convocó el lunes una reunión", "convocou na segunda-feira uma reunião"
        told = split_words(mention.sentence_text[: timex.start - mention.char_start])
        return bool(words) and words in (told[-len(words) :], told[-len(words) - 1 : -1])
    return timex.text not in (mention.status_text or "")


def _is_of_participle(mention: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether a participle after another noun than the event's takes the expression."""
    between = _lows(text, mention.trigger_end, timex.start)
    words = lexicon.groups["elsewhere"]
    at = next((at for at in range(len(between) - 1, -1, -1) if between[at] in words), None)
    if at is None or at == 0 or len(between) - at > _NEAR + 1 or "," in between[at:]:
        return False
    return not any(between[at - 1] in auxiliaries for auxiliaries in lexicon.auxiliaries.values())


def _tail(lows: Sequence[str]) -> Sequence[str]:
    """The last words before an expression, after a comma among them."""
    near = lows[-_NEAR:]
    return near[max(at for at, low in enumerate(near) if low == ",") + 1 :] if "," in near else near


def _stands_in(lows: Sequence[str], lexicon: Lexicon, table: str) -> bool:
    return "," not in lows and any(lexicon.tables[table].find(lows, at) for at in range(len(lows)))


def _ends_with(lows: Sequence[str], lexicon: Lexicon, table: str) -> bool:
    ends = ((at, lexicon.tables[table].find(lows, at)) for at in range(max(0, len(lows) - _NEAR), len(lows)))
    return any(found and found[0] == len(lows) for _, found in ends)


def _lows(text: str, start: int, end: int) -> list[str]:
    return [token.low for token in _words(text, start, end)]


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    """Tokens but for a comma at either end."""
    tokens = tokenise(text, start, end)
    first = 1 if tokens and tokens[0].text == "," else 0
    last = len(tokens) - 1 if len(tokens) > first and tokens[-1].text == "," else len(tokens)
    yield from tokens[first:last]
