"""Mentions of one event within one document: headline, lede, body, "les deux hommes", "l'entretien"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.records import Document, Mention, Participant, Place, Status
from transforms.timeline.cues import tells_apart
from transforms.timeline.parties import bodies_of, compare_askers, compare_circles, merge_parties, select_principals
from transforms.timeline.reports import Report, fullest_naming, make_report, text_order
from transforms.timeline.sites import compare_places, find_place, place_of_all
from transforms.timeline.types import ASSEMBLY_TYPES, compare_types, may_hold
from transforms.timeline.weights import MONTH_DAYS
from transforms.timeline.windows import compare_windows, finest_mention, told_window, window_of

_UNREAL: frozenset[Status] = frozenset({"proposed", "hypothetical"})
_GATHERING_OVERLAP = 2
"""Shared members by which two long lists, each with names of its own, are one gathering."""


def group_reports(document: Document, mentions: Sequence[Mention], places: Mapping[str, Place]) -> tuple[Report, ...]:
    """Group the mentions of one document into events.

    Mentions that say most come first and found an event; each further one joins the event it fits, and where it fits
    several, the one dated like it, then the one last spoken of. Returns reports in text order.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=_by_weight):
        fitting = [group for group in groups if fits(mention, group, places, document.language)]
        if fitting:
            min(fitting, key=lambda group: _distance(mention, group)).append(mention)
        else:
            groups.append([mention])
    return tuple(sorted((make_report(group, document) for group in groups), key=lambda report: report.order))


def _by_weight(mention: Mention) -> tuple[bool, int, bool, tuple[int, str, str]]:
    circle = select_principals(mention.event_type, mention.participants)
    return (mention.is_background, -len(circle), mention.date_start is None, text_order(mention))


def _distance(mention: Mention, group: Sequence[Mention]) -> tuple[int, int, int, tuple[int, str, str]]:
    """How far a mention stands from an event it fits: other dates, then words between, what precedes being nearer."""
    window, best = window_of(mention), window_of(finest_mention(group))
    agrees = 0 if compare_windows(window, best) in ("same_start", "overlap", "covers") else 1
    before = [mention.trigger_start - m.trigger_end for m in group if m.trigger_end <= mention.trigger_start]
    after = [m.trigger_start - mention.trigger_end for m in group if m.trigger_start >= mention.trigger_end]
    first = min(group, key=text_order)
    if before:
        return (agrees, 0, min(before), text_order(first))
    return (agrees, 1, min(after, default=0), text_order(first))


def fits(mention: Mention, group: Sequence[Mention], places: Mapping[str, Place], language: str) -> bool:
    """Whether nothing keeps a mention from telling the event of a group of the same document.

    What two had by themselves ("en tête-à-tête") is told neither by nor of a wider circle.
    """
    return (
        _background_fits(mention, group, places)
        and _dates_fit(mention, group)
        and all(_status_fits(mention, other) and _place_fits(mention, other, places) for other in group)
        and _circle_fits(mention, group)
        and (_is_close(mention, group) or tells_apart(mention, language) == tells_apart(_widest(group), language))
    )


def _widest(group: Sequence[Mention]) -> Mention:
    return max(group, key=lambda m: (len(select_principals(m.event_type, m.participants)), m.mention_id))


def _is_close(mention: Mention, group: Sequence[Mention]) -> bool:
    """Whether at most two people are named on both sides."""
    return all(sum(p.kind == "person" for p in m.participants) <= 2 for m in (mention, *group))


def _background_fits(mention: Mention, group: Sequence[Mention], places: Mapping[str, Place]) -> bool:
    """Background and news are one event only if dated alike, or naming an assembly in one town or one sentence."""
    if all(mention.is_background == other.is_background for other in group):
        return True
    if compare_windows(window_of(mention), window_of(finest_mention(group))) in ("same_start", "overlap"):
        return True
    if any(_shares_sentence_with_assembly(mention, other) for other in group):
        return True
    sites = [compare_places(find_place(mention, places), find_place(other, places)) for other in group]
    is_assembly = all(m.event_type in ASSEMBLY_TYPES for m in (mention, *group))
    return is_assembly and ("same_city" in sites or "same_venue" in sites)


def _dates_fit(mention: Mention, group: Sequence[Mention]) -> bool:
    return all(_days_fit(mention, other) and _days_fit(other, mention) for other in group)


def _days_fit(one: Mention, other: Mention) -> bool:
    """Whether two dates leave room for one event: words may not contradict words, nor lie long before the news."""
    told, other_told = told_window(one), told_window(other)
    if compare_windows(told, other_told) in ("apart", "adjacent"):
        return False
    if _are_entries_apart(one, other) or _are_days_apart(one, other):
        return False
    assumed = window_of(one) if told is None else None
    return assumed is None or other_told is None or (assumed.first - other_told.last).days <= MONTH_DAYS


def _are_days_apart(one: Mention, other: Mention) -> bool:
    """Whether the year of a day is unknown and another day of the year is told of the other mention."""
    days = [mention.yearless_day or _day_of_year(mention) for mention in (one, other)]
    is_yearless = one.yearless_day is not None or other.yearless_day is not None
    return is_yearless and None not in days and days[0] != days[1]


def _day_of_year(mention: Mention) -> str | None:
    """The day and month of one whole day, written like a yearless day."""
    is_day = mention.date_start is not None and mention.date_start == mention.date_end
    return f"XXXX-{mention.date_start:%m-%d}" if is_day else None


def _are_entries_apart(one: Mention, other: Mention) -> bool:
    """Whether two nouns stand at different hours in a programme ("10 h : entretien avec X", "11 h : entretien")."""
    is_listed = all(m.is_bare_noun and m.starts_at for m in (one, other))
    return is_listed and one.starts_at != other.starts_at and one.char_start != other.char_start


