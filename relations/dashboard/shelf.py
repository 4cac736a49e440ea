"""The dossiers that are served, each under a name of its own, and what is told of them where they are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlencode

from relations.dossier import Dossier, open_dossier, settings, swap
from relations.errors import ServeError
from relations.tables import package


@dataclass(frozen=True, slots=True)
class Card:
    """What is told of a dossier where it is listed.

    Attributes
    ----------
    name : str
        In its address.
    title : dict of str to str
        By language; empty where the dossier has none of its own.
    countries : tuple of str
        ISO 3166-1 alpha-3.
    first, last : str or None
        EDTF dates of the earliest and of the latest event that is dated.
    last_article : str or None
        EDTF day of the newest article.
    articles, events, open, overdue : int
        Counts; commitments that are not kept yet, and those of them past their date.
    """

    name: str
    title: dict[str, str]
    countries: tuple[str, ...]
    first: str | None
    last: str | None
    last_article: str | None
    articles: int
    events: int
    open: int
    overdue: int


class Shelf:
    """The dossiers that are served.

    Parameters
    ----------
    folders : iterable of Path
        Folders of dossiers, or folders that hold dossiers.

    Raises
    ------
    ServeError
        If a folder neither is a dossier nor holds one.
    DossierError
        If a dossier has no tables.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        found = list(dict.fromkeys(dossier for folder in folders for dossier in find(folder)))
        self._folders = {name: folder for name, folder in zip(_names(found), found, strict=True)}
        self._cards: dict[str, tuple[str, Card]] = {}

    @property
    def folders(self) -> Mapping[str, Path]:
        """The folder of each dossier, by its name."""
        return MappingProxyType(self._folders)

    def open(self, name: str) -> Dossier:
        """Open a dossier by its name; KeyError where none of that name is served."""
        return open_dossier(self._folders[name])

    def stamp(self, name: str) -> str:
        """Return a text that changes when a dossier is built anew or a day passes: outcomes depend on the day."""
        tables = swap.current(self._folders[name] / "tables", "datapackage.json")
        # Opening says best what is missing.
        built = package.about(tables)["hash"] if tables.is_dir() else self.open(name).built
        return f"{built} {date.today()}"

    def card(self, name: str) -> Card:
        """Return what is told of a dossier; made anew after a build."""
        stamp = self.stamp(name)
        if self._cards.get(name, ("",))[0] != stamp:
            self._cards[name] = (stamp, card(name, self.open(name)))
        return self._cards[name][1]


def dossier_address(base_url: str, name: str, language: str) -> str:
    """Return the address of a dossier's page in a language.

    Parameters
    ----------
    base_url : str
        Path that all addresses begin with.
    name : str
        Of the dossier on the shelf.
    language : str
        Of the page.

    Examples
    --------
    >>> dossier_address("/", "a-b", "kk")
    '/dossier/a-b?lang=kk'
    """
    return f"{base_url}dossier/{quote(name, safe='')}?{urlencode({'lang': language})}"


def find(folder: Path) -> list[Path]:
    """Return the dossiers that a folder is or holds, by name.

    Examples
    --------
    >>> find(Path("no such folder"))
    [PosixPath('no such folder')]
    """
    folder = folder.resolve() if folder.exists() else folder
    if (folder / settings.FILE).is_file() or not folder.is_dir():
        return [folder]
    held = sorted(file.parent for file in folder.glob(f"*/{settings.FILE}"))
    # None of its dossiers: that it is none itself is the better message, and opening it says so.
    return held or [folder]


def card(name: str, dossier: Dossier) -> Card:
    """Work out what is told of a dossier where it is listed."""
    events, articles = dossier.events, dossier.articles
    dated = events[events["earliest"].notna() & events["precision"].ne("decade") & events["status"].ne("planned")]
    dates = dated.sort_values(["earliest", "latest"])["date"]
    newest = articles[articles["latest"].notna()].sort_values("latest")["published"]
    return Card(
        name=name,
        title=dossier.settings.title,
        countries=dossier.settings.countries,
        first=str(dates.iloc[0]) if len(dates) else None,
        last=str(dates.iloc[-1]) if len(dates) else None,
        last_article=str(newest.iloc[-1]) if len(newest) else None,
        articles=len(articles),
        events=len(events),
        open=int(events["outcome"].isin(("open", "due", "overdue")).sum()),
        overdue=int(events["outcome"].eq("overdue").sum()),
    )


def _names(folders: list[Path]) -> list[str]:
    """Return a name for each folder that may stand in an address."""
    names: list[str] = []
    for folder in folders:
        name = re.sub(r"[^\w-]+", "-", folder.name).strip("-") or "dossier"
        if name in names:
            raise ServeError(f"two dossiers are named {name}: rename {folder}, or serve it by itself")
        names.append(name)
    return names
