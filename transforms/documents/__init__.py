"""What a received file says and where: text, language, publication day, regions, sentences, identity.

Nothing here reads a file, asks the clock or changes a character of the text; cleaning stands beside it as spans.
What a document reports is not decided here.
"""
