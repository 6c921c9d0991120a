"""The sealed documents are those whose hashes were committed before anything was scored."""

import hashlib
import tarfile
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent


@pytest.mark.parametrize(("folder", "files"), [("events_sealed", 41), ("events_bank/unread", 2)])
def test_the_archive_holds_what_was_sealed(folder: str, files: int) -> None:
    sealed = GOLDEN / folder
    promised = dict(reversed(line.split()) for line in (sealed / "SHA256").read_text(encoding="utf-8").splitlines())
    with tarfile.open(sealed / "sealed.tar.xz") as archive:
        held = {
            member.name: hashlib.sha256(file.read()).hexdigest()
            for member in archive.getmembers() if (file := archive.extractfile(member)) is not None
        }
    assert held == promised
    assert len(held) == files
