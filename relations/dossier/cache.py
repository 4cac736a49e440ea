"""What was coded before is not coded again: one JSON file an article, named by everything it depends on."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from relations.coding import Coded, code
from relations.coding.record import from_json, to_json

_PACKAGE = Path(__file__).parent.parent
_RULES = ("coding", "dates", "languages", "codebook", "articles", "sentences.py", "edtf.py")


@cache
def coder_version() -> str:
    """Return a checksum of all rules and language files: another version codes everything anew.

    Examples
    --------
    >>> len(coder_version())
    12
    """
    return checksum(_RULES)[:12]


@cache
def checksum(parts: tuple[str, ...]) -> str:
    """Return a checksum of parts of this package: of their code and their data."""
    digest = hashlib.sha256()
    for part in parts:
        place = _PACKAGE / part
        files = (
            sorted(f for f in place.rglob("*") if f.suffix in {".py", ".toml", ".json", ".tsv"})
            if place.is_dir()
            else [place]
        )
        for file in files:
            digest.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


class Cache:
    """What was coded of a dossier's articles.

    Parameters
    ----------
    folder : Path
        Where it is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def coded(
        self, text: str, published: str | None, language: str, start: int, about: tuple[str, ...]
    ) -> tuple[Coded, bool]:
        """Code a text, or read what the same rules made of it before.

        Parameters
        ----------
        text, published, language, start, about
            As for `relations.coding.code`.

        Returns
        -------
        (Coded, bool)
            What was coded, and whether it had to be coded now.
        """
        known = "\x1f".join((coder_version(), published or "", language, str(start), " ".join(about), text))
        name = hashlib.sha256(known.encode()).hexdigest()[:40]
        file = self._folder / name[:2] / f"{name}.json"
        self._used.add(file)
        try:
            return from_json(json.loads(file.read_text(encoding="utf-8"))), False
        except (OSError, ValueError, TypeError, KeyError):
            pass  # not there, or cut short by a kill: code it
        result = code(text, published=published, language=language, start=start, about=about)
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(to_json(result), out, ensure_ascii=False)
        Path(temporary).replace(file)
        return result, True

    def tidy(self) -> None:
        """Remove what nobody has asked for: of earlier rules, of articles that are gone, of builds that were killed."""
        for file in self._folder.glob("*/*"):
            if file not in self._used:
                file.unlink(missing_ok=True)
        for part in self._folder.glob("*"):
            with suppress(OSError):  # others are in it
                part.rmdir()
