"""Which mentions are the same event, what is known of it, and how it came to be known.

Pure: documents and mentions in, events, participants, aliases and history out. No storage, no clock, no words of a
language. `README.md` tells the method, the features of the score with their weights, and the measured figures.
"""
