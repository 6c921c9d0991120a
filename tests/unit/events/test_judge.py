"""The judge: how weights make an answer, what it is asked, and what its answers change."""

from __future__ import annotations

import pytest

from flows.gazetteer import load_gazetteer
from tests.golden.events.test_event_sentences import PUBLISHED
from transforms.documents.regions import find_regions
from transforms.documents.sentences import split_sentences
from transforms.events.judge import Case, Judge, Question, load_judge, read_question
from transforms.events.judging import COMPLETES, MAKES, TELLS
from transforms.events.mentions import find_mentions
from transforms.records import COMPLETED, JUDGED, Document, Mention

PAIRED = Question(0.0, 0.6, {"side": {"after": 1.0}}, {("side", "kind"): {("after", "person"): 1.0}})


class Named(Judge):
    """Says yes to some names, and keeps what it was asked."""

    def __init__(self, *names: str) -> None:
        super().__init__({})
        self.names = names
        self.asked: list[Case] = []

    def says_yes(self, case: Case) -> bool:
        self.asked.append(case)
        return any(name in self.names for name in case.names)


class Telling(Named):
    """Says yes to every trigger that rules reject, too."""

    def says_yes(self, case: Case) -> bool:
        return super().says_yes(case) or case.question == TELLS


def told(text: str, judge: Judge, language: str = "en", title: str | None = None) -> list[Mention]:
    regions = find_regions(text, language)
    document = Document(
        "case", None, "s", None, None, title, language, PUBLISHED, None, "declared", None, None, "text/plain", text, "",
        1, regions,
    )  # fmt: skip
    sentences = split_sentences(text, regions, language)
    return find_mentions(document, sentences=sentences, gazetteer=load_gazetteer(), judge=judge)


def test_an_answer_is_the_sum_of_the_weights_of_what_is_seen() -> None:
    assert PAIRED.probability({"side": "before", "kind": "country"}) == 0.5
    assert PAIRED.probability({"side": "after", "kind": "country"}) == pytest.approx(0.731, abs=0.001)
    assert PAIRED.probability({"side": "after", "kind": "person"}) == pytest.approx(0.881, abs=0.001)
    assert PAIRED.probability({"side": "before", "kind": "person"}) == 0.5


def test_yes_is_said_from_the_threshold_on() -> None:
    judge = Judge({"joins": PAIRED})
    assert judge.says_yes(Case("joins", 0, 1, "meeting", ("X",), (), {"side": "after", "kind": ""}))
    assert not judge.says_yes(Case("joins", 0, 1, "meeting", ("X",), (), {"side": "before", "kind": ""}))


def test_a_question_never_learned_is_an_error() -> None:
    with pytest.raises(KeyError):
        Judge({}).says_yes(Case("joins", 0, 1, "meeting", (), (), {}))


def test_a_trait_that_counts_with_others_must_be_told() -> None:
    with pytest.raises(KeyError):
        PAIRED.probability({"side": "after"})


def test_weights_are_a_table_of_tables() -> None:
    written = {"intercept": -1.0, "threshold": 0.5, "weights": {"side & kind": {"after & person": 2.0}}}
    assert read_question(written).probability({"side": "after", "kind": "person"}) == pytest.approx(0.731, abs=0.001)
    with pytest.raises(TypeError, match="weights"):
        read_question({"intercept": 0, "threshold": 0.5, "weights": [1.0]})


@pytest.mark.parametrize("question", [COMPLETES, MAKES, TELLS])
def test_every_learned_trait_is_one_that_is_seen(question: str) -> None:
    listener = Named()
    told("Angela Merkel met on Monday. Yesterday's meeting in Lisbon with Fenprof failed.", listener)
    seen = {name for case in listener.asked for name in case.traits}
    weights = load_judge().questions[question]
    learned = {*weights.single, *(name for names in weights.crossed for name in names)}
    assert learned
    assert learned <= seen


def test_what_rules_find_complete_is_not_judged() -> None:
    judge = Named("Mario Draghi")
    mentions = told("Mario Draghi watched as Angela Merkel met Emmanuel Macron in Berlin on Monday.", judge)
    assert [[p.name for p in mention.participants] for mention in mentions] == [["Angela Merkel", "Emmanuel Macron"]]
    assert not [case for case in judge.asked if case.question == COMPLETES]


def test_a_party_by_judgement_is_told_in_the_rules_id() -> None:
    text = "Tuesday's meeting was cut short when Angela Merkel and, to general surprise, Fenprof left the room."
    assert not [m for m in told(text, Named()) if m.event_type == "meeting"]
    (mention,) = (m for m in told(text, Named("Angela Merkel", "Fenprof")) if m.event_type == "meeting")
    assert {p.name for p in mention.participants} == {"Angela Merkel", "Fenprof"}
    assert mention.rule_id.endswith(JUDGED)
    assert mention.frame_id == mention.rule_id.removesuffix(JUDGED)
    assert not mention.rule_id.endswith(COMPLETED)


def test_quoted_words_make_no_report() -> None:
    judge = Named("Angela Merkel")
    told("“A meeting on Tuesday may help Angela Merkel, nothing else,” said Paul Brook.", judge)
    assert not [case for case in judge.asked if case.question == MAKES and case.event_type == "meeting"]


def test_nobody_meets_twice_in_one_sentence_by_judgement() -> None:
    text = "Angela Merkel met Emmanuel Macron in Berlin on Monday, a meeting long planned."
    mentions = told(text, Named("Angela Merkel", "Emmanuel Macron"))
    assert not [mention for mention in mentions if mention.rule_id.endswith(JUDGED)]


def test_a_trigger_that_misses_what_it_needs_is_told_by_judgement() -> None:
    text = "The dinner lasted until midnight. Angela Merkel left the room, and Fenprof stayed."
    assert not told(text, Named())
    (mention,) = told(text, Telling())
    assert (mention.event_type, mention.participants) == ("meeting", ())
    assert mention.rule_id.endswith(JUDGED)


def test_what_is_told_by_judgement_takes_its_likely_parties() -> None:
    text = "The dinner lasted until midnight, when Angela Merkel left and only Fenprof stayed."
    (mention,) = told(text, Telling("Angela Merkel"))
    assert [participant.name for participant in mention.participants] == ["Angela Merkel"]


def test_whether_a_title_tells_an_event_is_not_asked() -> None:
    judge = Telling()
    told("Nobody knows what Angela Merkel thinks.", judge, title="The long dinner")
    assert not [case for case in judge.asked if case.question == TELLS]
