from __future__ import annotations

import pytest

from transforms.actors.tokens import fold, name_key, slug, tokenise
from transforms.actors.trie import PhraseTable
from transforms.actors.words import expand_forms, split_words


def test_tokens_keep_offsets_and_elisions_apart() -> None:
    text = "L’OTAN a-t-elle reçu M. Kramp-Karrenbauer d'Ankara ?"
    tokens = tokenise(text, 0, len(text))
    assert [t.text for t in tokens] == [
        "L’",
        "OTAN",
        "a-t-elle",
        "reçu",
        "M",
        ".",
        "Kramp-Karrenbauer",
        "d'",
        "Ankara",
        "?",
    ]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert tokens[0].low == "l'"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Jóhanna Sigurðardóttir", "johanna-sigurðardottir"),
        ("Lars Løkke Rasmussen", "lars-lokke-rasmussen"),
        ("O'Brien", "o-brien"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_fold_makes_spellings_equal() -> None:
    assert fold("ÉLYSÉE") == fold("Elysee")
    assert name_key("George W. Bush") == ("george", "w", "bush")


def test_longest_sequence_wins() -> None:
    table = PhraseTable([(("a",), 1), (("a", "b"), 2), (("a",), 3)])
    assert table.find(["a", "b"], 0) == (2, 2)
    assert table.find(["a", "c"], 0) == (1, 1)
    assert table.find(["b"], 0) is None


def test_notation_of_forms() -> None:
    assert list(expand_forms("grec+s rus~o,a")) == ["grec", "grecs", "ruso", "rusa"]
    assert split_words("de l'") == ("de", "l'")
