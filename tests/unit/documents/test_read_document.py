"""Files, pages and records of every kind, through the one door."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime

import pytest

from transforms.documents.read import RECORD_MEDIA_TYPE, RawDocument, read_document
from transforms.documents.reasons import UnreadableDocument
from transforms.records import Document

PROSE = (
    "Le ministre des Affaires étrangères a reçu vendredi son homologue grec à Paris, où les deux hommes ont évoqué la "
    "situation en Méditerranée orientale et la préparation du prochain conseil."
)
PAGE = """<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="utf-8"><title>Macron reçoit Scholz | Le Journal</title>
<meta property="og:title" content="Macron reçoit Scholz à l&#39;Élysée">
<meta property="og:site_name" content="Le Journal">
<meta property="article:modified_time" content="2022-01-26T08:00:00+01:00">
<link rel="canonical" href="https://journal.example/monde/macron-scholz">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"},
{"@type": "NewsArticle", "headline": "Autre", "datePublished": "2022-01-25T23:30:00+01:00"}]}</script></head>
<body><div class="cookie-banner"><p>Nous utilisons des cookies. Vous pouvez refuser.</p>
<button>Tout accepter</button></div>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<main><article><h1>Macron reçoit Scholz à l'Élysée</h1>
<figure><img src="a.jpg"><figcaption>Le sommet de Sibiu, le 9 mai 2019. JOHN THYS / AFP</figcaption></figure>
<p>Emmanuel Macron a reçu mardi à l'Élysée le chancelier allemand, en fonction depuis décembre &amp; attendu.</p>
<p>Les deux hommes se sont entretenus pendant plus d'une heure de la situation à la frontière ukrainienne.</p>
<p>« Nous sommes unis », a déclaré M. Scholz au cours d'une conférence de presse commune, avant de regagner Berlin.</p>
</article><aside class="related"><h2>À lire aussi</h2><ul>
<li><a href="/1">Décembre 2018 : Macron reçoit Merkel à Paris</a></li>
<li><a href="/2">Le sommet en images</a></li></ul></aside>
<section id="comments"><p>Moi je pense que tout cela ne sert à rien, voilà, et merci.</p></section></main>
<footer><p>© 2012-2022 Le Journal – Tous droits réservés</p></footer></body></html>"""


def raw(content: bytes, media_type: str, url: str | None = None) -> RawDocument:
    digest = hashlib.sha256(content).hexdigest()
    return RawDocument(digest[:20], "tests", None, 1, url, media_type, content, digest)


def read(content: bytes | str, media_type: str = "text/plain", url: str | None = None) -> Document:
    encoded = content.encode() if isinstance(content, str) else content
    return read_document(raw(encoded, media_type, url), max_characters=20_000)


def read_record(**fields: object) -> Document:
    return read(json.dumps(fields), RECORD_MEDIA_TYPE)


def reason(content: bytes | str, media_type: str = "text/plain") -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(content, media_type)
    return caught.value.reason_code


def test_plain_text_is_unchanged_and_untitled() -> None:
    text = f"Un titre de quatre mots\r\n\r\n{PROSE}\u00a0\r\n"
    document = read(text)
    assert document.text == text
    assert document.title is None
    assert [text[r.start : r.end] for r in document.regions if r.kind == "headline"] == ["Un titre de quatre mots"]


def test_identity_is_carried_over() -> None:
    source = raw(PROSE.encode(), "text/plain", "https://e.org/x")
    document = read_document(source, max_characters=1000)
    assert (document.document_id, document.source_id, document.version) == (source.document_id, "tests", 1)
    assert (document.content_sha256, document.url, document.media_type) == (
        source.content_sha256,
        "https://e.org/x",
        "text/plain",
    )


def test_charset_of_the_media_type() -> None:
    assert read("été à Zürich".encode("cp1252"), "text/plain; charset=windows-1252").text == "été à Zürich"


def test_markdown_front_matter_declares() -> None:
    text = f'---\ntitle: "Le ministre à Paris"\ndate: 2020-01-20\nlang: fr\nsource: Le Journal\n---\n\n{PROSE}\n'
    document = read(text, "text/markdown")
    assert (document.title, document.publisher, document.language) == ("Le ministre à Paris", "Le Journal", "fr")
    assert (document.published_on, document.published_basis) == (date(2020, 1, 20), "metadata")
    assert document.text == text


def test_page_keeps_the_article_only() -> None:
    document = read(PAGE, "text/html")
    for noise in ("cookies", "Accueil", "Merkel", "Le sommet", "Moi je pense", "Tous droits"):
        assert noise not in document.text
    assert "depuis décembre & attendu." in document.text


def test_page_metadata() -> None:
    document = read(PAGE, "text/html")
    assert document.title == "Macron reçoit Scholz à l'Élysée"
    assert (document.publisher, document.language) == ("Le Journal", "fr")
    assert document.url == "https://journal.example/monde/macron-scholz"
    assert (document.published_on, document.published_basis) == (date(2022, 1, 25), "jsonld")
    assert document.published_at == datetime(2022, 1, 25, 22, 30, tzinfo=UTC)
    assert document.updated_at == datetime(2022, 1, 26, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        ('<meta name="DC.date.issued" content="2022-01-25">', date(2022, 1, 25), "metadata"),
        ('<script type="application/ld+json">{"broken": </script>', None, "none"),
        ('<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2022-01-25"}]</script>',
         date(2022, 1, 25), "jsonld"),
        ('<meta property="article:published_time" content="soon">', None, "none"),
        ('<meta property="article:modified_time" content="2022-01-26">', date(2022, 1, 26), "inferred"),
    ],
)  # fmt: skip
def test_page_dates(head: str, day: date | None, basis: str) -> None:
    page = f"<html><head>{head}</head><body><article><h1>Titre</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
    document = read(page, "text/html")
    assert (document.published_on, document.published_basis) == (day, basis)


@pytest.mark.parametrize(
    ("times", "day"),
    [
        ('<time datetime="2022-01-25T10:00">mardi</time>', date(2022, 1, 25)),
        ('<time class="updated" datetime="2022-01-26">x</time><time class="published" datetime="2022-01-25">y</time>',
         date(2022, 1, 25)),
        ('<time datetime="2022-01-26">x</time><time datetime="2022-01-25">y</time>', None),
    ],
)  # fmt: skip
def test_time_elements(times: str, day: date | None) -> None:
    page = f"<html><body><article><h1>Titre</h1>{times}<p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
    document = read(page, "text/html")
    assert document.published_on == day
    assert document.published_basis == ("metadata" if day else "none")


def test_page_in_the_encoding_its_meta_names() -> None:
    news = "Встреча в Москве прошла сегодня. " * 9
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{news}</p></body></html>'
    assert "Встреча" in read(page.encode("cp1251"), "text/html").text


def test_record_declares_everything() -> None:
    document = read_record(
        id="a/1",
        url="https://e.org/1",
        title=" Titre ",
        text=f"{PROSE}\r\n",
        language="French",
        published="2020-05-14T23:30:00-04:00",
        updated="2020-05-16T00:00:00Z",
        publisher="Agence",
        colour="red",
    )
    assert (document.title, document.text, document.language) == ("Titre", f"{PROSE}\r\n", "fr")
    assert (document.url, document.publisher) == ("https://e.org/1", "Agence")
    assert (document.published_on, document.published_basis) == (date(2020, 5, 14), "declared")
    assert document.published_at == datetime(2020, 5, 15, 3, 30, tzinfo=UTC)
    assert document.updated_at == datetime(2020, 5, 16, tzinfo=UTC)


def test_record_with_html_takes_what_it_does_not_declare_from_the_page() -> None:
    document = read_record(html=PAGE, published="2022-01-24")
    assert (document.published_basis, document.title) == ("declared", "Macron reçoit Scholz à l'Élysée")
    assert "chancelier allemand" in document.text


def test_record_with_nothing_but_text() -> None:
    document = read_record(text=PROSE)
    assert (document.language, document.published_basis, document.title) == ("fr", "none", None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{not json", "bad_record"),
        ("[1, 2]", "bad_record"),
        ('{"text": 5}', "bad_record"),
        ('{"text": "a", "published": 20200514}', "bad_record"),
        ('{"text": "\\ud800"}', "bad_record"),
        ('{"text": "a\\u0000b"}', "bad_record"),
        ("[" * 100_000, "bad_record"),
        ('{"title": "only"}', "no_body"),
        ('{"text": " \\n "}', "no_body"),
        ("", "empty"),
    ],
)
def test_bad_records(content: str, code: str) -> None:
    assert reason(content, RECORD_MEDIA_TYPE) == code


def test_too_large() -> None:
    assert reason("mot " * 6000) == "too_large"
    assert reason(b"x" * 500_000) == "too_large"
    assert reason(b"<p>" * 300_000, "text/html") == "too_large"


def test_page_of_too_many_elements() -> None:
    page = f"<html><body><p>{'<b>a</b>' * 31_000}</p></body></html>"
    with pytest.raises(UnreadableDocument) as caught:
        read_document(raw(page.encode(), "text/html"), max_characters=1_000_000)
    assert caught.value.reason_code == "too_large"


def test_unsupported_type() -> None:
    assert reason(PROSE, "application/pdf") == "unsupported_type"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><body><script>x</script></body></html>", "<!-- -->"]
)
def test_page_without_an_article(page: str) -> None:
    assert reason(page, "text/html") == "no_body"


def test_deeply_nested_page_is_read_or_refused() -> None:
    page = "<html><body>" + "<div>" * 5000 + f"<p>{PROSE}</p>" + "</div>" * 5000 + "</body></html>"
    try:
        assert read(page, "text/html").text.strip()
    except UnreadableDocument as unreadable:
        assert unreadable.reason_code in ("no_body", "extraction_failed")  # noqa: PT017 -- either outcome is right


def test_entities_are_not_expanded(tmp_path: object) -> None:
    bomb = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
    page = (
        f'<!DOCTYPE html [<!ENTITY l0 "ha"><!ENTITY x SYSTEM "file:///etc/hostname">{bomb}]>'
        f"<html><body><article><h1>Titre</h1><p>{PROSE} &l8; &x;</p><p>{PROSE}</p></article></body></html>"
    )
    assert len(read(page, "text/html").text) < 2000


def test_xml_declaration_does_no_harm() -> None:
    body = f"<body><article><p>{PROSE}</p><p>{PROSE}</p></article></body>"
    page = f'<?xml version="1.0" encoding="utf-8"?><html>{body}</html>'
    assert "homologue grec" in read(page, "application/xhtml+xml").text
