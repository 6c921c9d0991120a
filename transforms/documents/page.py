"""An HTML page: its article's text by trafilatura, and what its metadata declares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from transforms.documents.reasons import UnreadableDocument

# Beyond this trafilatura needs seconds a page, its cost growing with the square; news pages have a tenth of it.
_MAX_ELEMENTS = 30_000
_MAX_JSONLD_DEPTH = 12
_MAX_JSONLD_ITEMS = 500
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|PressRelease)\Z")
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "publish-date",
    "publication_date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "last-modified",
    "dcterms.modified", "dc.date.modified", "revised",
)  # fmt: skip
_PUBLISHED_TIME = re.compile(r"publi|posted|entry-date|pubdate|created", re.IGNORECASE)
_MODIFIED_TIME = re.compile(r"updat|modif|maj|aktualis", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_CHARSET_WINDOW = 4096
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EXTRACTION_ERRORS = (
    etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article and its metadata as written; None where the page does not say."""

    text: str
    title: str | None
    url: str | None
    publisher: str | None
    language: str | None
    jsonld_published: str | None
    meta_published: str | None
    modified: str | None


def declared_charset(content: bytes) -> str | None:
    """The encoding a page's own `<meta>` names, if it does so where browsers look for it."""
    match = _META_CHARSET.search(content[:_CHARSET_WINDOW])
    return match[1].decode("ascii") if match is not None else None


def read_page(html: str) -> Page:
    """Extract the article of a page, without comments, and its metadata. Nothing is fetched, no entity is resolved.

    Raises:
        UnreadableDocument: `extraction_failed` if the page cannot be parsed, `too_large` above 30,000 elements,
            `no_body` if it holds no article.
    """
    try:
        tree = load_html(html)
    except _EXTRACTION_ERRORS as error:
        raise UnreadableDocument("extraction_failed", f"{type(error).__name__}: {error}") from error
    if tree is None:
        raise UnreadableDocument("no_body", "no HTML elements")
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        raise UnreadableDocument("too_large", f"more than {_MAX_ELEMENTS} elements")
    article = _main_item(tree)
    metas = _metas(tree)
    page = Page(
        text=_article_text(tree),
        title=metas.get("og:title") or _text_of(article, "headline") or _heading(tree),
        url=_canonical(tree) or metas.get("og:url"),
        publisher=metas.get("og:site_name") or _name_of(article.get("publisher")),
        language=tree.get("lang") or tree.get(_XML_LANG) or _text_of(article, "inLanguage"),
        jsonld_published=_text_of(article, "datePublished"),
        meta_published=_first(metas, _PUBLISHED_META) or _time_element(tree, _PUBLISHED_TIME),
        modified=_text_of(article, "dateModified")
        or _first(metas, _MODIFIED_META)
        or _time_element(tree, _MODIFIED_TIME),
    )
    if not page.text.strip():
        raise UnreadableDocument("no_body", "no article found in the page")
    return page


def _article_text(tree: HtmlElement) -> str:
    try:
        extracted = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except _EXTRACTION_ERRORS as error:
        raise UnreadableDocument("extraction_failed", f"{type(error).__name__}: {error}") from error
    return (getattr(extracted, "text", None) or "") if extracted is not None else ""


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _canonical(tree: HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href")).strip()
    return None


def _heading(tree: HtmlElement) -> str | None:
    """The page's only first-level heading, else its title."""
    headings = [_plain(element) for element in tree.iter("h1")]
    named = [heading for heading in headings if heading]
    if len(named) == 1:
        return named[0]
    return next((title for title in map(_plain, tree.iter("title")) if title), None)


def _plain(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _time_element(tree: HtmlElement, role: re.Pattern[str]) -> str | None:
    """The `<time>` whose attributes name that role; for publication also the only `<time>` of the page."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    for element in times:
        marks = " ".join(filter(None, (element.get("itemprop"), element.get("class"), element.get("id"))))
        if role.search(marks) or (role is _PUBLISHED_TIME and element.get("pubdate") is not None):
            return str(element.get("datetime"))
    is_other = len(times) == 1 and _MODIFIED_TIME.search(times[0].get("class") or "") is not None
    return str(times[0].get("datetime")) if role is _PUBLISHED_TIME and len(times) == 1 and not is_other else None


def _main_item(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD item of the article: one typed as an article, else the first with a publication date."""
    items = [item for script in tree.iter("script") if _is_jsonld(script) for item in _items(_parsed(script))]
    for item in items[:_MAX_JSONLD_ITEMS]:
        if any(_ARTICLE.search(kind) for kind in _types(item)):
            return item
    return next((item for item in items if "datePublished" in item), {})


def _is_jsonld(script: HtmlElement) -> bool:
    return (script.get("type") or "").strip().lower() == "application/ld+json"


def _parsed(script: HtmlElement) -> Any:
    try:
        return json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _MAX_JSONLD_DEPTH:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _items(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _items(value.get("@graph"), depth + 1)
        yield from _items(value.get("mainEntity"), depth + 1)


def _types(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _text_of(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _name_of(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return _text_of(value, "name")
    return value.strip() or None if isinstance(value, str) else None
