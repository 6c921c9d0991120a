"""What the other rooms rely on: anchors, datelines, deadlines, focus, relations, bounds."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from transforms.dates.resolve import as_jsonl, find_absolute_days, resolve_timexes
from transforms.records import Region, Timex

DAY = date(2020, 5, 14)


def only(text: str, language: str = "fr", reference: date | datetime | None = DAY) -> Timex:
    found = resolve_timexes(text, language, reference=reference)
    assert len(found) == 1, found
    return found[0]


def test_bracketed_date_is_one_expression_and_wins() -> None:
    timex = only("Ils se sont parlé ce jeudi (14 mai 2020).", reference=date(2020, 5, 20))
    assert (timex.text, timex.value, timex.rule_id) == ("ce jeudi (14 mai 2020)", "2020-05-14", "core.bracket_wins")
    assert timex.confidence == 1.0


def test_bracket_that_disagrees_with_its_weekday_is_less_sure() -> None:
    assert only("Ils se sont parlé ce jeudi (15 mai 2020).").confidence < 0.9


def test_relation_to_an_event_is_kept() -> None:
    timex = only("Il réclamait des moyens, deux jours après le crash de deux hélicoptères.")
    assert (timex.text, timex.type, timex.value, timex.date_start) == ("deux jours", "DURATION", "P2D", None)
    assert timex.relation is not None
    assert timex.relation.offset_days == 2


def test_the_longest_word_that_leads_to_an_event_counts() -> None:
    text = "Una semana después de la cumbre, el acuerdo sigue en el aire."
    relation = only(text, "es").relation
    assert relation is not None
    assert text[relation.event_start : relation.event_end] == "la cumbre"


def test_relation_before_an_event_is_negative() -> None:
    text = "He resigned three days before the vote."
    timex = only(text, "en")
    assert timex.relation is not None
    assert timex.relation.offset_days == -3
    assert text[timex.relation.event_start : timex.relation.event_end] == "the vote"


def test_unanchored_weekday_has_no_day() -> None:
    timex = only("L'OTAN tend la main, a déclaré mercredi le secrétaire général.", reference=None)
    assert (timex.value, timex.date_start, timex.date_end) == ("XXXX-WXX-3", None, None)
    assert timex.confidence < 0.5


def test_not_before_bounds_what_has_no_anchor() -> None:
    found = resolve_timexes("Il reviendra la semaine prochaine.", "fr", reference=None, not_before=date(2016, 1, 1))
    assert (found[0].date_start, found[0].date_not_before) == (None, date(2016, 1, 1))


def test_dateline_wins_over_the_declared_day() -> None:
    found = resolve_timexes("WASHINGTON, Nov. 11 (Agency) - They met today.", "en", reference=date(2019, 11, 12))
    assert [timex.value for timex in found] == ["2019-11-11", "2019-11-11"]
    assert found[1].anchor_kind == "dateline"


def test_a_distant_dateline_does_not_win() -> None:
    found = resolve_timexes("PARIS, 3 mars 2018 - Il a parlé hier.", "fr", reference=DAY)
    assert found[-1].value == "2020-05-13"


def test_marked_dateline_region_is_taken() -> None:
    text = "Le 13 mai 2020, Paris. Ils se sont vus hier."
    found = resolve_timexes(text, "fr", reference=DAY, regions=[Region(0, 22, "dateline", "test")])
    assert found[-1].value == "2020-05-12"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le contrat court jusqu'au 2 juin.", "fr"),
        ("Il vit ici depuis 1998.", "fr"),
        ("Il signera d'ici à la fin de l'année.", "fr"),
        ("The offer stands until June 2.", "en"),
        ("Er wohnt hier seit 1998.", "de"),
    ],
)
def test_limits_are_deadlines_and_never_move_the_focus(text: str, language: str) -> None:
    timex = only(text, language)
    assert timex.is_deadline
    assert not timex.moves_focus


def test_the_end_of_a_range_is_no_deadline() -> None:
    found = resolve_timexes("Der Gipfel dauert vom 6. bis zum 15. September.", "de", reference=DAY)
    assert [timex.is_deadline for timex in found] == [False, False]


def test_quotations_and_brackets_do_not_move_the_focus() -> None:
    text = (
        "Le 3 mai 2020, il a parlé (le 7 mai 2020, elle a répondu). « Le 9 mai 2020, je pars », dit-il. "
        "Le lendemain, il partit."
    )
    found = resolve_timexes(text, "fr", reference=DAY)
    assert [timex.moves_focus for timex in found[:3]] == [True, False, False]
    assert found[-1].value == "2020-05-04"


def test_clip_length_after_a_date_is_no_clock() -> None:
    found = resolve_timexes("Il a été reçu le 28 novembre 2019\t3:53\n", "fr", reference=None)
    assert [timex.value for timex in found] == ["2019-11-28"]


def test_future_clause_takes_the_next_date() -> None:
    assert only("Née en Europe, l'alliance célébrera ses noces le 3 décembre.").value == "2020-12-03"


def test_vague_shift_has_bounds_only() -> None:
    timex = only("Je l'ai rencontré il y a quelques semaines.")
    assert timex.date_start is None
    assert timex.date_not_before == date(2020, 3, 19)
    assert timex.date_not_after == date(2020, 5, 7)


def test_reference_may_be_an_instant() -> None:
    assert only("Il a parlé hier.", reference=datetime(2020, 5, 14, 8, 30, tzinfo=UTC)).value == "2020-05-13"


def test_hours_count_from_the_instant_of_publication() -> None:
    instant = datetime(2020, 5, 14, 0, 30, tzinfo=UTC)
    assert only("Il a parlé il y a deux heures.", reference=instant).value == "2020-05-13T22:30"
    assert only("The doors will open in 45 minutes.", "en", reference=instant).value == "2020-05-14T01:15"
    assert only("Il a parlé il y a deux heures.").value == "PAST_REF"


def test_jsonl_form() -> None:
    assert as_jsonl(only("Le train part à 18 h 30.")) == {
        "start": 16,
        "end": 23,
        "text": "18 h 30",
        "type": "TIME",
        "value": "2020-05-14T18:30",
        "date_start": "2020-05-14",
        "date_end": "2020-05-14",
        "starts_at": "2020-05-14T18:30:00",
        "ends_at": "2020-05-14T18:31:00",
        "precision": "minute",
        "anchor": "published",
        "rule": "fr.clock.told_day",
    }


def test_absolute_days_only() -> None:
    text = "• 26 Jun. 2020 - | Mis à jour le: 27 Jun. 2020 15:26\nIl reviendra lundi, en 2021 ou le 3 mai."
    assert [timex.value[:10] for timex in find_absolute_days(text, "fr")] == ["2020-06-26", "2020-06-27"]


def test_absolute_days_of_an_unknown_language_are_read_as_english() -> None:
    assert [timex.value for timex in find_absolute_days("Published 3 May 2019.", "xx")] == ["2019-05-03"]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_edges_of_the_calendar_are_not_crossed(day: date) -> None:
    found = resolve_timexes("Hier, demain, la semaine prochaine, il y a 3 ans, dans 99999999 ans.", "fr", reference=day)
    assert all(timex.date_start is None or date.min <= timex.date_start <= date.max for timex in found)


@pytest.mark.parametrize(
    "text", ["1" * 5000, "le 3 mai 2020, " * 400, "(" * 5000 + " lundi", "mai " * 400, "İ" * 50 + " le 3 mai"]
)
def test_odd_texts_are_read(text: str) -> None:
    for timex in resolve_timexes(text, "fr", reference=DAY):
        assert text[timex.start : timex.end] == timex.text


@pytest.mark.parametrize("language", ["fr-FR", "FR", "fr_CA"])
def test_a_region_after_the_language_is_passed_over(language: str) -> None:
    assert only("Il reviendra demain.", language).value == "2020-05-15"


@pytest.mark.parametrize("language", ["und", "xx", "zz-ZZ", ""])
def test_unknown_languages_give_no_invented_day(language: str) -> None:
    assert all(timex.date_start != DAY for timex in resolve_timexes("Car a to, 12 pm.", language, reference=DAY))


@pytest.mark.parametrize("words", ["2021-W53-7", "2021-W54", "2021-W00-1", "week 53 of 2021"])
def test_weeks_that_no_year_has_are_no_weeks(words: str) -> None:
    assert not [timex for timex in resolve_timexes(f"Due in {words}.", "en", reference=DAY) if "-W" in timex.value]


@pytest.mark.parametrize("reference", [date(1, 1, 1), date(9999, 12, 31)])
def test_feasts_at_the_edges_of_the_calendar_do_not_fail(reference: date) -> None:
    assert resolve_timexes("They met last Easter and on Ash Wednesday.", "en", reference=reference) is not None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Ils se sont vus le 10 mars. Ils se reverront le 24.", "2020-05-24"),
        ("fr", "Venu le 4 mai, il restera à Paris du 22 au 24.", "2020-05-24"),
        ("it", "Ha visitato Roma il 2 aprile. Ha incontrato i sindaci il 5.", "2020-04-05"),
        ("en", "The treaty was signed on 11 June 1978. He left the next morning.", "1978-06-12TMO"),
        ("en", "They met on Tuesday. She, who had come on Sunday, had called the day before.", "2020-05-11"),
        ("en", "They met on Tuesday. The summit is on 3 July. He had called the day before.", "2020-05-11"),
        ("de", "Er war am Sonntag gekommen. Am selben Abend ging er.", "2020-05-10TEV"),
        ("pt", "A reunião foi na terça. Nessa noite jantaram.", "2020-05-12TNI"),
    ],
)
def test_what_counts_from_a_day_takes_the_last_of_its_paragraph(language: str, text: str, value: str) -> None:
    assert resolve_timexes(text, language, reference=DAY)[-1].value == value


@pytest.mark.parametrize("text", ["Venu le 4 mai, il a vu le 10 de France.", "Venu le 4 mai avec le 20 % des voix."])
def test_a_figure_before_its_noun_is_no_day(text: str) -> None:
    assert [timex.text for timex in resolve_timexes(text, "fr", reference=DAY)] == ["le 4 mai"]
