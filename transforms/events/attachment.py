"""Which date expression of its sentence belongs to a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.dates.tense import WORDS, tense_tables
from transforms.events.elsewhere import (
    FIRST_WORD,
    LEAD,
    NEAR,
    belongs_elsewhere,
    is_owned,
    is_postponed,
    low_words,
    stands_in,
)
from transforms.events.lexicon import Lexicon
from transforms.events.nearness import nearest
from transforms.events.taking import yearless_day
from transforms.records import Mention, Timex

_FAR = 6
_OPENING = 4
"""Tokens between an announcing verb or a former plan and the expression that it takes."""
_ADVERB_CUT = re.compile(r"\s*(\w+)\s*,")
_CLAUSE_END = re.compile(r"[,;:.–—]")
_RELATIVE_START = re.compile(r",?\s+(?=\w)")
_RELATIVE_REACH = 60


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
    near = _candidates(mention, mentions, timexes, text, lexicon)
    if own := _in_clause(mention, mentions, near, text, lexicon):
        return own, "clause"
    leading = _leading(mention, mentions, near, lexicon)
    return (leading, "sentence") if leading else None


def _candidates(
    mention: Mention, mentions: Sequence[Mention], timexes: Sequence[Timex], text: str, lexicon: Lexicon
) -> list[Timex]:
    """The expressions of a mention's sentence that tell a time and belong to nothing else."""
    beside = [m for m in mentions if m.char_start == mention.char_start] if mention.status == "held" else []
    plans = [m for m in beside if m.status == "planned"]
    is_put_off = is_postponed(mention, lexicon)  # its new day may be told in a clause of its own
    return [
        t
        for t in timexes
        if mention.char_start <= t.start < mention.char_end
        and t.relation is None
        and has_bounds(t)
        and (not t.is_deadline or is_owned(mention, t, text, lexicon) or _is_last_time(mention, lexicon))
        and not belongs_elsewhere(mention, t, timexes, text, lexicon)
        and not any(is_owned(plan, t, text, lexicon) for plan in plans)
        and (is_put_off or not any(_is_of_place_behind(mention, other, t, text, lexicon) for other in mentions))
    ]


def _is_of_place_behind(mention: Mention, other: Mention, timex: Timex, text: str, lexicon: Lexicon) -> bool:
    """Whether an expression tells when another event takes place where one goes ("before he left for P, where …")."""
    is_behind = mention.trigger_end <= other.clause_start and other.char_start == mention.char_start
    opener = FIRST_WORD.match(text, other.clause_start) if is_behind and other.text_field == "text" else None
    is_there = opener is not None and opener[1].lower() in lexicon.groups["where"]
    return is_there and other.clause_start <= timex.start < other.clause_end


def _in_clause(
    mention: Mention, mentions: Sequence[Mention], near: Sequence[Timex], text: str, lexicon: Lexicon
) -> Timex | None:
    """The expression that says when an event was: behind its noun, in its clause, where it is said to take place."""
    is_told = any(is_owned(mention, t, text, lexicon) for t in near)
    if not is_told and (told := _told_by_relative(mention, near, text, lexicon)):
        return told
    end = _clause_end(mention, text, lexicon)
    inside = [t for t in near if mention.clause_start < t.end and t.start < end]
    if own := _in_insertion(mention, inside, text, lexicon):
        return own
    if inside:
        others = [m for m in mentions if m.text_field == "text" and m.char_start == mention.char_start]
        return nearest(mention, inside, others, text, lexicon)
    if own := next((t for t in near if _is_of_taking_place(mention, t, text, lexicon)), None):
        return own
    return _day_of_place(mention, near, text, lexicon)


