from __future__ import annotations

import pytest

from tests.unit.actors.world import small_gazetteer
from transforms.actors.phrases import ActorPhrase
from transforms.actors.reading import read_actors
from transforms.actors.tokens import tokenise
from transforms.actors.words import title_words


def actors(text: str, language: str = "fr") -> list[ActorPhrase]:
    return read_actors(text, tokenise(text, 0, len(text)), small_gazetteer(), title_words(language))


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "holder"),
    [
        (
            "fr",
            "le secrétaire général de l’OTAN, Jens Stoltenberg, a",
            "Jens Stoltenberg",
            "secretary_general",
            "org.nato",
        ),
        ("fr", "le secrétaire à la Défense des États-Unis, Mark Esper, au", "Mark Esper", "defence_minister", "USA"),
        ("fr", "le secrétaire américain à la Défense Mark Esper", "Mark Esper", "defence_minister", "USA"),
        (
            "fr",
            "Jens Stoltenberg, secrétaire général de l'Otan, a",
            "Jens Stoltenberg",
            "secretary_general",
            "org.nato",
        ),
        ("fr", "le président turc Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "head_of_state", "TUR"),
        (
            "fr",
            "le président par intérim de la Turquie, Recep Tayyip Erdogan, a",
            "Recep Tayyip Erdoğan",
            "head_of_state",
            "TUR",
        ),
        ("en", "U.S. President Joseph R. Biden, Jr. spoke", "Joe Biden", "head_of_state", "USA"),
        ("en", "NATO Secretary General Jens Stoltenberg", "Jens Stoltenberg", "secretary_general", "org.nato"),
        ("en", "Turkey's President Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "head_of_state", "TUR"),
        ("de", "den türkischen Präsidenten Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "head_of_state", "TUR"),
        ("de", "US-Präsident Joe Biden", "Joe Biden", "head_of_state", "USA"),
        ("es", "el presidente turco, Recep Tayyip Erdogan,", "Recep Tayyip Erdoğan", "head_of_state", "TUR"),
        (
            "it",
            "il segretario generale della NATO, Jens Stoltenberg,",
            "Jens Stoltenberg",
            "secretary_general",
            "org.nato",
        ),
        ("pt", "o presidente da França, Emmanuel Macron,", "Emmanuel Macron", "head_of_state", None),
    ],
)
def test_title_and_name_are_one_actor(language: str, text: str, name: str, kind: str, holder: str | None) -> None:
    found = [phrase for phrase in actors(text, language) if phrase.kind == "person"]
    assert [(p.name, p.office_kind) for p in found] == [(name, kind if holder else found[0].office_kind)]
    assert found[0].holder == holder


def test_title_alone_points_back() -> None:
    (phrase,) = actors("le président turc")
    assert (phrase.anaphor, phrase.office_kind, phrase.holder, phrase.actor_id) == (
        "title",
        "head_of_state",
        "TUR",
        None,
    )


@pytest.mark.parametrize("text", ["l'ancien président français", "l'ex-président français"])
def test_former_titles(text: str) -> None:
    assert [phrase.is_former for phrase in actors(text)] == [True]


def test_president_of_something_unknown_is_no_head_of_state() -> None:
    assert [phrase.office_kind for phrase in actors("le président de Valmière, Inès Calmont, a")] == [None]


def test_plural_titles_name_their_members() -> None:
    found = actors("les présidents français et turc")
    assert [(phrase.office_kind, phrase.holder) for phrase in found] == [
        ("head_of_state", "FRA"),
        ("head_of_state", "TUR"),
    ]
    named = actors("les présidents français Emmanuel Macron et turc Recep Tayyip Erdogan")
    assert [phrase.actor_id for phrase in named] == ["per.emmanuel-macron", "per.recep-tayyip-erdogan"]


def test_coordinated_modifiers_in_english() -> None:
    assert [phrase.holder for phrase in actors("French and German defence ministers met", "en")] == ["FRA", "DEU"]


@pytest.mark.parametrize(
    ("text", "anaphor"),
    [
        ("les deux hommes", "pair"),
        ("celui-ci", "latter"),
        ("son homologue turc", "counterpart"),
        ("le Turc", "national"),
        ("M. Esper", "surname"),
        ("ils", "they"),
    ],
)
def test_words_that_point_back(text: str, anaphor: str) -> None:
    assert actors(text)[-1].anaphor == anaphor


def test_initials_are_no_pronoun() -> None:
    assert [phrase.anaphor for phrase in actors("US", "en")] == [None]


def test_two_capitals_need_a_first_name() -> None:
    assert actors("Activité Partielle") == []
    assert [phrase.name for phrase in actors("Mark Dupont")] == ["Mark Dupont"]


def test_particles_in_a_row_go_on_with_a_name() -> None:
    text = "El ministro Juan de la Rosa viajó."
    found = read_actors(text, tokenise(text, 0, len(text)), small_gazetteer(), title_words("es"))
    assert [phrase.name for phrase in found] == ["Juan de la Rosa"]


def test_genitive_may_close_a_sentence() -> None:
    assert [phrase.name for phrase in actors("The house was Jens Stoltenberg's", "en")] == ["Jens Stoltenberg"]
