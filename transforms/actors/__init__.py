"""Who: names, titles and offices, and who held which office on a day.

Here live the gazetteer, the reading of a sentence's actors (`reading`: by title, name, noun or a word that points
back) and the naming of office holders.
What happened (events) does not belong here; this room never reads files of its own except the language files.
"""
