"""Reference tables (CSV) and sample documents that chronofil ships with, read through importlib.resources.

Facts only, each row with its source and confidence; no code lives here, and nothing is read at import.
The sample documents stand in documents/, what a careful reader finds in them in documents/expected/.
"""
