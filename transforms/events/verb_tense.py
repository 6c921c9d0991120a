"""The tense and voice that a form and its auxiliaries tell together."""

from __future__ import annotations

from typing import Literal

from transforms.events.lexicon import Form

Tense = Literal[
    "past", "pluperfect", "present", "future", "expected", "was_to", "undone", "may", "hearsay", "infinitive", "gerund",
    "participle", "none",
]  # fmt: skip


def _let_tense(classes: set[str]) -> Tense | None:
    """The tense of "have oneself done" ("ließ sich von X informieren"), which is a passive; None where it is none."""
    if "reflexive" not in classes or classes.isdisjoint(("let", "let_past", "let_present")):
        return None
    if classes & {"intend", "become"}:
        return "future"
    if "have_past" in classes:
        return "pluperfect"
    return "past" if classes & {"let_past", "have_present"} else "present"


def tense_and_voice(form: Form, classes: set[str], *, is_bare: bool) -> tuple[Tense, bool]:
    """The tense of a form and whether it is passive, by its auxiliaries' classes; `is_bare`: no marker leads it."""
    if form.tense == "participle":
        return _participle_tense(form, classes)
    if form.tense == "infinitive":
        told = _let_tense(classes)
        return (told, True) if told else (_infinitive_tense(classes, is_bare=is_bare), False)
    if form.tense == "gerund":
        if "be_future" in classes:
            return "future", False
        return ("present", False) if classes & {"be_present", "be_past"} else ("gerund", False)
    return {"present": "present", "past": "past", "future": "future", "conditional": "hearsay"}[form.tense], False  # type: ignore[return-value]


def _infinitive_tense(classes: set[str], *, is_bare: bool) -> Tense:
    if "have_conditional" in classes and classes & {"intend", "was_to", "had_to"}:
        return "undone"
    if "had_to" in classes and classes & {"have_present", "have_past"}:
        return "past" if "have_present" in classes else "pluperfect"
    for name, tense in (
        ("having_done", "pluperfect" if "have_past" in classes else "past"), ("ongoing", "present"), ("may", "may"),
        ("was_to", "was_to"), ("intend", "future"), ("expected", "expected"), ("finish", "past"), ("would", "future"),
        ("ought", "future"),
    ):  # fmt: skip
        if name in classes:
            return tense  # type: ignore[return-value]
    if not is_bare and "have_present" not in classes and classes & {"be_present", "be_past"}:
        return "future" if "be_present" in classes else "was_to"
    return "present" if is_bare else "infinitive"


def _participle_tense(form: Form, classes: set[str]) -> tuple[Tense, bool]:
    is_transitive = (
        form.frame.object is not None or form.frame.kind == "support" or form.frame.object_words != frozenset()
    )
    has_be = any(name.startswith("be_") for name in classes) or "become" in classes
    is_passive = has_be and is_transitive and "reflexive" not in classes
    if "perfect" in classes and classes & {"intend", "was_to", "may"}:
        return "hearsay", is_passive
    if "may" in classes:
        return "may", is_passive
    if "ought" in classes and "have_other" in classes:
        return "undone", is_passive
    if "was_to" in classes:
        return "was_to", is_passive
    if "have_present" in classes and classes & {"would", "be_past"}:
        return "undone", is_passive and "be_other" in classes
    for name, tense in (
        ("intend", "future"), ("expected", "expected"), ("have_conditional", "hearsay"), ("be_conditional", "hearsay"),
        ("have_future", "past"), ("be_future", "future"), ("would", "future"), ("have_past", "pluperfect"),
        ("have_present", "past"),
        ("have_other", "past"),
    ):  # fmt: skip
        if name in classes:
            return tense, is_passive  # type: ignore[return-value]
    if "be_infinitive" in classes and classes & {"be_present", "be_past"}:  # "is to be received"
        return ("future" if "be_present" in classes else "was_to"), is_passive
    if "be_past" in classes:
        return ("past" if is_passive else "pluperfect"), is_passive
    if has_be:
        return ("infinitive" if is_passive and classes == {"be_infinitive"} else "past"), is_passive
    return "participle", is_transitive
