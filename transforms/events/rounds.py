"""Several events told by one trigger: "received X, then Y", "saw each of them", "A came in May, B in June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.dates.lexicon import time_words
from transforms.events.groups import Group, opens_main
from transforms.events.sentence import Sentence
from transforms.events.slots import Filler
from transforms.events.triggers import Trigger
from transforms.events.unknown_places import PlaceReading

_LINK = 10
"""Tokens that may stand between the people of two rounds."""
_EACH_REACH = 12
_GAP = 5
_LEAD = 6
"""Tokens from the joint between two days to the second ("puis à nouveau le 11 juin")."""
_REPEATED = frozenset({"meeting", "call", "negotiation", "visit"})
_FINITE = ("have_present", "have_past", "be_present", "be_past", "be_future", "have_future", "be_other", "have_other")


def rounds_of(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> Iterator[tuple[Trigger, list[Filler]]]:
    """The events that one trigger tells: the first under the trigger itself, each further one under its own words.

    A new round begins where words of sequence or of time stand between two partners, and with every partner where the
    clause says that they were met one by one. All rounds share the other side and the verb.
    """
    if counted := _counted(sentence, trigger):
        yield from ((words, fillers) for words in counted)
        return
    parties = _parties(sentence, trigger, fillers)
    if len(parties) < 2:
        yield trigger, fillers
        yield from _gapped(sentence, trigger, fillers)
        yield from ((words, fillers) for words in _further_days(sentence, trigger))
        return
    split = {id(filler) for party in parties for filler in party}
    shared = [filler for filler in fillers if id(filler) not in split]
    is_spelt_out = _first(parties[0]) >= sentence.clause_end(trigger.last - 1)
    if is_spelt_out:  # "received each of her guests: X, Y and Z"
        shared = [filler for filler in shared if filler.is_subject]
    is_told_apart = is_spelt_out or _first(parties[-1]) < trigger.first
    for number, party in enumerate(parties):
        words = trigger
        if number or is_told_apart:
            start = _opening(sentence, _last(parties[number - 1]), _first(party)) if number else _first(party)
            words = replace(trigger, first=start, last=_day_end(sentence, party))
        yield words, [*shared, *party]


def _counted(sentence: Sentence, trigger: Trigger) -> list[Trigger]:
    """The times that a number announces, each with its day ("met three times: in Rome in May, in June in Oslo")."""
    lows, lexicon = sentence.lows, sentence.lexicon
    counts = lexicon.groups.get("counted", frozenset())
    if trigger.frame.kind == "noun":  # "held two meetings, in Rome in May and in Oslo in June"
        before = lows[max(0, trigger.first - _GAP) : trigger.first]
        is_counted = any(sentence.words.counts.get(low, 0) > 1 for low in before)
    else:
        is_counted = not counts.isdisjoint(lows[trigger.last : trigger.last + _GAP])
    if not is_counted or trigger.frame.event_type not in _REPEATED:
        return []
    joints = lexicon.groups["coordinators"] | {",", ";", ":", "–", "—", "."}
    marks = [at for at in range(trigger.last, sentence.source) if lows[at] in joints]
    parts = [(first + 1, last) for first, last in pairwise([trigger.last - 1, *marks, sentence.source])]
    told = [(first, last) for first, last in parts[1:] if first < last]
    if not all(_tells_when(sentence, first, last) for first, last in told):
        return []
    opening = [at for at in range(*parts[0]) if lows[at] in counts][-1:]
    days = [(at + 1, parts[0][1]) for at in opening if _is_placed(sentence, at, parts[0][1])]
    days += told
    return [replace(trigger, first=first, last=last) for first, last in days] if len(days) > 1 else []


def _tells_when(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words only say when something was, and where."""
    is_told = any(t.verb is not None and first <= t.verb.first < last for t in sentence.triggers)
    is_timed = _is_timed(sentence, first, last) or sentence.tells_time(first, last)
    return is_timed and not is_told and not _has_auxiliary(sentence, first, last)


