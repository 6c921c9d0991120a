"""One data file per language: the words, never the logic. Loaded once through importlib.resources."""
