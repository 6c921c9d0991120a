"""What must hold for any text whatsoever."""

from __future__ import annotations

import hashlib
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.documents.identity import canonical_url, document_id
from transforms.documents.language import detect_language
from transforms.documents.lines import read_lines
from transforms.documents.publication import DateEvidence, find_publication
from transforms.documents.read import RawDocument, read_document
from transforms.documents.reasons import REASONS, UnreadableDocument
from transforms.documents.regions import find_regions
from transforms.documents.sentences import split_sentences

LANGUAGES = st.sampled_from(["fr", "en", "de", "es", "it", "pt", "nl", "und"])
PIECES = st.sampled_from(
    [
        "Le ministre a reçu son homologue à Paris. ", "M. Dupont ", "« Oui »", ' "non" ', "“peut-être” ", "...", "… ",
        "?", "! ", "\n", "\n\n", "\r\n", "\u00a0", "\t3:53", "• ", "- Euronews : ", "Q - ", "R - ", "À lire aussi",
        "Partager", "Mis à jour le: 15 May. 2020 12:26", "26 juin 2020", "PARIS (AFP) – ", "© 2019 AFP", "#Otan #UE",
        "PAUL DURAND", "# ", "Un mot de plus", "3.", "U.S. ", "\u2028", "---\n", "title: x\n", "Par Jeanne Martin",
        "En 2016, ils ont signé. ", "»", "„", "''",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
URLS = st.one_of(
    st.text(max_size=60),
    st.builds(
        "{}://{}{}/{}?{}#{}".format,
        st.sampled_from(["http", "HTTPS", "ftp"]),
        st.sampled_from(["Example.org", "user@e.org", "[::1]", "é.fr", "e.org."]),
        st.sampled_from(["", ":80", ":443", ":8080"]),
        st.text(alphabet="aB/.%é~ 2F", max_size=12),
        st.text(alphabet="ab=&%+utm_s", max_size=14),
        st.text(max_size=3),
    ),
)


@given(URLS)
def test_canonical_address_is_a_fixed_point(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


@given(st.text(max_size=10), st.none() | st.text(max_size=10), st.none() | URLS, st.text(max_size=10))
def test_ids_are_short_and_depend_on_nothing_else(source: str, name: str | None, url: str | None, sha: str) -> None:
    first = document_id(source, name, url, sha)
    assert first == document_id(source, name, url, sha)
    assert len(first) == 20
    assert set(first) <= set("0123456789abcdef")


@given(TEXTS)
def test_lines_hold_everything_that_shows(text: str) -> None:
    lines = read_lines(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() for line in lines)
    assert all(before.end <= line.start for before, line in pairwise(lines))
    assert not any(map(str.isalnum, "".join(_gaps(text, [(line.start, line.end) for line in lines]))))


@given(TEXTS, LANGUAGES, st.none() | st.text(max_size=40))
def test_regions_are_true_sorted_and_apart(text: str, language: str, title: str | None) -> None:
    regions = find_regions(text, language, title)
    assert list(regions) == sorted(regions, key=lambda r: (r.start, r.end, r.kind))
    assert all(0 <= r.start < r.end <= len(text) and text[r.start : r.end].strip() for r in regions)
    assert all(r.rule_id.split(".")[0] == r.kind for r in regions)
    for kind in {r.kind for r in regions}:
        same = [r for r in regions if r.kind == kind]
        assert all(before.end <= after.start for before, after in pairwise(same))


@given(TEXTS, LANGUAGES)
def test_sentences_cover_the_prose_exactly_once(text: str, language: str) -> None:
    regions = find_regions(text, language)
    spans = split_sentences(text, regions, language)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
    skipped = [(r.start, r.end) for r in regions if r.kind in ("furniture", "header", "dateline")]
    covered = [(s.start, s.end) for s in spans]
    assert not any(map(str.isalnum, "".join(_gaps(text, skipped + covered))))
    assert not any(s < b and a < e for a, b in skipped for s, e in covered)


@given(TEXTS, LANGUAGES)
def test_sentences_respect_the_borders_of_what_stands_apart(text: str, language: str) -> None:
    regions = find_regions(text, language)
    borders = [
        b for r in regions if r.kind in ("caption", "headline", "standfirst", "question") for b in (r.start, r.end)
    ]
    assert not any(s.start < b < s.end for s in split_sentences(text, regions, language) for b in borders)


@given(
    st.lists(
        st.sampled_from(
            [
                "Le ministre a partagé cet article avec ses collègues de la commission.",
                "Mis à jour le 15 mai 2020, le plan a été adopté par le conseil.",
                "Nous utilisons des cookies pour le goûter, a plaisanté le président.",
                "Par Paris et par Rome, ils ont gagné la Grèce et la Turquie.",
                "À lire aussi ces pages, on comprend que la paix a un prix.",
                "Source de tensions, le projet a été retiré par le gouvernement grec.",
                "Il a quitté la salle après 3:53 de discours.",
                "La photo © AFP a fait le tour du monde.",
            ]
        ),
        min_size=8,
        max_size=14,
    ),
    LANGUAGES,
)
def test_sentences_in_long_paragraphs_are_never_furniture(sentences: list[str], language: str) -> None:
    text = "Un titre de cinq mots ici\n\n" + " ".join(sentences) + "\n\nUne autre phrase a suivi le tout."
    furniture = [r for r in find_regions(text, language) if r.kind == "furniture"]
    assert furniture == []


@given(TEXTS, LANGUAGES, st.none() | st.text(max_size=30))
def test_publication_says_one_thing(text: str, language: str, declared: str | None) -> None:
    publication = find_publication(DateEvidence(declared=declared), text, language, find_regions(text, language))
    assert (publication.published_on is None) == (publication.basis == "none")
    assert publication.not_before is None or publication.published_on is None
    assert publication.published_at is None or publication.published_at.tzinfo is not None


@given(TEXTS)
def test_language_is_a_code_and_stays_the_same(text: str) -> None:
    code = detect_language(text)
    assert code == detect_language(text)
    assert code == "und" or (len(code) == 2 and code.islower())


@given(
    st.one_of(st.binary(max_size=200), TEXTS.map(lambda t: t.encode("utf-8", "replace"))),
    st.sampled_from(["text/plain", "text/markdown", "text/html", "application/x-chronofil-record+json", "x/y"]),
)
@settings(deadline=None)
def test_any_bytes_become_a_document_or_a_reason(content: bytes, media_type: str) -> None:
    digest = hashlib.sha256(content).hexdigest()
    raw = RawDocument(digest[:20], "s", None, 1, None, media_type, content, digest)
    try:
        document = read_document(raw, max_characters=5000)
    except UnreadableDocument as unreadable:
        assert unreadable.reason_code in REASONS  # noqa: PT017 -- either outcome is right
    else:
        if media_type == "text/plain" and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
            assert document.text.encode() == content or max(bytes([b]) for b in content) >= b"\x80"


HOSTILE = {
    "spaces": " ",
    "one word": "a",
    "full stops": ".",
    "initials": "A. ",
    "straight quotes": '"',
    "open guillemets": "«",
    "labels": "Partager\n",
    "related labels": "À lire aussi\n",
    "related labels and prose": "À lire aussi\nUne phrase qui compte bien plus de huit mots, pour de vrai.\n",
    "credits": "© 2019 AFP\n",
    "dates": "12 janvier 2022 ",
    "turns": "Q - x ?\nR - y.\n",
    "names": "PAUL DURAND\noui.\nMARIE PETIT\nnon ?\n",
    "colons": "Ab: c\n",
    "hashes": "# ",
    "dashes": "- A – B © ",
    "auxiliaries": "hat x ",
    "keys": "a: b\n",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["fr", "de"])
def test_hostile_text_costs_no_more_than_its_length(name: str, language: str) -> None:
    """Twice the text, about twice the calls: a rule that looks back over all lines would make them four times."""
    piece = HOSTILE[name]
    once, twice = (_calls(piece * (count // len(piece)), language) for count in (6_000, 12_000))
    assert twice <= 2.5 * once + 200


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_text_comes_to_an_end(name: str) -> None:
    piece = HOSTILE[name]
    text = piece * (60_000 // len(piece)) + "x"
    regions = find_regions(text, "fr")
    assert all(span.end <= len(text) for span in split_sentences(text, regions, "fr"))
    find_publication(DateEvidence(), text, "fr", regions)


def _calls(text: str, language: str) -> int:
    find_regions("", language)
    count = 0

    def observe(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(observe)
    try:
        regions = find_regions(text, language)
        split_sentences(text, regions, language)
        find_publication(DateEvidence(), text, language, regions)
    finally:
        sys.setprofile(None)
    return count


def _gaps(text: str, covered: list[tuple[int, int]]) -> list[str]:
    gaps: list[str] = []
    position = 0
    for start, end in sorted(covered):
        if start > position:
            gaps.append(text[position:start])
        position = max(position, end)
    return [*gaps, text[position:]]
