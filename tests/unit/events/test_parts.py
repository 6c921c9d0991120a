from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.events.making import mention, people
from transforms.actors.tokens import tokenise
from transforms.events.codes import event_codes
from transforms.events.linking import link_mentions, may_be_same_event
from transforms.events.read_lexicon import load_lexicon
from transforms.events.triggers import find_triggers
from transforms.identity import mention_id
from transforms.languages.load import LANGUAGES
from transforms.records import EventType


def tense(language: str, text: str) -> tuple[str, str, bool]:
    (trigger,) = [t for t in find_triggers(tokenise(text, 0, len(text)), load_lexicon(language)) if t.verb]
    assert trigger.verb is not None
    return trigger.frame.event_type, trigger.verb.tense, trigger.verb.is_passive


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il a reçu", ("meeting", "past", False)),
        ("fr", "Il a été reçu", ("meeting", "past", True)),
        ("fr", "Il sera reçu", ("meeting", "future", True)),
        ("fr", "Il recevra", ("meeting", "future", False)),
        ("fr", "Il doit rencontrer", ("meeting", "future", False)),
        ("fr", "Il pourrait rencontrer", ("meeting", "may", False)),
        ("fr", "Il aurait rencontré", ("meeting", "hearsay", False)),
        ("fr", "Il avait rencontré", ("meeting", "pluperfect", False)),
        ("fr", "Ils se sont entretenus", ("meeting", "past", False)),
        ("fr", "Nous nous sommes réunis", ("meeting", "past", False)),
        ("fr", "Il a eu un entretien téléphonique", ("call", "past", False)),
        ("en", "He will meet", ("meeting", "future", False)),
        ("en", "He is to meet", ("meeting", "future", False)),
        ("en", "He was received", ("meeting", "past", True)),
        ("en", "He held a telephone conversation", ("call", "past", False)),
        ("de", "Er hat am Montag in Berlin telefoniert", ("call", "past", False)),
        ("es", "Se reunirá mañana", ("meeting", "future", False)),
        ("it", "Ha ricevuto", ("meeting", "past", False)),
        ("pt", "Vai viajar", ("visit", "future", False)),
    ],
)
def test_tense_and_voice(language: str, text: str, expected: tuple[str, str, bool]) -> None:
    assert tense(language, text) == expected


def test_an_auxiliary_is_no_support_verb() -> None:
    text = "Il a salué la réunion"
    (trigger,) = find_triggers(tokenise(text, 0, len(text)), load_lexicon("fr"))[-1:]
    assert trigger.verb is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_core_types(language: str) -> None:
    lexicon = load_lexicon(language)
    types = set()
    for word in lexicon.first_words:
        for table in (lexicon.verbs, lexicon.nouns):
            types |= {form.frame.event_type for _, forms in table.candidates(word) for form in forms}
    core = {"meeting", "call", "summit", "visit", "negotiation", "press_conference", "interview", "signing"}
    assert core <= types


def test_identity_of_a_mention() -> None:
    assert mention_id("d", "text", 1, 2, "call") == mention_id("d", "text", 1, 2, "call")
    assert len({mention_id("d", "text", 1, 2, "call"), mention_id("d", "title", 1, 2, "call")}) == 2
    assert len(mention_id("d", "text", 1, 2, "call")) == 20


def test_participants_decide_identity_within_a_document() -> None:
    one = mention()
    assert may_be_same_event(one, replace(one, participants=people("per.a")))
    assert not may_be_same_event(one, replace(one, participants=people("per.a", "per.c")))
    assert not may_be_same_event(one, replace(one, status="planned"))
    assert not may_be_same_event(one, replace(one, participants=()))


def test_a_loose_talk_is_the_call_told_before() -> None:
    text = "A a appelé B. Ils se sont entretenus de X."
    call = replace(mention(text, "appelé"), event_type="call", medium="telephone")
    talk = replace(mention(text, "entretenus"), medium="unknown", rule_id="fr.verb.entretenir")
    assert [(m.event_type, m.medium) for m in link_mentions([call, talk])] == [("call", "telephone")] * 2


def test_a_noun_beside_its_verb_is_no_second_event() -> None:
    text = "A a reçu B pour un entretien"
    verb = mention(text, "reçu")
    noun = replace(mention(text, "entretien"), rule_id="fr.noun.entretien", participants=people("per.a"))
    assert link_mentions([verb, noun]) == [verb]


def test_one_statement_a_speaker_and_none_beside_a_press_conference() -> None:
    said = replace(mention(), event_type="statement", participants=people("per.a"))
    again = replace(said, trigger_start=20)
    assert link_mentions([said, again]) == [said]
    asked = replace(mention(), event_type="press_conference", participants=people("per.a"))
    assert link_mentions([said, asked]) == [asked]


VISIT = EventType("visit", "Visit", True, "", "042", "036", "CONSULT", "visit", "Contact.Meet")


@pytest.mark.parametrize(
    ("status", "role", "code"),
    [("held", "guest", "042"), ("held", "host", "043"), ("planned", "guest", "036"), ("cancelled", "guest", None)],
)
def test_codes_follow_status_and_role(status: str, role: str, code: str | None) -> None:
    codes = event_codes("visit", status, "in_person", role, {"visit": VISIT})  # type: ignore[arg-type]
    assert codes.cameo_code == code
    assert codes.ace_type == "Contact.Meet"


def test_unknown_types_have_no_codes() -> None:
    assert event_codes("other", "held", "unknown", None, {}) == (None, None, None, None)
