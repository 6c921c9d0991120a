"""What one document makes is held to the declarations before it joins a batch."""

from __future__ import annotations

import pytest

from warehouse.batches import valid_rows

ROW = {"mention_id": "m1", "group_key": "k1", "document_id": "d1"}


def test_rows_with_keys_of_their_own_are_valid() -> None:
    tables = {"mention_keys": [ROW, {**ROW, "group_key": "k2"}]}
    assert valid_rows(tables) == tables


def test_two_rows_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="mention_keys: two rows with the same mention_id, group_key"):
        valid_rows({"mention_keys": [ROW, {**ROW, "document_id": "d2"}]})