def _status_fits(mention: Mention, other: Mention) -> bool:
    """Whether two statuses can be told of one event in one document.

    What is only proposed or supposed is another event than what was held; a plan beside a report is the same event
    only on the same day ("avait prévu … a reçu"), or as a headline.
    """
    one, two = mention.status, other.status
    if one == two:
        return True
    if one in _UNREAL or two in _UNREAL:
        return {one, two} <= _UNREAL | {"planned"}
    if "held" in (one, two) or "denied" in (one, two):
        is_dated_alike = compare_windows(window_of(mention), window_of(other)) == "same_start"
        return is_dated_alike or "title" in (mention.text_field, other.text_field)
    return True


def _place_fits(mention: Mention, other: Mention, places: Mapping[str, Place]) -> bool:
    return compare_places(find_place(mention, places), find_place(other, places)) not in ("other_city", "other_country")


def _circle_fits(mention: Mention, group: Sequence[Mention]) -> bool:
    """Whether types and participants agree: the same circle, a part of it, or nobody named."""
    lead = _widest(group)
    agreement = compare_types(mention.event_type, mention.medium, lead.event_type, lead.medium)
    if agreement == "different" or _media_differ(mention, group) or not _askers_fit(mention, group):
        return False
    named = [fullest_naming(namings) for namings in merge_parties(p for m in group for p in m.participants)]
    circle = select_principals(lead.event_type, named)
    own = select_principals(mention.event_type, mention.participants)
    if _is_one_assembly(mention, lead, own, circle):
        return True
    if agreement == "gathering" and ASSEMBLY_TYPES & {mention.event_type, lead.event_type}:
        return _names_assembly(mention, lead, own, circle)
    if not own or not circle:
        return True
    overlap = compare_circles(own, circle)
    if agreement == "gathering":
        return overlap.is_equal
    return overlap.met > 0 and (overlap.is_nested or overlap.shared > _GATHERING_OVERLAP)


def _names_assembly(mention: Mention, lead: Mention, own: Sequence[Participant], circle: Sequence[Participant]) -> bool:
    """Whether another word ("la réunion", "les dirigeants réunis") names an assembly.

    It names nobody, the same members or the same body, or stands in one sentence with it and names at most one member.
    """
    is_assembly = mention.event_type in ASSEMBLY_TYPES
    members = circle if is_assembly else own
    if not members or compare_circles(own, circle).is_equal:
        return True
    if compare_circles(bodies_of(own), bodies_of(circle)).shared:
        return True
    return _shares_sentence_with_assembly(mention, lead)


def _shares_sentence_with_assembly(mention: Mention, other: Mention) -> bool:
    """Whether one of two mentions in a sentence is an assembly and the other names at most one person by it."""
    if (mention.text_field, mention.char_start) != (other.text_field, other.char_start):
        return False
    rest = [m for m in (mention, other) if m.event_type not in ASSEMBLY_TYPES]
    return len(rest) == 1 and sum(p.kind == "person" for p in rest[0].participants) <= 1


def _is_one_assembly(
    mention: Mention, lead: Mention, own: Sequence[Participant], circle: Sequence[Participant]
) -> bool:
    """Whether two mentions of an assembly can be one whoever they name: members here, the body that meets there.

    Two bodies are two assemblies; a meeting of a body is one with the assembly of its day.
    """
    bodies, known_bodies = bodies_of(own), bodies_of(circle)
    if bodies and known_bodies and not compare_circles(bodies, known_bodies).shared:
        return False
    if mention.event_type == lead.event_type:
        return mention.event_type in ASSEMBLY_TYPES
    is_body_meeting = bool(bodies) if mention.event_type == "meeting" else bool(known_bodies)
    agreement = compare_windows(told_window(mention), told_window(lead))
    return is_body_meeting and agreement in ("same_start", "overlap")


def _media_differ(mention: Mention, group: Sequence[Mention]) -> bool:
    return any("unknown" not in (mention.medium, m.medium) and mention.medium != m.medium for m in group)


def _askers_fit(mention: Mention, group: Sequence[Mention]) -> bool:
    """Two interviews given to different publishers are two events."""
    return compare_askers(mention.participants, [p for m in group for p in m.participants]) != "other"


def find_holders(reports: Sequence[Report], places: Mapping[str, Place]) -> dict[str, str]:
    """Which report of a document is part of which other: report_id of the part → report_id of what holds it.

    By the mention's own parent, else by a larger event of the same document that shares a principal participant and
    whose days and place hold the part's; a visit holds also parts without a place.
    """
    home = {mention.mention_id: report for report in reports for mention in report.mentions}
    holders: dict[str, str] = {}
    for report in reports:
        told = [home[m.parent_mention_id] for m in report.mentions if m.parent_mention_id in home]
        fitting = [r for r in told if may_hold(r.event_type, report.event_type)]
        fitting = fitting or [r for r in reports if _holds(r, report, places)]
        if fitting:
            holders[report.report_id] = min(fitting, key=lambda r: r.order).report_id
    return holders


def _holds(holder: Report, part: Report, places: Mapping[str, Place]) -> bool:
    if not may_hold(holder.event_type, part.event_type) or part.medium == "telephone" or holder.status != part.status:
        return False
    if compare_windows(holder.window, part.window) not in ("same_start", "overlap"):
        return False
    if holder.window and part.window and not holder.window.first <= part.window.first <= holder.window.last:
        return False
    where = compare_places(place_of_all(holder.mentions, places), place_of_all(part.mentions, places))
    if where in ("other_city", "other_country"):
        return False
    is_there = where != "unknown" or holder.event_type == "visit"
    return is_there and compare_circles(holder.principals, part.principals).shared > 0
