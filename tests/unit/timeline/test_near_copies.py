from __future__ import annotations

from dataclasses import replace

from tests.golden.timeline.told import tell
from transforms.records import Region
from transforms.timeline.near_copies import are_copies, group_copies, sketch_document, sketch_text

WIRE = (
    "PARIS, 28 novembre. Le président français Emmanuel Macron a reçu jeudi à l'Élysée le secrétaire général de "
    "l'Otan, Jens Stoltenberg, à six jours du sommet de Londres. Les deux hommes ont parlé du Sahel et des propos du "
    "président."
)
OWN = (
    "Le chef de l'État a vu jeudi le patron de l'Alliance. Au menu de leur tête-à-tête, la lutte contre le terrorisme, "
    "la Turquie et le partage des dépenses, à quelques jours d'un rendez-vous qui s'annonce tendu outre-Manche."
)


def test_a_reprint_with_a_new_head_and_tail_is_a_copy() -> None:
    assert are_copies(sketch_text(WIRE), sketch_text(f"Politique. {WIRE} (avec agence)"))


def test_an_own_text_on_the_same_event_is_none() -> None:
    assert not are_copies(sketch_text(WIRE), sketch_text(OWN))


def test_an_excerpt_is_a_copy_of_a_long_text() -> None:
    long_text = " ".join(f"{WIRE} phrase numéro {n} sur un autre sujet encore" for n in range(4)) + OWN * 2
    assert are_copies(sketch_text(WIRE), sketch_text(long_text))


def test_short_readouts_alike_by_their_genre_are_no_copies() -> None:
    one = sketch_text("Emmanuel Macron spoke with Volodymyr Zelenskyy by telephone on Saturday.")
    assert not are_copies(one, sketch_text("Emmanuel Macron spoke with Volodymyr Zelenskyy by telephone on Sunday."))


def test_groups_are_numbered_by_their_first_text() -> None:
    sketches = {"a": sketch_text(WIRE), "b": sketch_text(OWN), "c": sketch_text(WIRE + " (agence)")}
    assert group_copies(["a", "b", "c"], sketches) == {"a": 0, "b": 1, "c": 0}


def test_furniture_makes_no_copies() -> None:
    banner = " ".join(f"bannière {n} de consentement" for n in range(60)) + "\n"
    page = tell({"document": {"text": banner + WIRE}, "mentions": []}, "a").document
    other = tell({"document": {"text": banner + OWN}, "mentions": []}, "b").document
    assert are_copies(sketch_document(page), sketch_document(other))
    furniture = (Region(0, len(banner), "furniture", "test"),)
    page, other = replace(page, regions=furniture), replace(other, regions=furniture)
    assert not are_copies(sketch_document(page), sketch_document(other))
    assert sketch_document(page) == sketch_text(WIRE)
