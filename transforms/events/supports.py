"""Support verbs: the verb that tells when and by whom the event of a noun happens ("held talks", "took place")."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.dates.lexicon import span_words
from transforms.events.brackets import Clause, particle_of
from transforms.events.clauses import clause_at
from transforms.events.lexicon import Form, Frame, Lexicon
from transforms.events.verb_groups import VerbGroup, verb_group

_LED = 3
_OWN_CLAUSE = 7
_FRAME = 5
_SUPPORT_REACH = 26
_FINITENESS = {"participle": 0, "infinitive": 1}
"""How far forms alike in spelling go: a finite one before them ("am Montag beginnen Verhandlungen")."""


def support_of(
    lows: Sequence[str], first: int, last: int, clauses: Sequence[Clause], lexicon: Lexicon
) -> tuple[Form, VerbGroup] | None:
    """The support verb of a noun at tokens `first` to `last`: before it, else behind it.

    A relative clause that tells its event goes before a verb that only frames it.
    """
    before, after = support_before(lows, first, clauses, lexicon), support_after(lows, last, clauses, lexicon)
    if after is None:
        return before
    is_by_the_way = before is None or before[1].tense == "infinitive"
    is_own = (is_by_the_way and _is_told_by(lows, last, after, lexicon)) or _is_object_of(lows, last, after, lexicon)
    return after if is_own else before or after


def _is_object_of(
    lows: Sequence[str], noun_end: int, support: tuple[Form, VerbGroup], lexicon: Lexicon
) -> bool:
    """Whether a relative clause right behind a noun says who had its event ("l'entretien qu'il a eu avec X")."""
    is_relative = noun_end < len(lows) and lows[noun_end] in lexicon.groups["relative_object"]
    return is_relative and support[0].frame.subject != "event" and not support[1].is_passive


def _is_told_by(lows: Sequence[str], noun_end: int, support: tuple[Form, VerbGroup], lexicon: Lexicon) -> bool:
    """Whether a relative clause near behind a noun says when its event is ("le sommet de X, qui se tiendra …")."""
    form, verb = support
    near = lows[noun_end : min(noun_end + _OWN_CLAUSE, verb.first)]
    return form.frame.subject == "event" and not lexicon.groups["relative_subject"].isdisjoint(near)


def support_before(
    lows: Sequence[str], noun: int, clauses: Sequence[Clause], lexicon: Lexicon
) -> tuple[Form, VerbGroup] | None:
    """The support verb that governs a noun on its right: nearest in the same clause, no preposition of time between."""
    clause = clause_at(noun, clauses).first
    led_away = [lexicon.tables[name] for name in ("during", "governed_away") if name in lexicon.tables]
    for at in range(noun - 1, max(clause, noun - _SUPPORT_REACH) - 1, -1):
        if any(table.find(lows, at) for table in led_away) and not _is_within(lows, at, lexicon):
            return None
        if "before" in lexicon.tables and (lead := lexicon.tables["before"].find(lows, at)) and lead[0] >= noun - 1:
            return None
        found = _support_at(lows, at, clauses, lexicon, of_event=False)
        found = None if found and _is_tail(lows, at, lexicon) else found
        is_own = found is not None and found[0].frame.subject != "event" and not _hosts_somebody(lows, found, noun)
        unites = found is not None and found[0].frame.object is not None  # "reuniram-se para marcar audiências"
        if found and found[1].last <= noun and (is_own or (not unites and _opens_event(lows, found[1], noun, lexicon))):
            return found
    return None


def _hosts_somebody(lows: Sequence[str], found: tuple[Form, VerbGroup], noun: int) -> bool:
    """Whether a lone comma ends the object of a verb of hosting before a noun ("a réuni les maires, en visite")."""
    form, verb = found
    return form.frame.subject == "host" and list(lows[verb.last : noun]).count(",") == 1


def support_after(
    lows: Sequence[str], noun_end: int, clauses: Sequence[Clause], lexicon: Lexicon
) -> tuple[Form, VerbGroup] | None:
    """A verb after the noun that the event is the subject of, or that takes it up in a relative clause.

    What had become of it before, by a relative clause, yields to the main verb ("which had been put off, took place").
    """
    is_relative, own, had_been = False, noun_end, None
    is_framed = any(lexicon.tables["during"].find(lows, at) for at in range(max(0, noun_end - _FRAME), noun_end))
    is_framed = is_framed or _is_in_relative(lows, noun_end, clauses, lexicon)
    for at in range(noun_end, min(len(lows), noun_end + 22)):
        if lows[at] in (";", ".", "»", '"', "”"):
            return had_been
        if is_framed and lows[at] == "," and not _goes_on(lows, at + 1, lexicon):
            return None
        if _opens_other_clause(lows, noun_end, at, lexicon):
            return had_been
        if lows[at] in lexicon.groups["relative_object"]:
            is_relative = not any(lexicon.nouns.find(lows, i) for i in range(noun_end, at))
            continue
        if lexicon.tables["relative_other"].find(lows, at):
            own = at
        elif lows[at] == ",":
            own = noun_end
        found = _support_at(lows, at, clauses, lexicon, of_event=True)
        is_apart = own == noun_end and not is_relative and _is_adjunct(lows, noun_end - 1, at, clauses, lexicon)
        if found and ((found[1].is_passive and own > noun_end) or is_apart):
            return had_been
        if found is None or _is_of_another(lows, noun_end, found, lexicon):
            continue
        is_event = found[0].frame.subject == "event" or (lexicon.verb_final and not is_framed)
        if not (is_event or is_relative or found[1].is_passive):
            continue
        relatives = lexicon.groups["relatives"]
        is_aside = found[1].tense == "pluperfect" and not relatives.isdisjoint(lows[noun_end:at])
        if not (is_aside and found[0].frame.subject == "event" and had_been is None):
            return found
        had_been = found
    return had_been


def _is_adjunct(lows: Sequence[str], noun: int, verb: int, clauses: Sequence[Clause], lexicon: Lexicon) -> bool:
    """Whether a noun ends what opens a clause, where subjects are dropped ("Durante su visita se reunió")."""
    first = clause_at(noun, clauses).first
    if not lexicon.drops_subject or "," in lows[noun:verb] or noun - first < 1:
        return False
    leads = [at for at in range(max(first, noun - _LED), noun) if lexicon.prepositions.find(lows, at) is not None]
    opens = lexicon.prepositions.find(lows, first) is not None or lexicon.tables["during"].find(lows, first) is not None
    return opens and bool(leads)


def _is_where(lows: Sequence[str], noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun right behind "in" is where something is called for ("Im Interview forderte X mehr Geld")."""
    lead = lexicon.tables["locating"].find(lows, noun - 1) if lexicon.verb_final else None
    return lead is not None and lead[0] == noun


