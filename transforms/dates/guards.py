"""What keeps numbers, names and verbs from being read as years, months and weekdays."""

from __future__ import annotations

import re
from itertools import pairwise

from transforms.dates.patterns import Match
from transforms.dates.tense import tense_tables


def is_month_word(match: Match, name: str = "m") -> bool:
    """Whether an ambiguous month word ("may", "mars", "sept") is written as a month here."""
    token = match.token(name)
    if not match.lexicon.settings.get("capital_months") or match.text[token.start].isupper():
        return True
    context = match.lexicon.context
    if not match.has("d"):
        return match.before in context["month_before"] and token.text not in context["ambiguous_months"]
    surely_day = "ORDN" in match.token("d").classes or match.has("o") or match.has("w") or match.has("y")
    if token.text in context["verb_months"]:
        return surely_day or match.before == ""
    return surely_day or match.before == "" or match.before in context["month_before"]


def is_called(match: Match) -> bool:
    """Whether a form of address stands before: 'Herr Sommer', 'Mr. May'."""
    at = match.start - 1
    if at > 0 and match.tokens[at].text == ".":
        at -= 1
    return at >= 0 and match.tokens[at].text in match.lexicon.context["forms_of_address"]


def names_place(match: Match) -> bool:
    """Whether a street, building or movement is called after the day: 'avenida 9 de Julio', 'rue du 4-Septembre'."""
    named = match.lexicon.context.get("named_after", frozenset())
    at = match.start - 1
    while at > 0 and not match.tokens[at].classes.keys().isdisjoint({"OF", "DAY", "ORDN"}):
        at -= 1
    return at >= 0 and match.tokens[at].text in named


def bare_month_fits(match: Match) -> bool:
    """Whether a month word alone is one: no name, no verb, no planet, no number."""
    if is_called(match) or (is_name(match) and match.before in match.lexicon.context.get("name_before", frozenset())):
        return False
    token = match.token("m")
    context = match.lexicon.context
    if " ".join(one.text for one in match.tokens[max(0, match.start - 2) : match.start]) in context.get("no_month", ()):
        return False
    capital = match.text[token.start].isupper()
    prepared = match.before in context.get("month_before", frozenset())
    if len(token.text) <= 4 and token.text in context.get("ambiguous_months", frozenset()) and not prepared:
        return False
    if match.lexicon.settings.get("capital_months"):
        follows = match.text[token.end : token.end + 2].strip()
        if token.text in context.get("ambiguous_months", frozenset()) and not prepared:
            return False
        return prepared or (capital and not follows[:1].isupper())
    follows = match.text[token.end : token.end + 2].strip()
    if capital and not prepared and (match.before not in {"", ".", "!", "?", ":"} or follows[:1].isupper()):
        return False
    if len(token.text) <= 4 and len(token.text) < longest_form(match, token.text):
        return prepared and match.after == "."
    if token.text in context.get("ambiguous_months", frozenset()):
        noun = match.lexicon.settings.get("nouns_are_capital")
        return prepared and not (capital and match.before and not noun)
    return True


def longest_form(match: Match, word: str) -> int:
    """The length of the longest way to write the month of `word`."""
    month = match.token("m").classes["MONTH"]
    same = (
        pieces[0] for pieces, classes in match.lexicon.forms() if classes.get("MONTH") == month and len(pieces) == 1
    )
    return max((len(form) for form in same), default=len(word))


MONEY_BEFORE = frozenset("$€£#.+°_%@&=")
MONEY_AFTER = frozenset("%€$°_@£")
FIRST_YEAR, LAST_YEAR = 1400, 2100
FIRST_NAMED_YEAR = 1900


def bare_year_fits(match: Match) -> bool:
    """Whether a figure of four digits is a year: what stands before and after decides."""
    context, year = match.lexicon.context, int(match.token("y").text)
    before, after = match.before, match.after
    if _is_rate(match) or _is_act_number(match) or after in context.get("counted_nouns", frozenset()):
        return False
    by_signs = _signs_decide(match, year)
    if by_signs is not None:
        return by_signs
    if before in context["quantity_before"]:
        return False
    if _opens_before_verb(match) and FIRST_NAMED_YEAR <= year <= LAST_YEAR:
        return True
    starts_word = after[:1].isalpha() and after not in context["year_after_ok"]
    prepared = before in context["year_before"] or (match.start > 0 and "MOD" in match.tokens[match.start - 1].classes)
    if prepared:
        return not (starts_word and is_counted(match, year))
    named = match.text[match.tokens[match.start - 1].start : match.first.start].strip() if match.start else ""
    if named.isupper() and len(named) <= len("BMW"):
        return False
    if named[:1].isupper() and FIRST_NAMED_YEAR <= year <= LAST_YEAR:
        return not (starts_word and is_counted(match, year))
    if "\n" in before and FIRST_NAMED_YEAR <= year <= LAST_YEAR:
        return not (starts_word and is_counted(match, year))
    if starts_word:
        return False
    if before in {"", ".", "!", "?"} or "\n" in before:
        return after in context["year_after_ok"]
    if before == "," and (after == "" or "\n" in after):
        return FIRST_YEAR <= year <= LAST_YEAR
    return (before[:1].isalpha() or before in {",", ")", ";", ":"}) and FIRST_NAMED_YEAR <= year <= LAST_YEAR


