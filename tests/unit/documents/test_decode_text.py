"""Bytes to text, and the reasons why not."""

from __future__ import annotations

import codecs
import hashlib

import pytest

from transforms.documents.decode import decode_text
from transforms.documents.reasons import REASONS, UnreadableDocument

PROSE = (
    "Le secrétaire général a été reçu à l’Élysée, où les deux hommes se sont entretenus pendant près d’une heure. "
    "Très attendue, la rencontre a permis d’évoquer la sécurité européenne et la présence alliée en mer Égée."
)
GERMAN = "Die Außenminister trafen sich am Abend in München, um über die Lage zu sprechen. Später fuhren sie nach Köln."


def reason(content: bytes, charset: str | None = None) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        decode_text(content, charset)
    return caught.value.reason_code


def test_every_character_stays() -> None:
    text = "Un\u00a0mot\r\n\r\nl’autre\u202f!\ttab\u2028fin \n"
    assert decode_text(text.encode()) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode_text(mark + PROSE.encode(encoding), "iso-8859-1") == PROSE


SHORT = (
    "La ministre a été reçue à l'Élysée le 5 décembre par le président français, après une réunion à Bruxelles.",
    "Der Außenminister empfing gestern in München den französischen Präsidenten zu Gesprächen über die Lage.",
    "O Presidente da República recebeu ontem em São Paulo o ministro das Relações Exteriores, que não falou.",
    "El presidente español se reunió mañana con el señor ministro en La Coruña, según fuentes próximas.",
    "Il presidente della Repubblica ha ricevuto ieri al Quirinale il ministro, che è già ripartito per la città.",
)


@pytest.mark.parametrize("text", [PROSE, GERMAN, *SHORT])
def test_windows_1252_prose_is_recognised(text: str) -> None:
    assert decode_text(text.encode("cp1252")) == text


@pytest.mark.parametrize(("text", "encoding"), [
    ("Prezydent spotkał się wczoraj w Warszawie z prezydentem Francji, żeby omówić sytuację na Ukrainie.", "cp1250"),
    ("Президент встретился вчера в Кремле с министром иностранных дел соседней страны.", "cp1251"),
    (SHORT[0], "mac_roman"),
])
def test_other_undeclared_encodings_are_refused_rather_than_guessed(text: str, encoding: str) -> None:
    assert reason(text.encode(encoding)) == "undecodable"


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode_text("Prix : 5 € – l’été".encode("cp1252"), "ISO-8859-1") == "Prix : 5 € – l’été"


def test_declared_encoding_is_used_where_utf_8_fails() -> None:
    assert decode_text("Встреча в Москве".encode("cp1251"), "windows-1251") == "Встреча в Москве"


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decode_text(PROSE.encode(), "windows-1251") == PROSE


def test_unknown_declared_encoding_is_ignored() -> None:
    assert decode_text(PROSE.encode(), "klingon-8") == PROSE


def test_utf_16_without_mark_needs_the_declaration() -> None:
    assert decode_text(PROSE.encode("utf-16-le"), "utf-16-le") == PROSE
    assert reason(PROSE.encode("utf-16-le")) == "binary"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", "\u00a0\u200b\ufeff ".encode(), codecs.BOM_UTF8])
def test_nothing_to_read_is_empty(content: bytes) -> None:
    assert reason(content) == "empty"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%...",
        b"PK\x03\x04word/document.xml",
        b"\x89PNG\r\n\x1a\n",
        b"text\x00text",
        b"abc" + b"\x01\x02" * 9,
    ],
)
def test_binary_content_is_named_so(content: bytes) -> None:
    assert reason(content) == "binary"


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_never_read(seed: int) -> None:
    noise = bytes(b for b in hashlib.shake_256(bytes([seed])).digest(4000) if b >= 0x80)
    assert reason(noise) == "undecodable"


def test_too_few_bytes_to_guess_from() -> None:
    assert reason("été".encode("latin-1")) == "undecodable"


def test_cut_utf_16_is_undecodable() -> None:
    assert reason(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8") == "undecodable"


def test_a_reason_outside_the_list_cannot_be_given() -> None:
    with pytest.raises(KeyError):
        UnreadableDocument("because", "")


def test_reasons_explain_themselves() -> None:
    assert all(code.islower() and len(meaning) > 20 for code, meaning in REASONS.items())
