"""Forgetting a document, comparing releases, corrections: what readers and sources take back or put right."""

import json
import shutil
from pathlib import Path

import pytest

from flows.consolidate import consolidate
from flows.forget import forget_document
from flows.publish import publish
from flows.settings import Settings
from flows.timeline import timeline
from tests.flows.conftest import SAMPLES
from tests.flows.deviations import found_rows
from warehouse.comparison import compare_releases, list_releases
from warehouse.folder import DataFolder
from warehouse.release import current_version

NAMES = ("fr-geneve-apres.txt", "fr-geneve-avant.txt", "en-geneva-summit.txt")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An inbox of three documents and the working folder they make, done once."""
    root = tmp_path_factory.mktemp("prepared")
    (root / "inbox").mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / name, root / "inbox")
    timeline([str(root / "inbox")], Settings(data=root / "data"))
    return root


@pytest.fixture
def settings(prepared: Path, tmp_path: Path) -> Settings:
    shutil.copytree(prepared, tmp_path, symlinks=True, dirs_exist_ok=True)
    return Settings(data=tmp_path / "data")


def test_a_forgotten_document_is_gone_but_its_ids_lead_on(settings: Settings, tmp_path: Path) -> None:
    folder = DataFolder(settings.data)
    first = current_version(folder)
    told = found_rows(settings.data, """
        SELECT m.mention_id, e.document_count FROM event_mentions m JOIN events e USING (event_id)
        JOIN documents d USING (document_id) WHERE d.external_id = 'fr-geneve-apres'""")
    forget_document("fr-geneve-apres", settings)
    assert found_rows(settings.data, "SELECT external_id FROM documents ORDER BY ALL") == [
        {"external_id": "en-geneva-summit"}, {"external_id": "fr-geneve-avant"}]
    aliases = {row["alias_id"]: row for row in found_rows(settings.data, "SELECT * FROM event_aliases")}
    for row in told:
        alias = aliases[row["mention_id"]]
        assert alias["reason_code"] == "withdrawn"
        assert (alias["event_id"] is None) == (row["document_count"] == 1)
    assert len(list(folder.raw.iterdir())) == len(NAMES) - 1
    assert [row["version"] for row in list_releases(folder)] == [current_version(folder)] != [first]

    reports = timeline([str(tmp_path / "inbox")], settings)
    assert reports[0].documents_rejected == 1
    assert not reports[-1].is_new_release


def test_forgetting_nothing_says_so(settings: Settings) -> None:
    with pytest.raises(LookupError, match="no document nope"):
        forget_document("nope", settings)


def test_the_timeline_without_a_document_is_that_of_the_others(settings: Settings, tmp_path: Path) -> None:
    forget_document("fr-geneve-apres", settings)
    others = tmp_path / "others"
    others.mkdir()
    for name in NAMES[1:]:
        shutil.copy(SAMPLES / name, others)
    alone = Settings(data=tmp_path / "alone")
    timeline([str(others)], alone)
    sql = "SELECT * EXCLUDE (version) FROM events ORDER BY event_id"
    assert found_rows(settings.data, sql) == found_rows(alone.data, sql)


def test_a_correction_changes_the_event_and_the_difference_shows_it(settings: Settings) -> None:
    folder = DataFolder(settings.data)
    before = current_version(folder)
    rejected, moved = [row["event_id"] for row in found_rows(
        settings.data, "SELECT event_id FROM events WHERE date_start IS NOT NULL ORDER BY event_id LIMIT 2")]
    folder.corrections.write_text(
        "action,targets,value,author,reason\n"
        f"reject,{rejected},,A. Reader,not an event\n"
        f"set_date,{moved},2021-05-03,A. Reader,the record says so\n", encoding="utf-8")
    consolidate(settings=settings)
    publish(settings)
    after = current_version(folder)
    assert before is not None
    assert after is not None
    changes = {row["event_id"]: row for row in compare_releases(folder, before, after)}
    assert changes.keys() == {rejected, moved}
    assert changes[rejected]["change"] == "retracted"
    assert changes[moved]["change"] == "changed"
    assert "date_start" in changes[moved]["what"]
    assert compare_releases(folder, after, before)[0]["change"] in ("added", "changed")
    history = found_rows(settings.data, f"SELECT change_code FROM event_history WHERE event_id = '{moved}'")
    assert {"change_code": "corrected"} in history
    folder.corrections.unlink()
    consolidate(settings=settings)
    publish(settings)
    assert current_version(folder) == before


def test_a_wrong_correction_stops_before_anything_is_changed(settings: Settings) -> None:
    folder = DataFolder(settings.data)
    folder.corrections.write_text("action,targets,value,author,reason\ndrop,x,,me,because\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2, column action"):
        consolidate(settings=settings)


def test_comparing_a_release_that_is_not_there_says_so(settings: Settings) -> None:
    with pytest.raises(LookupError, match="no release nope"):
        compare_releases(DataFolder(settings.data), "nope", "nope")


def test_a_plan_whose_day_passes_unreported_says_so_until_that_is_no_longer_known(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    plan = {"id": "plan", "language": "fr", "published": "2021-05-10",
            "text": "Emmanuel Macron recevra Mario Draghi à l'Élysée le 20 mai 2021."}
    later = {"id": "later", "language": "fr", "published": "2021-06-15",
             "text": "Joe Biden a rencontré Ursula von der Leyen à Bruxelles le 15 juin 2021."}

    def basis_after(*records: dict[str, str]) -> str:
        (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        timeline([str(tmp_path / "in.jsonl")], settings)
        return basis()

    def basis() -> str:
        [row] = found_rows(settings.data, "SELECT date_basis FROM events WHERE date_start = DATE '2021-05-20'")
        return str(row["date_basis"])

    assert basis_after(plan) == "clause"
    assert basis_after(later) == "plan_unconfirmed"
    forget_document("later", settings)
    assert basis() == "clause"
