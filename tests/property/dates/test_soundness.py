"""Whatever the text: spans are true, in order and apart; intervals are sound; nothing crashes."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.dates.resolve import as_jsonl, find_absolute_days, resolve_timexes

VOCABULARY = (
    "le la 3 31 mai mars 2020 lundi prochain dernier semaine hier vers 18 h 30 , . ( ) il y a trois ans de du au 6 15 "
    "septembre \n the last Friday of May 12 1999 in two days later 5 pm '98 Q3 BC 44 siècle XIX am im Jahr letzten"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
LANGUAGES = st.sampled_from(["fr", "en", "de", "es", "it", "pt"])
REFERENCES = st.none() | st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 1, 1))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), LANGUAGES, REFERENCES)
def test_timexes_are_sound(text: str, language: str, reference: date | None) -> None:
    last = 0
    for timex in resolve_timexes(text, language, reference=reference):
        assert last <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        last = timex.end
        assert timex.value
        assert (timex.date_start is None) == (timex.date_end is None)
        if timex.date_start and timex.date_end:
            assert timex.date_start <= timex.date_end
        if timex.date_not_before and timex.date_not_after:
            assert timex.date_not_before <= timex.date_not_after
        if timex.type in {"DURATION", "SET"}:
            assert timex.date_start is None
        assert as_jsonl(timex)["rule"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), LANGUAGES)
def test_any_text_is_read(text: str, language: str) -> None:
    resolve_timexes(text, language, reference=date(2020, 5, 14))
    for timex in find_absolute_days(text, language):
        assert timex.date_start == timex.date_end