def _is_in_relative(lows: Sequence[str], noun_end: int, clauses: Sequence[Clause], lexicon: Lexicon) -> bool:
    """Whether a relative holds a noun: behind its comma another verb follows ("X, who is on a visit, was seen")."""
    start = clause_at(noun_end - 1, clauses).first
    return start > 0 and lows[start] in lexicon.groups["relative_subject"]


def _opens_other_clause(lows: Sequence[str], noun_end: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a clause that tells nothing of a noun opens ("rappelle que la trêve s'achève", "soutient X afin que")."""
    conjunction = lexicon.tables["subordinators"].find(lows, at)
    if conjunction and conjunction[0] > at + 1:
        return True
    if lows[at] not in lexicon.groups["relative_object"]:
        return False
    return _is_said(lows[:noun_end], lexicon) or _is_said(lows[noun_end:at], lexicon)


def _is_of_another(lows: Sequence[str], noun_end: int, found: tuple[Form, VerbGroup], lexicon: Lexicon) -> bool:
    """Whether a verb after a noun tells of something else than the noun."""
    frame, verb = found[0].frame, found[1]
    if frame.status == "proposed" and _is_where(lows, noun_end - 1, lexicon):
        return True
    if verb.tense == "infinitive" and _has_object(lows, verb.last, lexicon):
        return True
    is_other = verb.is_passive and frame.subject != "event"
    if is_other and _is_joined_to_verb(lows, noun_end, verb.first, lexicon):
        return True
    return verb.tense == "participle" and frame.is_finite


def _is_joined_to_verb(lows: Sequence[str], noun_end: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a coordinator ties a verb to one before a noun ("arrived for a visit and was received by X")."""
    is_joined = not lexicon.groups["coordinators"].isdisjoint(lows[noun_end:at])
    first_words = lexicon.verbs.first_words
    return is_joined and any(lexicon.verbs.find(lows, i) for i in range(noun_end) if lows[i] in first_words)


def _is_said(lows: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb of saying opens what "that" goes on with ("said at a meeting that", "the council said that")."""
    found = (lexicon.verbs.find(lows, at) for at in range(len(lows)) if lows[at] in lexicon.verbs.first_words)
    return any(form.frame.event_type == "statement" for verb in found if verb for form in verb[1])


def _goes_on(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a comma still tells of the noun before it ("lors du sommet, tenu mardi")."""
    relatives = lexicon.groups["relatives"]
    is_other = lexicon.tables["relative_other"].find(lows, at) is not None
    is_relative = at < len(lows) and lows[at] in relatives
    return is_relative or is_other or lexicon.support.find(lows, at) is not None


def _support_at(
    lows: Sequence[str], at: int, clauses: Sequence[Clause], lexicon: Lexicon, *, of_event: bool
) -> tuple[Form, VerbGroup] | None:
    """The support verb at a token; of several meanings one that has the event as its subject, or one that has not.

    With an object behind it the event is not what opens or ends ("had opened a new page").
    """
    found = lexicon.support.find(lows, at)
    if not found:
        return None
    last, forms = found
    forms = tuple(form for form in forms if _is_followed(lows, last, form, lexicon.language))
    if lexicon.verb_final:
        clause = clause_at(at, clauses)
        particle, beside = particle_of(lows, last, clause.last, lexicon), lows[clause.first : clause.last]
        forms = tuple(form for form in forms if form.tense not in ("present", "past") or form.particle == particle)
        forms = tuple(form for form in forms if is_completed(form.frame, beside, lexicon))
    if not forms:
        return None
    of_event = of_event and not _has_object(lows, last, lexicon)
    fits = [form for form in forms if (form.frame.subject == "event") is of_event] or forms
    groups = [(form, verb_group(lows, at, last, form, clauses, lexicon)) for form in fits]
    return max(groups, key=lambda pair: (_FINITENESS.get(pair[1].tense, 2), pair[0].tense == "participle"))


def _is_tail(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a longer support verb begins before a token and covers it ("tem prevista")."""
    longer = lexicon.support.find(lows, at - 1)
    return longer is not None and longer[0] > at


def _is_within(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition belongs to the support verb before it ("took part in the summit")."""
    found = (lexicon.support.find(lows, start) for start in range(max(0, at - 2), at))
    return any(support is not None and support[0] > at for support in found)


def _has_object(lows: Sequence[str], last: int, lexicon: Lexicon) -> bool:
    openers = lexicon.groups.get("objects", frozenset())
    return last + 1 < len(lows) and lows[last] in openers and not lows[last + 1].isdigit()


def _is_followed(lows: Sequence[str], last: int, form: Form, language: str) -> bool:
    """Whether the word after a support verb lets it govern a noun: an auxiliary "a" before a participle does not.

    A participle is no auxiliary: a day may stand between it and its noun ("ont eu le 25 mai des discussions").
    """
    follows = form.frame.followed_by
    if not follows:
        return True
    beside = lows[last : last + (2 if form.tense == "participle" else 1)]
    times = span_words(language) if form.tense == "participle" else frozenset()
    return bool(beside) and (beside[0] in follows or any(low.isdigit() or low in times for low in beside))


def _opens_event(lows: Sequence[str], verb: VerbGroup, noun: int, lexicon: Lexicon) -> bool:
    """Whether a verb that events are the subject of may stand before its noun ("concluyó ayer la cumbre").

    Where a subject is never dropped and verbs do not stand second it is right before it ("où s'achevait le sommet").
    """
    is_near = all(low in lexicon.groups.get("objects", ()) for low in lows[verb.last : noun])
    return (lexicon.drops_subject or lexicon.verb_final or is_near) and verb.tense != "participle"


def is_completed(frame: Frame, beside: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether one of the words that a verb needs stands beside it, if it needs any ("serrer la main").

    A stop that words of time lead in is no object of a verb ("s'est fait peur lors de l'escale").
    """
    if not frame.completed_by:
        return True
    found = [at for at, low in enumerate(beside) if low in frame.completed_by]
    during, is_bracket = lexicon.tables["during"], lexicon.verb_final
    leads = (range(max(0, at - _LED), at) for at in found)
    return any(is_bracket or all(during.find(beside, lead) is None for lead in near) for near in leads)
