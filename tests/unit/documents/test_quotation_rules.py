"""Words that somebody says: quotation marks, and the turns and questions of interviews."""

from __future__ import annotations

import pytest

from tests.unit.documents.marking import BODY, marked, words_of


@pytest.mark.parametrize(
    ("text", "rule_id", "quoted"),
    [
        ("Il a dit : « C'est fait\u00a0», puis il est parti.", "quotation.guillemets", "« C'est fait\u00a0»"),
        ("He said: “It is done”, then left.", "quotation.curly", "“It is done”"),
        ('Il a dit "oui" et rien de plus.', "quotation.straight", '"oui"'),
        ("Er sagte: „Das ist gut“, und ging.", "quotation.low", "„Das ist gut“"),
        ("Er sagte: »Das ist gut.« Dann ging er.", "quotation.reversed_guillemets", "»Das ist gut.«"),
        ("He said `` yes '' and left.", "quotation.tokenised", "`` yes ''"),
    ],
)
def test_quotation_marks(text: str, rule_id: str, quoted: str) -> None:
    assert words_of(text, rule_id, "de" if "Er" in text else "fr") == [quoted]


def test_quotation_over_two_paragraphs() -> None:
    text = "Il a dit : « Nous irons.\n\nNous reviendrons. » Puis il est parti."
    assert words_of(text, "quotation.guillemets") == ["« Nous irons.\n\nNous reviendrons. »"]


@pytest.mark.parametrize("text", ['Un écran de 24" a été livré.', "Il a dit « oui et il est parti.", "3» et 4«"])
def test_marks_that_never_close_quote_nothing(text: str) -> None:
    assert [rule for rule, _ in marked(text) if rule.startswith("quotation")] == []


INTERVIEW = (
    "- Euronews : “Vous allez rencontrer le président. Que lui direz-vous ?”\n\n"
    "- Jens Stoltenberg : “Nous parlerons de défense et des engagements pris ensemble depuis des années.”\n\n"
    "- Euronews : “Est-ce suffisant ?”\n\n"
    "- Jens Stoltenberg : “Oui. On va dans la bonne direction, et nous y resterons.”\n\n"
    "Partager cet article"
)


def test_turns_of_an_interview() -> None:
    assert words_of(INTERVIEW, "question.turn")[1] == "“Est-ce suffisant ?”"
    assert words_of(INTERVIEW, "quotation.turn")[1] == "“Oui. On va dans la bonne direction, et nous y resterons.”"
    assert words_of(INTERVIEW, "furniture.speaker_label")[0] == "- Euronews : "


def test_turns_by_letters_go_on_over_paragraphs() -> None:
    text = "Q - Bonjour. Où allez-vous ?\n\nR - À Athènes.\n\nEt puis à Rome.\n\nQ - Merci."
    assert words_of(text, "quotation.turn") == ["À Athènes.\n\nEt puis à Rome."]
    assert words_of(text, "question.turn") == ["Bonjour. Où allez-vous ?", "Merci."]


def test_turns_under_names_in_capitals() -> None:
    text = (
        "PATRICK ROGER\nVous recevez votre homologue demain ?\n\n"
        "ALAIN GRISET\nOui, demain matin, à mon ministère, avec lui.\n\n"
        "PATRICK ROGER\nPour parler de quoi ?\n\n"
        "ALAIN GRISET\nDes entreprises artisanales, qui ont souffert cette année."
    )
    assert words_of(text, "question.turn") == ["Vous recevez votre homologue demain ?", "Pour parler de quoi ?"]
    assert len(words_of(text, "quotation.turn")) == 2


def test_debate_without_questions_has_no_interviewer() -> None:
    text = "MARIE DUPONT\nJe suis contre.\n\nPAUL DURAND\nJe suis pour.\n\n" * 2
    assert words_of(text, "question.turn") == []
    assert len(words_of(text, "quotation.turn")) == 4


def test_headline_of_an_interview_is_no_turn() -> None:
    title = 'Jens Stoltenberg: "L\'OTAN va rejoindre la coalition"'
    text = f"{title}\n\n{title}\n\n{INTERVIEW}"
    assert words_of(text, "headline.first_line") == [title]
    assert words_of(text, "furniture.repeated_title") == [title]


def test_one_colon_makes_no_interview() -> None:
    text = f"Contact : le service de presse\n\n{BODY}\n\nLieu : Athènes"
    assert not [rule for rule, _ in marked(text) if rule.endswith(("turn", "speaker_label"))]


def test_questions_without_labels() -> None:
    answer = "Nous avons beaucoup travaillé et nous continuerons, car la situation le demande à chacun de nous."
    text = "\n\n".join(f"Que faites-vous en {month} ?\n\n{answer}" for month in ("mai", "juin", "juillet"))
    assert len(words_of(text, "question.unlabelled")) == 3
