"""The views and macros of a release, one SQL file each."""
