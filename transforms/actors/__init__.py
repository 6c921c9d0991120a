"""Who: names, titles and offices, and who held which office on a day.

Here live the gazetteer, the reading of names and titles in a sentence, and the naming of office holders.
What happened (events) does not belong here; this room never reads files of its own except the language files.
"""
