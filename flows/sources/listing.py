"""The list of sources: `sources.toml` of the working folder, or the sample documents where there is none."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

SAMPLES = "seeds:documents"


class Source(BaseModel):
    """One source of documents, as `sources.toml` declares it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_id: str
    name: str
    kind: Literal["files"] = "files"
    location: str = ""
    publish_text: Literal["full", "sentence", "none"] = "full"

    def path(self, base: Path) -> Path:
        """Where the source's files lie; relative locations count from the folder of the list."""
        if self.location == SAMPLES:
            return Path(str(resources.files("seeds") / "documents"))
        return base / self.location


class SourceListError(ValueError):
    """A list of sources that cannot be used, with where and why."""


def read_sources(path: Path) -> list[Source]:
    """The sources of a list, in its order.

    Raises:
        SourceListError: no TOML, unknown keys, or an id used twice.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("source", [])
        sources = [Source.model_validate(entry) for entry in entries]
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as error:
        raise SourceListError(f"{path}: {error}") from error
    names = [source.source_id for source in sources]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise SourceListError(f"{path}: source_id used twice: {', '.join(repeated)}")
    return sources


def configured_sources(user_list: Path) -> tuple[list[Source], Path]:
    """The sources a run without paths reads, and the folder their locations count from."""
    if user_list.exists():
        return read_sources(user_list), user_list.parent
    samples = Path(str(resources.files("seeds") / "sources.toml"))
    return read_sources(samples), samples.parent


def given_source(source_id: str) -> Source:
    """The source that paths given by hand belong to."""
    return Source(source_id=source_id, name="Documents given by path")
