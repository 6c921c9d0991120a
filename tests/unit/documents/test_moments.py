"""What a declared day or moment says, and what is none."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from transforms.documents.moments import parse_moment


@pytest.mark.parametrize(
    ("declared", "day", "instant"),
    [
        ("2020-05-14", date(2020, 5, 14), None),
        ("20200514", date(2020, 5, 14), None),
        ("2020-05-14T23:30:00-04:00", date(2020, 5, 14), datetime(2020, 5, 15, 3, 30, tzinfo=UTC)),
        ("2020-05-14T10:00:00Z", date(2020, 5, 14), datetime(2020, 5, 14, 10, tzinfo=UTC)),
        ("2020-05-14T10:00:00.1234567Z", date(2020, 5, 14), datetime(2020, 5, 14, 10, tzinfo=UTC)),
        ("2020-05-14 10:00", date(2020, 5, 14), None),
        ("2020-05-14T99:00", date(2020, 5, 14), None),
        ("Thu, 14 May 2020 10:00:00 +0200", date(2020, 5, 14), datetime(2020, 5, 14, 8, tzinfo=UTC)),
        ("14 mai 2020", date(2020, 5, 14), None),
        ("jeudi 14 mai 2020 à 10h", date(2020, 5, 14), None),
        ("May 14, 2020", date(2020, 5, 14), None),
    ],
)
def test_declared_moments(declared: str, day: date, instant: datetime | None) -> None:
    moment = parse_moment(declared, "fr")
    assert moment is not None
    assert (moment.on, moment.at) == (day, instant)


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "hier",
        "2020",
        "2020-13-45",
        "31/02/2020",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "0001-01-01",
        "x" * 500,
        None,
    ],
)
def test_junk_is_no_moment(junk: str | None) -> None:
    assert parse_moment(junk, "fr") is None