def _is_placed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a town or country is told among words of time."""
    lands = (m for g in sentence.groups if g.preposition for m in g.members if m.is_capital_city or m.kind == "country")
    return any(first <= land.first < last for land in lands) and _is_timed(sentence, first, last)


def _further_days(sentence: Sentence, trigger: Trigger) -> Iterator[Trigger]:
    """Further days on which the same people did the same ("on 3 May and on 9 June", "mardi, puis de nouveau jeudi").

    Two days in a row may be one event ("el 3 y el 4 de mayo"); weekdays are told apart by a word of sequence. Before
    the trigger, the last day is its own.
    """
    if trigger.frame.event_type not in _REPEATED:
        return
    lows, ahead = sentence.lows, sentence.clause_end(trigger.last - 1)
    for at in range(1, ahead):
        if trigger.first <= at <= trigger.last or (day := _further_day(sentence, at)) is None:
            continue
        if at < trigger.first:
            first = next((i + 1 for i in range(at - 1, -1, -1) if not _is_timed(sentence, i, i + 1)), 0)
            yield replace(trigger, first=first, last=at)
        else:
            end = next((i for i in range(day + 1, len(lows)) if not _is_timed(sentence, i, i + 1)), len(lows))
            yield replace(trigger, first=day, last=end)


def _further_day(sentence: Sentence, at: int) -> int | None:
    """The day that a joint at a token ties to the one before it as another, None where nothing shows that it is."""
    lows, lexicon = sentence.lows, sentence.lexicon
    joints = lexicon.groups["coordinators"] | {","}
    before = at - 2 if lows[at - 1] == "." else at - 1  # "am 4. und 11. Juni"
    if lows[at] not in joints or lows[before] in joints or not _is_timed(sentence, before, before + 1):
        return None
    day = next((i for i in range(at + 1, min(at + _LEAD, len(lows))) if _is_timed(sentence, i, i + 1)), None)
    if day is None or not all(_leads_day(sentence, i) for i in range(at + 1, day)):
        return None
    number = next((lows[i] for i in range(before, max(0, at - 3) - 1, -1) if lows[i].isdigit()), "")
    is_far = number and _is_day_number(sentence, day) and int(lows[day]) != int(number) + 1
    is_again = sentence.finds("then", at, day) or not lexicon.groups["anew"].isdisjoint(lows[at:day])
    return day if is_far or is_again else None


def _is_day_number(sentence: Sentence, at: int) -> bool:
    """Whether a token is the number of a day: no year and no count of what follows ("on June 4, 11 ministers …")."""
    low, following = sentence.lows[at], "".join(sentence.lows[at + 1 : at + 2])
    is_last = following in sentence.lexicon.groups["coordinators"] | {"", ",", "."}
    is_led = sentence.lexicon.prepositions.find(sentence.lows, at + 1) is not None
    return low.isdigit() and len(low) <= len("31") and (is_last or is_led or _is_timed(sentence, at + 1, at + 2))


def _leads_day(sentence: Sentence, at: int) -> bool:
    """Whether a token may stand between a joint and its day: an article, a preposition, a word of sequence."""
    low, lexicon = sentence.lows[at], sentence.lexicon
    is_led = low in sentence.words.sets["articles"] or lexicon.prepositions.find(sentence.lows, at) is not None
    return is_led or low in lexicon.auxiliaries["skip"] or low in lexicon.groups["anew"]


def _gapped(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> Iterator[tuple[Trigger, list[Filler]]]:
    """Further subjects with a day of their own, for whom the verb is not told again ("X came in May, Y in June")."""
    verb = trigger.verb
    subjects = [f for f in fillers if f.is_subject != (verb is not None and verb.is_passive)]
    others = [f for f in fillers if f not in subjects]
    bare = {id(member) for g in sentence.groups if g.preposition is None for member in g.members}
    goal = trigger.frame.event_type == "visit"  # "visited Lisbon in March, Y in April"
    bare -= {id(f.phrase) for f in others if goal and f.phrase.kind == "country"}
    if trigger.frame.kind != "verb" or not subjects or any(id(f.phrase) in bare for f in others):
        return
    pattern, last = subjects[0], trigger.last
    for group in sentence.groups:
        if group.first >= sentence.source:
            return
        if group.first < last or group.preposition is not None:
            continue
        end = _end_of_gap(sentence, group)
        if end is None or (last == trigger.last and not _is_timed(sentence, last, group.first)):
            return
        told = [replace(pattern, phrase=member) for member in group.members]
        yield replace(trigger, first=group.first, last=end), [*told, *others]
        last = end


def _day_end(sentence: Sentence, party: Sequence[Filler]) -> int:
    """Where the words of a round end, the day right behind its people in them ("met X on Monday, Y on Tuesday")."""
    group = next(g for g in sentence.groups if party[-1].phrase in g.members)
    return max(_last(party), _end_of_gap(sentence, group) or 0)


def _end_of_gap(sentence: Sentence, group: Group) -> int | None:
    """Where the words end that say when, right behind a subject joined to the words before it; None if none do."""
    lows, lexicon = sentence.lows, sentence.lexicon
    if lows[group.first - 1] not in lexicon.groups["coordinators"] | {",", ";"}:
        return None
    stops = lexicon.groups["coordinators"] | {",", ";", ".", ":"}
    end = next((at for at in range(group.last, len(lows)) if lows[at] in stops), len(lows))
    is_short = group.last < end <= group.last + _GAP and _is_timed(sentence, group.last, end)
    is_told = any(t.verb is not None and group.last <= t.verb.first < end for t in sentence.triggers)
    return end if is_short and not is_told and not _has_auxiliary(sentence, group.last, end) else None


def _has_auxiliary(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens, as far as its auxiliary tells."""
    auxiliaries = sentence.lexicon.auxiliaries
    return any(low in auxiliaries.get(name, ()) for name in _FINITE for low in sentence.lows[first:last])


