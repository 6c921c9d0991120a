"""Languages declared and detected."""

from __future__ import annotations

import pytest

from transforms.documents.language import detect_language, normalize_language


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("fr", "fr"), ("fr-FR", "fr"), ("FR_be", "fr"), ("french", "fr"), ("français", "fr"), ("Deutsch", "de"),
        ("deu", "de"), ("pt-BR", "pt"), ("espagnol", "es"), ("eng", "en"), ("ja", "ja"), (" it ", "it"),
        ("zz", None), ("klingon", None), ("", None), (None, None), ("x-default", None), ("français (France) !", None),
    ],
)  # fmt: skip
def test_declared_names_become_iso_codes(declared: str | None, code: str | None) -> None:
    assert normalize_language(declared) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le président a reçu la chancelière à Paris pour évoquer la situation en Libye.", "fr"),
        ("The prime minister met his counterpart in London to discuss trade.", "en"),
        ("Die Kanzlerin hat am Montag mit dem Präsidenten telefoniert.", "de"),
        ("El presidente se reunió con su homólogo en el palacio de la Moncloa.", "es"),
        ("Il presidente della Repubblica ha ricevuto il premier al Quirinale.", "it"),
        ("O presidente recebeu o ministro dos Negócios Estrangeiros em Lisboa.", "pt"),
        ("El president de la Generalitat ha rebut avui el ministre a Barcelona amb els consellers.", "ca"),
    ],
)
def test_prose_is_recognised(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_short_headline_by_its_function_words() -> None:
    assert detect_language("Macron et Merkel à Paris pour le sommet") == "fr"


@pytest.mark.parametrize(
    "text", ["", "12 345 (6:7)", "Merkel", "asdkjh qwoiue zmxnc qpwoei", "https://example.org/a/b"]
)
def test_what_cannot_be_told_is_undetermined(text: str) -> None:
    assert detect_language(text) == "und"


def test_declaration_wins_over_the_words() -> None:
    assert detect_language("The prime minister met his counterpart in London.", "fr-FR") == "fr"


def test_useless_declaration_is_passed_over() -> None:
    assert detect_language("The prime minister met his counterpart in London to discuss trade.", "?") == "en"