def _in_insertion(mention: Mention, inside: Sequence[Timex], text: str, lexicon: Lexicon) -> Timex | None:
    """The expression that closes what a relative or a participle inserts ("the pact, signed in May 2011, expires")."""
    opener = FIRST_WORD.match(text, mention.clause_start) if mention.clause_start > mention.char_start else None
    is_relative = opener is not None and opener[1].lower() in lexicon.groups["relatives"]
    is_participle = text[mention.char_start : mention.trigger_start].rstrip().endswith(",")
    behind = [t for t in inside if t.start >= mention.trigger_end]
    closes = bool(behind) and text[behind[0].end : behind[0].end + 1] == ","
    return behind[0] if closes and mention.is_verb and (is_relative or is_participle) else None


def _day_of_place(mention: Mention, near: Sequence[Timex], text: str, lexicon: Lexicon) -> Timex | None:
    """The day on which a clause of place is told ("flies on Monday to Rome, where he will meet X").

    What had been there before takes it only where the place is told so too.
    """
    opener = FIRST_WORD.match(text, mention.clause_start)
    if mention.clause_start == mention.char_start or opener is None or opener[1].lower() not in lexicon.groups["where"]:
        return None
    if mention.is_background and not _tells_before(text, mention, lexicon):
        return None
    return next((t for t in reversed(near) if t.end <= mention.clause_start and t.date_start), None)


def _tells_before(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the words before a mention's clause tell what had happened before."""
    auxiliaries = tense_tables(lexicon.language).pluperfect
    return not auxiliaries.isdisjoint(WORDS.findall(text[mention.char_start : mention.clause_start].lower()))


def _leading(mention: Mention, mentions: Sequence[Mention], near: Sequence[Timex], lexicon: Lexicon) -> Timex | None:
    """The last expression before a mention; what is only background takes one that opens the sentence, or its label.

    A vague one only opens it ("In recent weeks, …").
    """
    before = [t for t in near if t.start < mention.trigger_start]
    vague = [t for t in before[:1] if t.date_not_before and t.start - mention.char_start <= _OPENING]
    leading = [t for t in before if t.date_start] or vague
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
    ahead = low_words(text, timex.end, min(mention.char_end, timex.end + LEAD))[:_FAR]
    lead = low_words(text, max(mention.trigger_end, timex.start - LEAD), timex.start)
    return stands_in(lead[-NEAR:], lexicon, "taking_place") or stands_in(ahead, lexicon, "taking_place")


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
    between = low_words(text, last.end, mention.clause_start)
    opener = FIRST_WORD.match(text, mention.clause_start)
    names_day = bool(between) and len(between) <= NEAR and between[-1] in lexicon.groups["day_nouns"]
    opens_day = not between and opener is not None and opener[1].lower() in lexicon.groups["day_openers"]
    return last if names_day or opens_day else None


def _clause_end(mention: Mention, text: str, lexicon: Lexicon) -> int:
    """The end of the clause, past an adverb that looks like a conjunction ("before, most recently in May").

    A noun keeps the relative clause that tells when it takes place ("la rencontre, qui devait avoir lieu lundi").
    """
    cut = _ADVERB_CUT.match(text, mention.clause_end, mention.char_end)
    if cut and cut[1].lower() in lexicon.groups["subordinators"]:
        return mention.char_end
    opener = FIRST_WORD.match(text, mention.clause_end, mention.char_end) if mention.is_noun else None
    if opener and opener[1].lower() in lexicon.groups["relatives"]:
        stop = _CLAUSE_END.search(text, opener.end(), mention.char_end)
        end = stop.start() if stop else mention.char_end
        if stands_in(low_words(text, opener.end(), end), lexicon, "taking_place"):
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
        opener = FIRST_WORD.match(text, first, mention.char_end)
        if opener is None:
            return None
        stop = _CLAUSE_END.search(text, opener.end(), mention.char_end)
        end = stop.start() if stop else mention.char_end
        lows = low_words(text, first, end)
        is_relative = bool(lows) and lows[0] in lexicon.groups["relative_subject"]
        if any(taking_place.find(lows, at) for at in range(is_relative, _FAR if is_relative else 1)):
            return next((t for t in near if first <= t.start < end), None)
    return None
