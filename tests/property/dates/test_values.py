"""Values, intervals and EDTF agree with each other for any day, week, month and year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates.values import (
    edtf_of,
    interval_of,
    precision_of,
    value_of_interval,
    wall_times,
    week_value,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
YEARS = st.integers(min_value=1000, max_value=2998)
NAMES = st.sampled_from(["SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"])


def granule(day: date, kind: str) -> str:
    year = f"{day.year:04d}"
    return {
        "day": day.isoformat(),
        "week": week_value(day),
        "weekend": f"{week_value(day)}-WE",
        "month": f"{year}-{day.month:02d}",
        "year": year,
        "decade": year[:3],
        "century": year[:2],
    }[kind]


KINDS = st.sampled_from(["day", "week", "weekend", "month", "year", "decade", "century"])


@given(DAYS, KINDS)
def test_interval_starts_before_it_ends_and_comes_back(day: date, kind: str) -> None:
    value = granule(day, kind)
    interval = interval_of(value)
    assert interval is not None
    assert interval[0] <= interval[1]
    assert value_of_interval(*interval) == value
    assert precision_of(value) == kind


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]))
def test_a_day_lies_in_its_granule(day: date, kind: str) -> None:
    interval = interval_of(granule(day, kind))
    assert interval is not None
    assert interval[0] <= day <= interval[1]


@given(YEARS, NAMES)
def test_named_parts_of_a_year_come_back(year: int, name: str) -> None:
    value = f"{year:04d}-{name}"
    interval = interval_of(value)
    assert interval is not None
    assert interval[0] <= interval[1]
    assert interval[0].year == year
    assert value_of_interval(*interval) == value


@given(DAYS, KINDS)
def test_edtf_tells_the_days_of_its_value(day: date, kind: str) -> None:
    value = granule(day, kind)
    first, last = interval_of(value) or (day, day)
    assert edtf_of(value) == (f"{first}/{last}" if "W" in value else value.ljust(4, "X"))


@given(DAYS)
def test_approximate_edtf_is_marked(day: date) -> None:
    assert edtf_of(day.isoformat(), "APPROX") == f"{day.isoformat()}~"


@given(st.integers(min_value=1, max_value=4000))
def test_years_before_christ_count_from_the_year_nought(year: int) -> None:
    value = f"BC{year:04d}"
    assert interval_of(value) is None
    assert int(edtf_of(value) or "") == 1 - year


@given(DAYS, st.integers(0, 23), st.integers(0, 59))
def test_clock_times_last_one_minute(day: date, hour: int, minute: int) -> None:
    walls = wall_times(f"{day.isoformat()}T{hour:02d}:{minute:02d}")
    assert walls is not None
    start, end, offset = walls
    assert start < end
    assert start.startswith(day.isoformat())
    assert offset is None


@given(DAYS, st.integers(0, 23))
def test_clock_edtf_has_seconds(day: date, hour: int) -> None:
    assert edtf_of(f"{day.isoformat()}T{hour:02d}:30Z") == f"{day.isoformat()}T{hour:02d}:30:00Z"


@given(DAYS, st.integers(1, 4000))
def test_backward_intervals_are_refused(day: date, length: int) -> None:
    with pytest.raises(ValueError, match="ends on"):
        value_of_interval(day, day - timedelta(days=length))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2020-SP", "2020-21"), ("2020-WI", "2020-24"), ("2020-Q1", "2020-33"), ("2020-Q4", "2020-36"),
        ("2020-H1", "2020-40"), ("2020-H2", "2020-41"), ("2020-05-14TEV", "2020-05-14"), ("XXXX-06", "XXXX-06"),
        ("SY2020", "2019-09-01/2020-08-31"), ("FY2007", None), ("P3Y", None), ("PAST_REF", None),
    ],
)  # fmt: skip
def test_edtf_of_what_is_no_plain_date(value: str, text: str | None) -> None:
    assert edtf_of(value) == text


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2009-WI", date(2009, 12, 1), date(2010, 2, 28)),
        ("2011-WI", date(2011, 12, 1), date(2012, 2, 29)),
        ("2003-W05-WE", date(2003, 2, 1), date(2003, 2, 2)),
        ("SY2020", date(2019, 9, 1), date(2020, 8, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_edges_of_the_calendar(value: str, start: date, end: date) -> None:
    assert interval_of(value) == (start, end)


@pytest.mark.parametrize(
    "value", ["P3Y", "PT15M", "PXD", "XXXX-06", "XXXX-WXX-3", "PAST_REF", "BC0044", "FY2007", "2021-02-30"]
)
def test_what_has_no_days(value: str) -> None:
    assert interval_of(value) is None
