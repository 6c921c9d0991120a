"""Short codes shared by several tables, each with what it means."""

from __future__ import annotations

STATUS = {
    "held": "took place", "planned": "announced for a day to come", "proposed": "suggested or asked for",
    "cancelled": "called off", "denied": "said not to have happened", "hypothetical": "only supposed or asked about",
}
MEDIUM = {
    "in_person": "at one place", "telephone": "by telephone", "video": "by video", "unknown": "the text does not tell",
}
ACTOR_KIND = {"person": "a human being", "organisation": "a body or group", "country": "a state or its government"}
ROLE = {
    "host": "receives at their own place", "guest": "is received", "caller": "makes the call",
    "callee": "takes the call", "speaker": "speaks", "interviewer": "asks", "signatory": "signs", "chair": "presides",
    "participant": "takes part",
}
TEXT_FIELD = {"text": "the document's text", "title": "the document's title"}
DATE_PRECISION = {
    "minute": "a clock time", "part": "a part of a day", "day": "one day",
    "range": "from one named day to another",
    "weekend": "Saturday and Sunday", "week": "an ISO week", "month": "a calendar month",
    "quarter": "a calendar quarter", "half": "a half-year", "season": "a season", "year": "a year",
    "decade": "a decade", "century": "a century",
}
PUBLISHED_BASIS = {
    "declared": "stated by the source beside the text", "metadata": "in the page's metadata",
    "jsonld": "in the page's structured data", "header": "on a date line of the text",
    "dateline": "in the dateline of the text", "url": "in the address", "http": "in the transfer's headers",
    "inferred": "worked out from dates that agree in the text", "none": "the document does not tell",
}
PLACE_KIND = {"venue": "a building or site", "city": "a town", "region": "a part of a country or continent",
              "country": "a country"}
ANCHOR_KIND = {
    "none": "nothing to hang on: unresolved", "absolute": "says its own day", "published": "the publication day",
    "dateline": "the day of the dateline", "narrative": "the last day told of", "speech": "the day of the quoted words",
    "event": "a named event",
}
