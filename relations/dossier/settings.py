"""What ``dossier.toml`` says: which countries, what the dossier is called, what is left out."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from relations.errors import DossierError

FILE = "dossier.toml"
_EXAMPLE = '["KAZ", "PAK"]'


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one dossier."""

    name: str
    countries: tuple[str, ...]  # ISO 3166-1 alpha-3
    title: dict[str, str] = field(default_factory=dict)  # by BCP 47 tag; empty: made from the countries' names
    publishers: dict[str, str] = field(default_factory=dict)  # country of a publisher whose address does not show it


def load(folder: Path) -> Settings:
    """Read the settings of a dossier.

    Parameters
    ----------
    folder : Path
        The dossier.

    Raises
    ------
    DossierError
        If there is no ``dossier.toml``, or it breaks its rules; the message names the line to mend.
    """
    file = folder / FILE
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
    except NotADirectoryError:
        raise DossierError(f"{folder} is a file; a dossier is a folder that holds {FILE}: name the folder") from None
    except FileNotFoundError:
        missing = f"it has no {FILE}" if folder.is_dir() else "there is no such folder"
        raise DossierError(
            f"{folder} is no dossier: {missing}. Correct the name, or make one with `relations new {folder} KAZ PAK`"
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DossierError(f"{file} cannot be read: {error}. Expected TOML as `relations new` writes it") from None
    countries = body.get("countries")
    if not isinstance(countries, list):
        raise DossierError(f"{file}, countries: found {countries!r}; expected a list such as {_EXAMPLE}")
    _check(countries, f"{file}, ")
    title = body.get("title", {})
    if not isinstance(title, dict) or not all(isinstance(value, str) for value in title.values()):
        raise DossierError(f'{file}, title: found {title!r}; expected a table such as en = "Kazakhstan - Pakistan"')
    publishers = body.get("publishers", {})
    if not isinstance(publishers, dict):
        raise DossierError(f'{file}, publishers: found {publishers!r}; expected a table such as "Dawn" = "PAK"')
    _known(list(publishers.values()), f"{file}, publishers, ")
    return Settings(folder.resolve().name, tuple(countries), dict(title), dict(publishers))


def write(folder: Path, countries: Sequence[str]) -> Path:
    """Make a new, empty dossier.

    Parameters
    ----------
    folder : Path
        Must not hold a dossier yet.
    countries : sequence of str
        ISO 3166-1 alpha-3 codes.

    Returns
    -------
    Path
        Its ``dossier.toml``.

    Raises
    ------
    DossierError
        If there is a dossier already, or a code is no country.
    """
    file = folder / FILE
    if file.exists():
        raise DossierError(f"{file} is there already; choose another folder, or edit that file")
    _check(countries, "")
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    codes = ", ".join(f'"{code}"' for code in countries)
    file.write_text(
        "# A dossier: put articles into articles/, run `relations build`, then `relations serve`.\n"
        f"countries = [{codes}]   # ISO 3166-1 alpha-3\n\n"
        "# Optional: its title in the languages of the page, else the names of the countries.\n"
        "# [title]\n"
        '# en = "..."\n\n'
        "# Optional: the country of a publisher whose address does not show it (.com, .org).\n"
        "# [publishers]\n"
        '# "..." = "KAZ"\n',
        encoding="utf-8",
    )
    return file


def _known(countries: Sequence[object], where: str) -> None:
    from relations.coding.countries import known_codes

    for number, code in enumerate(countries, start=1):
        if not isinstance(code, str) or code not in known_codes():
            meant = _meant(str(code))
            raise DossierError(
                f"{where}number {number}: {code!r} is no country; "
                "expected ISO 3166-1 alpha-3 codes such as KAZ or PAK; "
                + (f"did you mean {meant}?" if meant else "correct the code")
            )


def _meant(text: str) -> str | None:
    """Return the code of the country that a name or a code of two letters stands for.

    Examples
    --------
    >>> _meant("pk"), _meant("KAZAKHSTAN"), _meant("Өзбекстан"), _meant("XXQ")
    ('PAK', 'KAZ', 'UZB', None)
    """
    from relations import languages
    from relations.coding.countries import alpha2, countries

    twos = {two: three for three, two in alpha2().items()}
    named = (row.code for tag in languages.codes() for row in countries(text.title(), tag) if row.kind == "country")
    return twos.get(text.upper()) or next(named, None)


def _check(countries: Sequence[object], where: str) -> None:
    _known(countries, f"{where}countries, ")
    if len(set(countries)) < 2:
        raise DossierError(
            f"{where}countries: found {countries!r}; a dossier is about two or more countries; name at least two, "
            f"such as {_EXAMPLE}"
        )
