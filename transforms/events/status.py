"""Whether an event happened, is planned, was proposed, cancelled or denied, by the words that say so."""

from __future__ import annotations

from transforms.actors.words import split_words
from transforms.dates.tense import tells_past
from transforms.events.plans import agenda_holding, day_called_for, plan_told, schedule_told
from transforms.events.sentence import Sentence
from transforms.events.triggers import Trigger
from transforms.events.unreported import journey_before, last_time
from transforms.events.verb_groups import VerbGroup
from transforms.records import Status

_FAR = 6
_TOPIC = 6
_FRAME = 4
_AHEAD = 14
_CLOSING = 3
_BESIDE = 2
_OPENER = 2
_LABEL = 6
_QUOTED = 4
_QUOTES = frozenset('"“”„«»')
_DONE = ("past", "pluperfect", "participle")
_SIGNS = frozenset(",:;–—-")
_TENSE_STATUS: dict[str, Status] = {
    "future": "planned", "expected": "planned", "was_to": "planned", "may": "hypothetical", "infinitive": "planned",
    "undone": "cancelled",
}  # fmt: skip


def read_status(sentence: Sentence, trigger: Trigger, *, is_question: bool) -> tuple[Status, str | None]:
    """Status of a trigger and the words that decided it (None: the tense alone).

    Precedence: cancelled, denied, hypothetical, proposed, planned, held.
    """
    first = max(sentence.clause_start(trigger.first), _quotation_end(sentence, trigger))
    last = sentence.clause_end(trigger.last - 1)
    verb = trigger.verb
    near_first = max(first, min(trigger.first, verb.first if verb else trigger.first) - 8)
    near_first = 0 if _is_labelled(sentence, trigger, first) else near_first
    if cue := last_time(sentence, trigger):
        return "held", cue
    if cue := _left_open(sentence, trigger, first):
        return "hypothetical", cue
    if undone := _undone(sentence, trigger, near_first, last):
        return undone
    is_question = is_question and not _is_told_before_question(sentence, trigger)
    if is_question and (verb is None or verb.tense in ("present", "future", "hearsay", "may", "infinitive", "none")):
        return ("planned" if verb and verb.tense == "future" else "hypothetical"), "?"
    postponed = sentence.finds("postponed", _since(trigger, near_first), _called_off_end(sentence, trigger, last))
    if cue := _hypothetical(sentence, trigger, first, near_first):
        was_plan = postponed and sentence.lexicon.tables["former_plan"].find(split_words(cue), 0)
        return ("planned", postponed) if was_plan else (_as_framed(sentence, trigger, last), cue)
    if cue := postponed or schedule_told(sentence, trigger) or day_called_for(sentence, trigger, last):
        return "planned", cue
    near_first -= _FAR if verb and verb.tense == "infinitive" else 0
    is_settled = verb is not None and verb.tense in ("past", "pluperfect", "hearsay", "present", "undone")
    is_settled = is_settled or _is_beside_the_past(sentence, verb)
    frames_news = _frames_news(sentence, trigger)
    is_open = not is_settled and not frames_news
    if is_open and (cue := sentence.finds("accepted", near_first, trigger.first)):
        return "planned", cue
    if is_open and (cue := _proposal(sentence, trigger, near_first)):
        return "proposed", cue
    if verb and verb.tense == "infinitive" and (told := _told_by_infinitive(sentence, trigger, verb, near_first)):
        return told
    if verb and verb.tense in _TENSE_STATUS:
        has_auxiliary = verb.first < trigger.first and trigger.frame.kind == "verb"
        words = sentence.text[sentence.tokens[verb.first].start : sentence.tokens[verb.last - 1].end]
        return _TENSE_STATUS[verb.tense], words if has_auxiliary else None
    is_settled = is_settled or frames_news
    announced = None if verb or frames_news else sentence.finds("announced", first, trigger.first)
    announced = announced or agenda_holding(sentence, trigger)
    if cue := announced or plan_told(sentence, trigger, near_first, last, is_settled=is_settled):
        return "planned", cue
    return trigger.frame.status, _hearsay(sentence, trigger, first)


