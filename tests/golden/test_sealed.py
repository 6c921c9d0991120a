"""The sealed documents are those whose hashes were committed before anything was scored."""

import hashlib
import tarfile
from pathlib import Path

SEALED = Path(__file__).parent / "events_sealed"


def test_the_archive_holds_what_was_sealed() -> None:
    promised = dict(reversed(line.split()) for line in (SEALED / "SHA256").read_text(encoding="utf-8").splitlines())
    with tarfile.open(SEALED / "sealed.tar.xz") as archive:
        held = {
            member.name: hashlib.sha256(file.read()).hexdigest()
            for member in archive.getmembers() if (file := archive.extractfile(member)) is not None
        }
    assert held == promised
    assert len(held) == 41
