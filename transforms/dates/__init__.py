"""Date expressions of a text: found, interpreted, anchored and written as TIMEX3, EDTF and whole-day intervals.

The words stand in `transforms/languages/<code>.toml` under `[dates.*]`; the rules here are shared by all languages.
No clock, no I/O: the day a text was published is an argument, and without it relations stay undated.
"""