def _opens_before_verb(match: Match) -> bool:
    """Whether a figure opens a sentence before a finite verb, where that stands second: '1981 unterzeichnete er'."""
    is_open = match.before in {"", ".", "!", "?"} or "\n" in match.before
    second = bool(match.lexicon.settings.get("nouns_are_capital"))
    return second and is_open and match.after in tense_tables(match.lexicon.language).past_words


def _is_act_number(match: Match) -> bool:
    """Whether a figure is part of the number of an act or norm: '2016/679', 'RES/1325', '1024/2012', '9001:2015'."""
    token = match.token("y")
    left, right = match.text[max(0, token.start - 12) : token.start], match.text[token.end : token.end + 6]
    head = re.search(r"(\w+)[/:]$", left)
    spelled = head is not None and head[1] != "" and (len(head[1]) > len("30") or left[-1] == ":" or head[1].isalpha())
    is_range = head is not None and head[1].isdigit() and FIRST_YEAR <= int(head[1]) < int(token.text)
    return (spelled and not is_range) or re.match(r"/\d{3}(?!\d)|/\d{5}", right) is not None


def _is_rate(match: Match) -> bool:
    """'1500 à 2000 par an': a figure before 'per' and a unit."""
    following = match.tokens[match.end : match.end + 4]
    return any(
        {"PER", "RATE"} & one.classes.keys() and {"UNIT", "SUBUNIT"} & two.classes.keys()
        for one, two in pairwise(following)
    )


def is_name(match: Match) -> bool:
    """Whether a capitalised word follows that makes the match part of a name: 'Noël Durand', 'Easter Island'."""
    if match.end >= len(match.tokens) or match.lexicon.settings.get("nouns_are_capital"):
        return False
    following = match.tokens[match.end]
    gap = match.text[match.last.end : following.start]
    word = match.text[following.start : following.end]
    if not gap and following.text == "-":
        return True
    return gap == " " and word[:1].isupper() and (not following.classes or (word.isupper() and len(word) > 1))


def _signs_decide(match: Match, year: int) -> bool | None:
    """What the signs around a figure say: money and codes never, headings, ranges and brackets do; None is open."""
    token, before, after = match.token("y"), match.before, match.after
    left = match.text[max(0, token.start - 2) : token.start]
    right = match.text[token.end : token.end + 2]
    if (left and left[-1] in MONEY_BEFORE) or (right and right[0] in MONEY_AFTER) or after in MONEY_AFTER:
        return False
    if right[:1] == "-" and right[1:].isalpha() and before not in match.lexicon.context["year_before_sure"]:
        return False
    if left[-1:] == "-" and left[:1].isalpha():
        return any("MOD" in near.classes for near in match.tokens[max(0, match.start - 2) : match.start])
    alone = before in {"", "."} or "\n" in before
    if alone and (after in {"", ":"} or "\n" in after) and FIRST_YEAR <= year <= LAST_YEAR:
        return "\n" in before or token.start == 0
    if before in match.lexicon.context["year_before"] or before in match.lexicon.context["quantity_before"]:
        return None
    if before == "," and match.start > 1 and "YEAR" in match.tokens[match.start - 2].classes:
        return after in match.lexicon.context["year_after_ok"] or not after[:1].isalpha()
    if left[-1:] in {"-", "–", "/"} and left[:1].isdigit() and match.start > 1:
        return "YEAR" in match.tokens[match.start - 2].classes
    return True if left[-1:] in {"(", "[", "-", "–", "/", "«"} else None


def is_counted(match: Match, year: int) -> bool:
    """Whether a lower-case plural-looking word follows a round figure or a figure without a year's preposition."""
    token = match.token("y")
    following = match.text[token.end :].lstrip()[:1]
    plural = match.after.endswith(tuple(match.lexicon.settings.get("plural_endings", ("s", "x"))))
    return (
        following.islower()
        and plural
        and (year % 100 == 0 or match.before not in match.lexicon.context["year_before_sure"])
    )


def weekday_fits(match: Match) -> bool:
    """Whether a short or ambiguous weekday form is one."""
    token = match.token("w")
    named = match.lexicon.context.get("named_weekday", frozenset())
    if match.before in named or match.after in named or (match.has("w") and match.first is token and is_called(match)):
        return False
    if match.has("d2") or match.has("bracketed"):
        return True
    if token.text not in match.lexicon.context.get("ambiguous_weekdays", frozenset()):
        return True
    if match.lexicon.settings.get("capital_weekdays") and not match.text[token.start].isupper():
        return False
    if match.lexicon.context.get("weekday_before") and match.before in {"", "."}:
        return match.has("p") or match.after in match.lexicon.context["after_bare_weekday"]
    if match.before in match.lexicon.context.get("weekday_before", frozenset()):
        return not match.after[:1].isalpha() or match.after in match.lexicon.context["year_after_ok"]
    if match.lexicon.context.get("weekday_before"):
        return match.has("r") or match.has("this")
    if not match.lexicon.settings.get("capital_weekdays"):
        return match.has("d") or (match.after == "." and match.before in {"", ",", "("})
    return match.after in {".", ","} or match.end - match.start > 1
