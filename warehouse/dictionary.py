"""The data dictionary: the part of warehouse/README.md that is made from the declarations.

`python -m warehouse.dictionary` rewrites it in place; a test sees that it was done.
"""

from __future__ import annotations

from pathlib import Path

from warehouse.release import view_statements
from warehouse.tables import PUBLISHED_TABLES, TABLES

MARK = "<!-- Made by `make dictionary` from the table declarations: edit those. -->"
README = Path(__file__).with_name("README.md")


def data_dictionary() -> str:
    """Every table, column and view in Markdown."""
    lines = [MARK, "", "## Tables of a release", ""]
    for table in PUBLISHED_TABLES:
        lines += [*table.released().dictionary_lines(), ""]
    lines += ["## Views and macros of a release", "", "| file | what it gives |", "|---|---|"]
    for name, sql in view_statements().items():
        lines.append(f"| `views/{name}` | {sql.splitlines()[0].removeprefix('-- ')} |")
    lines += ["", "## Working and operational tables", "", "Private to the working folder; their shape may change.", ""]
    for table in TABLES.values():
        if not table.is_published:
            lines += [*table.dictionary_lines(), ""]
    return "\n".join(lines).rstrip() + "\n"


def with_dictionary(readme: str) -> str:
    """The README's text with the dictionary of today after its own words."""
    return readme.partition(MARK)[0] + data_dictionary()


if __name__ == "__main__":
    README.write_text(with_dictionary(README.read_text(encoding="utf-8")), encoding="utf-8")
