"""A received file becomes a document: the one door of this room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.documents.decode import decode_text
from transforms.documents.front_matter import read_front_matter
from transforms.documents.language import detect_language, normalize_language
from transforms.documents.page import Page, declared_charset, read_page
from transforms.documents.publication import DateEvidence, find_publication
from transforms.documents.reasons import UnreadableDocument
from transforms.documents.record import Record, parse_record
from transforms.documents.regions import find_regions
from transforms.documents.years import FittingDays, no_days
from transforms.records import Document

RECORD_MEDIA_TYPE = "application/x-chronofil-record+json"
TEXT_MEDIA_TYPES = ("text/plain", "text/markdown")
HTML_MEDIA_TYPES = ("text/html", "application/xhtml+xml")

# A character takes at most four bytes in any encoding read here; a page has markup besides.
_BYTES_PER_CHARACTER = 4
_MARKUP_FACTOR = 20
_NO_EVIDENCE = DateEvidence()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Bytes as received, with the identity that ingest gave them. `media_type` may carry a charset parameter."""

    document_id: str
    source_id: str
    external_id: str | None
    version: int
    url: str | None
    media_type: str
    content: bytes
    content_sha256: str


@dataclass(frozen=True, slots=True)
class _Content:
    """What a reader of one media type found."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    evidence: DateEvidence = _NO_EVIDENCE


def read_document(raw: RawDocument, *, max_characters: int, fitting_days: FittingDays = no_days) -> Document:
    """Read one file or record of any supported media type into a document with its regions.

    The text of a plain file or record is unchanged to the character; of HTML it is the extracted article.
    `fitting_days` (`actors.era`) helps to infer the publication day of a text that names a day without its year.

    Raises:
        UnreadableDocument: with one of the codes of `reasons.REASONS`.
    """
    media_type, _, parameters = raw.media_type.partition(";")
    media_type = media_type.strip().lower()
    content = _read_content(raw.content, media_type, _charset(parameters), max_characters)
    if len(content.text) > max_characters:
        raise UnreadableDocument("too_large", f"{len(content.text)} characters, {max_characters} allowed")
    title = (content.title or "").strip() or None
    language = detect_language(content.text, content.language)
    url = content.url or raw.url
    regions = find_regions(content.text, language, title)
    publication = find_publication(replace(content.evidence, url=url), content.text, language, regions, fitting_days)
    return Document(
        document_id=raw.document_id,
        external_id=raw.external_id,
        source_id=raw.source_id,
        url=url,
        title=title,
        publisher=content.publisher,
        language=language,
        published_on=publication.published_on,
        published_at=publication.published_at,
        published_basis=publication.basis,
        published_not_before=publication.not_before,
        updated_at=publication.updated_at,
        media_type=media_type,
        text=content.text,
        content_sha256=raw.content_sha256,
        version=raw.version,
        regions=regions,
    )


def _read_content(content: bytes, media_type: str, charset: str | None, max_characters: int) -> _Content:
    if media_type in TEXT_MEDIA_TYPES:
        _limit(content, max_characters * _BYTES_PER_CHARACTER)
        text = decode_text(content, charset)
        return _of_markdown(text) if media_type == "text/markdown" else _Content(text)
    _limit(content, max_characters * _MARKUP_FACTOR)
    if media_type in HTML_MEDIA_TYPES:
        return _of_page(read_page(decode_text(content, charset or declared_charset(content))))
    if media_type == RECORD_MEDIA_TYPE:
        return _of_record(parse_record(decode_text(content)))
    raise UnreadableDocument("unsupported_type", media_type or "no media type")


def _limit(content: bytes, allowed: int) -> None:
    if len(content) > allowed:
        raise UnreadableDocument("too_large", f"{len(content)} bytes, {allowed} allowed")


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip():
            return value.strip()
    return None


def _of_markdown(text: str) -> _Content:
    front = read_front_matter(text)
    evidence = DateEvidence(
        metadata=front.first("published", "date", "publishdate", "pubdate", "published_at", "publication_date"),
        page_updated=front.first("updated", "lastmod", "modified", "last_modified", "updated_at"),
    )
    return _Content(
        text,
        title=front.first("title"),
        url=front.first("url", "canonical", "canonical_url", "link", "permalink"),
        publisher=front.first("publisher", "source", "site", "publication"),
        language=front.first("lang", "language", "locale"),
        evidence=evidence,
    )


def _of_page(page: Page) -> _Content:
    evidence = DateEvidence(jsonld=page.jsonld_published, metadata=page.meta_published, page_updated=page.modified)
    return _Content(page.text, page.title, page.url, page.publisher, page.language, evidence)


def _of_record(record: Record) -> _Content:
    text = record.text or ""
    content = _Content(text) if text.strip() else _of_page(read_page(record.html or ""))
    return _Content(
        text=content.text,
        title=record.title or content.title,
        url=record.url or content.url,
        publisher=record.publisher or content.publisher,
        language=record.language if normalize_language(record.language) else content.language,
        evidence=replace(content.evidence, declared=record.published, declared_updated=record.updated),
    )