def _is_told_before_question(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a sentence asks only behind what it tells ("Vous étiez à X, …, qui pourra en bénéficier ?")."""
    asks = sentence.lexicon.groups["interrogatives"]
    if not asks.isdisjoint(sentence.lows[: trigger.first]):
        return False
    behind = range(trigger.last + 1, len(sentence.lows))
    return any(sentence.lows[at] in asks and sentence.lows[at - 1] in _SIGNS for at in behind)


def _left_open(sentence: Sentence, trigger: Trigger, first: int) -> str | None:
    """The words that do not rule out what a noun, an infinitive or a clause after them tells ("no descartan que …").

    They may stand behind a noun ("une rencontre n'est pas exclue").
    """
    near = sentence.clause_start(first - 1) if first else 0
    end = sentence.clause_end(trigger.last - 1) if trigger.frame.kind == "noun" and not trigger.verb else trigger.first
    cue = sentence.finds("left_open", max(near, trigger.first - _AHEAD), end)
    is_settled = trigger.verb is not None and trigger.verb.tense in ("past", "pluperfect")
    return None if is_settled else cue


def _quotation_end(sentence: Sentence, trigger: Trigger) -> int:
    """Behind the words quoted before a trigger, which tell nothing of it ('"If they go, so will we," X told')."""
    signs = [at for at in range(trigger.first) if sentence.lows[at] in _QUOTES]
    is_closed = len(signs) > 1 and len(signs) % 2 == 0 and signs[-1] - signs[-2] > _QUOTED
    return signs[-1] + 1 if is_closed else 0


def _is_labelled(sentence: Sentence, trigger: Trigger, first: int) -> bool:
    """Whether a label before a colon says what became of an entry without a verb ("Annulé : dîner avec X")."""
    return trigger.verb is None and 0 < first <= _LABEL and sentence.lows[first - 1] == ":"


def _is_beside_the_past(sentence: Sentence, verb: VerbGroup | None) -> bool:
    """Whether a gerund tells what was done at the time of a past verb before it ("lo ha annunciato incontrando X")."""
    if verb is None or verb.tense != "gerund" or verb.first == 0:
        return False
    before = sentence.text[sentence.tokens[0].start : sentence.tokens[verb.first - 1].end]
    return tells_past(before, sentence.lexicon.language)


def _told_by_infinitive(
    sentence: Sentence, trigger: Trigger, verb: VerbGroup, first: int
) -> tuple[Status, str | None] | None:
    """What came next in a story of the past was held, and so was the aim of a journey that no plan stands before."""
    if _follows_the_past(sentence, verb):
        return "held", None
    if cue := sentence.finds("planned", first, trigger.first):
        return "planned", cue
    return ("held", None) if _is_aim_of_journey(sentence, trigger) else None


def _follows_the_past(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether an infinitive tells what came next in a story told in the past ("a reçu X, avant de voir Y")."""
    leads = sentence.lexicon.tables.get("next_doing")
    if leads is None or not any(leads.find(sentence.lows, at) for at in range(max(0, verb.first - _FRAME), verb.first)):
        return False
    before = sentence.text[sentence.tokens[0].start : sentence.tokens[verb.first - 1].end]
    return tells_past(before, sentence.lexicon.language)


def _is_aim_of_journey(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether somebody went or came to do what an infinitive tells ("s'était rendu au palais pour y voir X")."""
    journey = journey_before(sentence, trigger)
    verb = journey.verb if journey else None
    is_made = verb is not None and verb.tense in ("past", "pluperfect") and not verb.is_negated
    return is_made and trigger.frame.event_type in ("meeting", "signing", "negotiation", "visit")


def _reach(sentence: Sentence, trigger: Trigger, last: int) -> int:
    """How far words may tell what became of an event: a noun that opens the sentence is its subject to the end.

    A noun that only frames the news ("after the summit, X cancelled …") has but the words right beside it.
    """
    if _frames_news(sentence, trigger):
        return min(last, trigger.last + _BESIDE)
    return len(sentence.lows) if trigger.frame.kind == "noun" and trigger.first <= _TOPIC else last


def _since(trigger: Trigger, first: int) -> int:
    """From where words tell what became of an event: its own verb in the past outdoes what was said before it."""
    verb, support = trigger.verb, trigger.support
    is_told = support is not None and support.subject == "event" and verb is not None and verb.first > trigger.first
    return verb.first if verb and is_told and verb.tense == "past" else first


def _frames_news(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun only frames something else that happened ("à l'issue du sommet", "ante la prensa")."""
    if trigger.verb is not None:
        return False
    if trigger.frame.kind == "noun" and sentence.lexicon.tables["before_building"].find(sentence.lows, trigger.first):
        return True
    if trigger.frame.event_type == "press_conference" and _is_where_told(sentence, trigger.first):
        return True
    told = (*sentence.occurrences("during"), *sentence.occurrences("before"))
    ends = [end for at, end, _ in told if trigger.first - 2 * _FRAME <= at < trigger.first]
    return any(trigger.first - _FRAME < end <= trigger.first for end in ends)


def _is_where_told(sentence: Sentence, at: int) -> bool:
    """Whether words at a token say where somebody spoke ("devant la presse", "in una conferenza stampa")."""
    opener = at - (at > 0 and sentence.lows[at - 1] in sentence.words.sets["indefinite"])
    is_led = opener > 0 and sentence.lexicon.tables["locating"].find(sentence.lows, opener - 1) is not None
    return is_led or sentence.lexicon.prepositions.find(sentence.lows, at) is not None


def _undone(sentence: Sentence, trigger: Trigger, near_first: int, last: int) -> tuple[Status, str] | None:
    """Called off or denied: by words, by the verb, by who denies it at the sentence's end."""
    since = _since(trigger, max(near_first, _conjunct_start(sentence, trigger)))
    if cue := sentence.finds("cancelled", since, _called_off_end(sentence, trigger, last)):
        return "cancelled", cue
    if cue := _given_up(sentence, trigger):
        return "cancelled", cue
    if told := _told_by_verb(sentence, trigger):
        return told
    far = 2 * _FAR if trigger.verb and trigger.verb.tense == "infinitive" else _FAR
    denied_last = last if sentence.lexicon.verb_final else trigger.last
    denied_first = trigger.first - _BESIDE if _frames_news(sentence, trigger) else near_first - far
    if cue := sentence.finds("denied", max(0, denied_first), denied_last):
        return "denied", cue
    if trigger.verb is None and (cue := sentence.finds("denied", len(sentence.lows) - _CLOSING, len(sentence.lows))):
        return "denied", cue
    return None


def _called_off_end(sentence: Sentence, trigger: Trigger, last: int) -> int:
    """How far words may call an event off or put it off: what follows a verb that tells it as done is something else's.

    ("I delegati, incontratisi lunedì, hanno revocato lo sciopero").
    """
    verb = trigger.verb
    is_done = verb is not None and verb.tense in _DONE and trigger.frame.status == "held"
    if verb is not None and is_done and trigger.frame.kind == "verb" and not sentence.lexicon.verb_final:
        return max(trigger.last, verb.last)
    return _reach(sentence, trigger, last)


def _given_up(sentence: Sentence, trigger: Trigger) -> str | None:
    """The words that take back a plan, in its clause or behind it ("X, attendu à Lyon, ne viendra finalement pas")."""
    verb = trigger.verb
    if verb is not None and verb.is_negated:
        last = sentence.clause_end(trigger.last - 1) + _BESIDE  # "after all" may open a clause
        return sentence.finds("after_all", sentence.clause_start(verb.first), last)
    is_done = verb is not None and verb.tense in _DONE and trigger.frame.status == "held"
    is_planned = not is_done and not _frames_news(sentence, trigger)
    return sentence.finds("given_up", trigger.last, len(sentence.lows)) if is_planned else None


def _conjunct_start(sentence: Sentence, trigger: Trigger) -> int:
    """Behind the conjunction before a verb that closes its clause ("hat X abgesagt und stattdessen Y getroffen")."""
    if not sentence.lexicon.verb_final or trigger.frame.kind != "verb":
        return 0
    joints = sentence.lexicon.groups["coordinators"]
    inside = {at for group in sentence.groups for at in range(group.first, group.last)}
    return max((at for at in range(trigger.first) if sentence.lows[at] in joints and at not in inside), default=0)


def _told_by_verb(sentence: Sentence, trigger: Trigger) -> tuple[Status, str] | None:
    """What the verb alone tells: a negated one denies, a support verb may call off or propose its noun.

    An event that "did not" or "will not take place" had been announced.
    """
    verb, support = trigger.verb, trigger.support
    if nobody := _subject_of_nobody(sentence, trigger):
        return "denied", nobody
    if verb is None or not (verb.is_negated or (support and support.status != "held")):
        return None
    words = sentence.text[sentence.tokens[verb.first].start : sentence.tokens[verb.last - 1].end]
    if verb.is_negated:
        is_off = support and support.subject == "event" and not sentence.finds("denied", verb.first, verb.last)
        return ("cancelled" if is_off else "denied"), words
    return (support.status if support else "denied"), words


def _subject_of_nobody(sentence: Sentence, trigger: Trigger) -> str | None:
    """The word that opens a verb's clause with nobody as its subject ("Neither X nor Y met", "Ningún ministro")."""
    verb = trigger.verb
    if verb is None or trigger.frame.kind != "verb":
        return None
    at, nobody = sentence.clause_start(verb.first), sentence.lexicon.groups["no_subjects"]
    while at < verb.first and sentence.is_passed(at) and sentence.lows[at] not in nobody:
        at += 1
    is_number = sentence.lows[at + 1 : at + 2] and sentence.lows[at + 1][0].isdigit()  # "No 10"
    is_nobody = at < verb.first and sentence.lows[at] in nobody
    return sentence.tokens[at].text if is_nobody and not is_number else None


def _hypothetical(sentence: Sentence, trigger: Trigger, first: int, near_first: int) -> str | None:
    verb = trigger.verb
    if first == 0 and sentence.lows[0] in sentence.lexicon.groups.get("conditional_openers", frozenset()):
        return sentence.tokens[0].text  # "Sollte X nach Y reisen, …"
    if verb and verb.tense == "may":
        return sentence.text[sentence.tokens[verb.first].start : sentence.tokens[verb.first].end]
    if verb and verb.tense in ("past", "pluperfect"):
        return sentence.finds("hypothetical", first, first + _OPENER)
    is_beside = verb is not None or _frames_news(sentence, trigger)
    last = trigger.last + 1 if is_beside else sentence.clause_end(trigger.last - 1)
    return sentence.finds("hypothetical", near_first, last) or sentence.finds("hypothetical", first, first + 1)


def _as_framed(sentence: Sentence, trigger: Trigger, last: int) -> Status:
    """A noun at whose event something else may be done is a plan ("c'est envisagé à l'occasion du sommet")."""
    is_itself = sentence.finds("hypothetical", trigger.first - _BESIDE, last) is not None
    return "hypothetical" if is_itself or not _frames_news(sentence, trigger) else "planned"


def _proposal(sentence: Sentence, trigger: Trigger, first: int) -> str | None:
    """The words of a proposal before a trigger, none before a promise ("à sa demande, je recevrai X demain")."""
    is_promised = trigger.verb is not None and trigger.verb.tense == "future"
    return None if is_promised else sentence.finds("proposed", first, trigger.first)


def _hearsay(sentence: Sentence, trigger: Trigger, first: int) -> str | None:
    """The words that leave a report to others ("aurait reçu", "reportedly"), None where it is told plainly."""
    verb = trigger.verb
    if verb and verb.tense == "hearsay":
        return sentence.text[sentence.tokens[verb.first].start : sentence.tokens[verb.last - 1].end]
    return sentence.finds("hearsay", max(first, trigger.first - _FAR), trigger.first)
