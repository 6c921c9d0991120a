from datetime import UTC, datetime

from warehouse.deliveries import Delivery, register_deliveries
from warehouse.store import Warehouse

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def delivery(content: str, *, document: str = "d1", updated: str | None = None) -> Delivery:
    return Delivery("files", f"{document}.txt", document, document, None, "text/plain", content, 10, updated)


def versions(warehouse: Warehouse, document: str = "d1") -> list[str]:
    rows = warehouse.rows("SELECT content_sha256 FROM raw_documents WHERE document_id = ? ORDER BY version", [document])
    return [row["content_sha256"] for row in rows]


def register(warehouse: Warehouse, run: str, *deliveries: Delivery) -> list[str]:
    return list(register_deliveries(warehouse, deliveries, run, 0, NOW))


def test_new_then_unchanged_then_changed(warehouse: Warehouse) -> None:
    assert register(warehouse, "r1", delivery("a")) == ["new"]
    assert register(warehouse, "r2", delivery("a")) == ["unchanged"]
    assert register(warehouse, "r3", delivery("b")) == ["changed"]
    assert versions(warehouse) == ["a", "b"]


def test_a_text_put_back_as_it_was_is_the_latest_version_again(warehouse: Warehouse) -> None:
    for run, content in enumerate("aba"):
        register(warehouse, f"r{run}", delivery(content))
    assert versions(warehouse) == ["a", "b", "a"]


def test_an_older_version_that_comes_late_takes_its_place_in_time(warehouse: Warehouse) -> None:
    register(warehouse, "r1", delivery("late", updated="2020-05-15T12:00:00"))
    assert register(warehouse, "r2", delivery("early", updated="2020-05-14T12:00:00")) == ["changed"]
    assert versions(warehouse) == ["early", "late"]
    assert register(warehouse, "r3", delivery("early", updated="2020-05-14T12:00:00")) == ["unchanged"]


def test_two_texts_under_one_id_in_one_run_are_refused_and_a_rerun_changes_nothing(warehouse: Warehouse) -> None:
    for run in ("r1", "r2"):
        outcomes = register(warehouse, run, delivery("a"), delivery("b"))
        assert outcomes == (["new", "rejected"] if run == "r1" else ["unchanged", "rejected"])
    assert versions(warehouse) == ["a"]
    assert warehouse.rows("SELECT reason_code FROM rejected_documents") == [{"reason_code": "duplicate_identity"}]


def test_the_same_refusal_again_adds_no_row(warehouse: Warehouse) -> None:
    refused = Delivery("files", "x.txt", reason_code="empty", detail_text="nothing in it")
    for run in ("r1", "r2"):
        assert register(warehouse, run, refused) == ["rejected"]
    assert warehouse.value("SELECT count(*) FROM rejected_documents") == 1
    assert warehouse.value("SELECT count(*) FROM fetches") == 2
