"""What happened: triggers, participants, places, status, and the date link of the mentions of one document.

Pure functions; the gazetteer comes as an argument. Which mentions of different documents are one event is the
timeline's question; when an expression is, is the dates room's.
"""
