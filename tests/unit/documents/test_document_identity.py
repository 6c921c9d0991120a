"""Ids and canonical addresses."""

from __future__ import annotations

import hashlib

import pytest

from transforms.documents.identity import canonical_url, document_id

SHA = "0" * 64


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://www.Example.ORG:80/a/../b", "http://www.example.org/b"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        ("https://example.org/x?b=2&a=1", "https://example.org/x?a=1&b=2"),
        ("https://example.org/x?utm_source=n&id=3&fbclid=Q&xtor=RSS-1", "https://example.org/x?id=3"),
        ("https://example.org/x#comments", "https://example.org/x"),
        ("https://example.org/été?q=%c3%a9", "https://example.org/%C3%A9t%C3%A9?q=%C3%A9"),
        ("https://example.org/%7Euser", "https://example.org/~user"),
        ("https://example.org/a/./b/", "https://example.org/a/b/"),
        ("https://example.org/x?p=&q", "https://example.org/x?p=&q="),
        ("  https://example.org/x\n", "https://example.org/x"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://example.org./x", "https://example.org/x"),
        ("articles/three", "articles/three"),
        ("http://example.org:99999/x", "http://example.org:99999/x"),
    ],
)
def test_address_has_one_spelling(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


def test_same_names_in_a_query_keep_their_order() -> None:
    assert canonical_url("https://e.org/?t=b&a=1&t=a") == "https://e.org/?a=1&t=b&t=a"


def test_paths_keep_their_case() -> None:
    assert canonical_url("https://e.org/Abc") != canonical_url("https://e.org/abc")


def test_external_id_comes_before_address_and_content() -> None:
    assert document_id("s", "a/b", "https://e.org/1", SHA) == document_id("s", "a/b", None, "1" * 64)


def test_address_comes_before_content_and_is_canonical() -> None:
    one = document_id("s", None, "https://E.org/x?utm_medium=m", SHA)
    assert one == document_id("s", None, "https://e.org/x", "1" * 64)


def test_content_is_the_identity_of_a_nameless_document() -> None:
    assert document_id("s", None, None, SHA) != document_id("s", None, None, "1" * 64)


def test_kinds_of_names_do_not_collide() -> None:
    ids = {document_id("s", "x", None, SHA), document_id("s", None, "x", SHA), document_id("s", None, None, "x")}
    assert len(ids) == 3


def test_sources_do_not_share_ids() -> None:
    assert document_id("s1", "x", None, SHA) != document_id("s2", "x", None, SHA)


def test_id_is_stable_across_releases() -> None:
    expected = hashlib.sha256(b'["files","external_id","000_story"]').hexdigest()[:20]
    assert document_id("files", "000_story", None, SHA) == expected