def _is_timed(sentence: Sentence, first: int, last: int) -> bool:
    times = time_words(sentence.lexicon.language) | sentence.lexicon.groups["visit_days"]  # "en fin de journée"
    return any(low[0].isdigit() or not times.isdisjoint(low.split("-")) for low in sentence.lows[first:last])


def legs_of(
    sentence: Sentence, trigger: Trigger, place: PlaceReading | None, places: Sequence[PlaceReading]
) -> Iterator[tuple[Trigger, PlaceReading]]:
    """Further stops of a journey that sequence or time parts from the first ("and on Tuesday to Paris")."""
    if trigger.frame.event_type != "visit" or place is None or place.first < trigger.last:
        return
    limit = sentence.clause_end(trigger.last - 1)
    for reading in sorted(places, key=lambda reading: reading.first):
        if place.last <= reading.first < limit and not reading.is_complement and not reading.is_antecedent:
            is_own = any(place.last <= g.first < reading.first and g.preposition is None for g in sentence.groups)
            if not is_own and _parts(sentence, place.last, reading.first):
                yield replace(trigger, first=_opening(sentence, place.last, reading.first), last=reading.last), reading
            place = reading


def _parties(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> list[list[Filler]]:
    """The other side of an encounter, one list of fillers a round; fewer than two where all met at once."""
    first, last = sentence.clause_start(trigger.first), sentence.clause_end(trigger.last - 1)
    is_each = sentence.finds("each", max(first, trigger.first - _LINK), min(last, trigger.last + _EACH_REACH))
    if trigger.frame.event_type == "press_conference" and is_each:
        return [[filler] for filler in fillers if filler.role == "speaker"]
    if trigger.frame.event_type not in ("meeting", "call", "visit"):
        return []
    if is_each and last < len(sentence.lows) and sentence.lows[last - 1] in (":", "–", "—"):
        return _listed(sentence, trigger, last)
    groups = _side(sentence, trigger, fillers)
    if not groups:
        return []
    told = [[f for f in fillers if f.phrase in group.members] for group in groups]
    if is_each:
        return [[filler] for own in told for filler in own]
    further = _further(sentence, trigger, groups[-1], told[-1][0])
    known = [filler.phrase for filler in fillers]
    return _split(sentence, [filler for own in told for filler in own] + [f for f in further if f.phrase not in known])


def _side(sentence: Sentence, trigger: Trigger, fillers: list[Filler]) -> list[Group]:
    """The groups of those who were met: all under the preposition of the last, agents where the verb is passive."""
    is_passive = trigger.verb is not None and trigger.verb.is_passive
    phrases = [filler.phrase for filler in fillers if filler.is_subject == is_passive]
    groups = [group for group in sentence.groups if any(member in phrases for member in group.members)]
    return [group for group in groups if group.preposition == groups[-1].preposition]


def _listed(sentence: Sentence, trigger: Trigger, start: int) -> list[list[Filler]]:
    """Everybody in the list after a colon, in the role of the object."""
    role = trigger.frame.object or trigger.frame.companion or "participant"
    listed = [g for g in sentence.groups if g.first >= start]
    return [[Filler(member, role, False)] for g in listed for member in g.members]  # type: ignore[arg-type]


def _split(sentence: Sentence, side: list[Filler]) -> list[list[Filler]]:
    """Those who were met, parted where sequence or time stands between two."""
    parties = [[side[0]]]
    for before, filler in pairwise(side):
        first, last = before.phrase.last, filler.phrase.first
        if sentence.finds("then", first, last) or _parts(sentence, first, last):
            parties.append([])
        parties[-1].append(filler)
    return parties


def _further(sentence: Sentence, trigger: Trigger, group: Group, pattern: Filler) -> list[Filler]:
    """Those in further groups of the clause under the same preposition, each parted by sequence or time."""
    limit = sentence.clause_end(trigger.last - 1)
    found: list[Filler] = []
    for other in sentence.groups:
        is_place = other.preposition == "to" and other.members[0].is_capital_city
        if other.first >= sentence.source:
            break
        if is_place or not group.last <= other.first < limit or other.preposition != group.preposition:
            continue
        is_subject = _has_auxiliary(sentence, other.last, other.last + 1)  # "briefs X on Monday, and Y has denied"
        is_subject = is_subject or opens_main(sentence.lows, other.members[-1], sentence.lexicon)
        if is_subject or not _parts(sentence, group.last, other.first):
            break
        found += [replace(pattern, phrase=member) for member in other.members]
        group = other
    return found


def _parts(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words between two partners part two events: joined, with sequence or time, and no verb."""
    between = sentence.lows[first:last]
    lexicon = sentence.lexicon
    if not 0 < len(between) <= _LINK or any(first <= trigger.first < last for trigger in sentence.triggers):
        return False
    is_joined = any(low == "," or low in lexicon.groups["coordinators"] for low in between)
    is_timed = sentence.finds("then", first, last) or _is_timed(sentence, first, last)
    return is_joined and bool(is_timed) and not _has_auxiliary(sentence, first, last)


def _opening(sentence: Sentence, first: int, last: int) -> int:
    """Where the words of a round begin: behind the comma or conjunction that joins it."""
    joints = sentence.lexicon.groups["coordinators"] | {","}
    return max((at + 1 for at in range(first, last) if sentence.lows[at] in joints), default=last)


def _first(party: Sequence[Filler]) -> int:
    return min(filler.phrase.first for filler in party)


def _last(party: Sequence[Filler]) -> int:
    return max(filler.phrase.last for filler in party)
