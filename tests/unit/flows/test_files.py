import json
from pathlib import Path

import pytest

from flows.sources.files import list_files, receive_file
from flows.sources.listing import SourceListError, configured_sources, read_sources
from flows.sources.received import RECORD_MEDIA_TYPE, Received


def receive(path: Path, max_bytes: int = 1000) -> list[Received]:
    return [received for file, root in list_files(path) for received in receive_file(file, root, max_bytes)]


def test_a_files_id_is_its_path_under_the_root_without_suffix(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "un texte.v2.txt").write_bytes("été\r\n".encode())
    assert [received.external_id for received in receive(tmp_path)] == ["a/b/un texte.v2"]
    assert [received.external_id for received in receive(tmp_path / "a" / "b" / "un texte.v2.txt")] == ["un texte.v2"]
    assert receive(tmp_path)[0].content == "été\r\n".encode()


def test_only_known_kinds_are_taken_from_a_folder_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.html", "a.md", "c.jsonl.bak", ".hidden.txt", "notes.toml", "d.TXT"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("x")
    assert [(received.external_id, received.media_type) for received in receive(tmp_path)] == [
        ("a", "text/markdown"), ("b", "text/html"), ("d", "text/plain")]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside.txt")
    assert receive(tmp_path / "in") == []


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text("x" * 1001)
    assert [(received.reason_code, received.content) for received in receive(tmp_path)] == [("too_large", None)]


def test_a_file_of_an_unknown_kind_given_by_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert [received.reason_code for received in receive(tmp_path / "a.pdf")] == ["unsupported_type"]


def test_nothing_at_a_path_is_an_error_that_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="give a file or a folder"):
        receive(tmp_path / "missing")


def test_each_line_of_json_is_a_document(tmp_path: Path) -> None:
    records = [{"id": "x/1", "url": "https://example.org/1", "text": "Un.", "updated": "2020-05-15T14:00:00+02:00"},
               {"id": 7, "text": "Deux."}, {"text": "Trois."}]
    (tmp_path / "all.jsonl").write_text("\n\n".join(map(json.dumps, records)))
    received = receive(tmp_path)
    assert [(one.external_id, one.url, one.updated_text) for one in received] == [
        ("x/1", "https://example.org/1", "2020-05-15T12:00:00"), ("7", None, None), (None, None, None)]
    assert {one.media_type for one in received} == {RECORD_MEDIA_TYPE}
    assert [one.location.rsplit(":", 1)[1] for one in received] == ["1", "3", "5"]


def test_lines_that_cannot_be_used_are_refused_and_the_others_kept(tmp_path: Path) -> None:
    lines = [b"{not json", b'"a string"', b'{"text": "\xff"}', b'{"text": "' + b"x" * 2000 + b'"}', b"[" * 900,
             b'{"id": "good", "text": "ok"}']
    (tmp_path / "mixed.jsonl").write_bytes(b"\n".join(lines))
    received = receive(tmp_path, max_bytes=1000)
    assert [one.reason_code for one in received] == [
        "bad_record", "bad_record", "bad_record", "too_large", "bad_record", None]
    assert received[-1].external_id == "good"


def test_a_run_without_paths_reads_the_samples_until_there_is_a_list(tmp_path: Path) -> None:
    sources, base = configured_sources(tmp_path / "sources.toml")
    assert [source.source_id for source in sources] == ["samples"]
    assert list(list_files(sources[0].path(base)))
    (tmp_path / "sources.toml").write_text('[[source]]\nsource_id = "mine"\nname = "Mine"\nlocation = "inbox"\n')
    sources, base = configured_sources(tmp_path / "sources.toml")
    assert [source.path(base) for source in sources] == [tmp_path / "inbox"]


@pytest.mark.parametrize("content", [
    "[[source]", '[[source]]\nname = "no id"\n', '[[source]]\nsource_id="a"\nname="A"\nshow="all"\n',
    '[[source]]\nsource_id="a"\nname="A"\n[[source]]\nsource_id="a"\nname="B"\n'])
def test_a_list_that_cannot_be_used_names_the_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(content)
    with pytest.raises(SourceListError, match=r"sources\.toml"):
        read_sources(path)
