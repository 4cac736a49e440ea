"""A dossier: a folder about one pair or group of countries, and its tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from relations import tables
from relations.dossier import settings, swap
from relations.errors import DossierError, TableError
from relations.merging.outcomes import as_of
from relations.tables import package

__all__ = ["Dossier", "open_dossier"]

_TRIES = 5


class Dossier:
    """The tables of one dossier, as they were built last.

    Parameters
    ----------
    path : Path
        Folder of the dossier.
    chosen : Settings
        What ``dossier.toml`` says.
    frames : dict of str to pandas.DataFrame
        The tables.
    built : str
        Checksum of the tables; another build of other articles has another one.
    today : datetime.date
        Day that outcomes are relative to.

    Notes
    -----
    Each table is an attribute: ``dossier.events``, ``dossier.articles`` and so on, see ``dossier.tables``.
    ``events`` leaves out what reviewers rejected and has one column more than its file: ``outcome``, see
    `relations.merging.outcomes.as_of`. ``as_built`` holds the tables exactly as their files do.
    """

    def __init__(
        self, path: Path, chosen: settings.Settings, frames: dict[str, pd.DataFrame], built: str, today: date
    ) -> None:
        self.path = path
        self.settings = chosen
        self.built = built
        self.today = today
        self.as_built = frames
        kept = frames["events"][frames["events"]["review"].ne("rejected").fillna(True)]
        self.tables = {**frames, "events": as_of(kept.reset_index(drop=True), today)}

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            table: pd.DataFrame = self.__dict__["tables"][name]
        except KeyError:
            known = ", ".join(tables.contracts())
            raise AttributeError(f"a dossier has no {name!r}; its tables are {known}") from None
        return table

    def __repr__(self) -> str:
        return f"<Dossier {self.settings.name}: {len(self.articles)} articles, {len(self.events)} events>"


def open_dossier(path: str | Path, today: date | None = None) -> Dossier:
    """Open a dossier that has been built.

    Parameters
    ----------
    path : str or Path
        Folder of the dossier.
    today : datetime.date, optional
        Day that outcomes (due, overdue) are relative to; the calendar's today where left out.

    Returns
    -------
    Dossier

    Raises
    ------
    DossierError
        If the folder is no dossier, or was never built.
    TableError
        If a table is broken or of another version.

    Examples
    --------
    >>> import relations
    >>> dossier = relations.open("data/kazakhstan-pakistan")  # doctest: +SKIP
    >>> dossier.events[["date", "type", "summary"]].head()  # doctest: +SKIP
    """
    folder = Path(path)
    chosen = settings.load(folder)
    target = folder / "tables"
    for attempt in range(_TRIES):
        place = swap.current(target, "datapackage.json")
        if not place.exists():
            raise DossierError(f"{folder} has no tables yet; make them with `relations build {folder}`")
        try:
            before = package.about(place)["hash"]
            frames = {name: package.read(place, name) for name in tables.contracts()}
            after = package.about(place)["hash"]
        except TableError:
            if attempt == _TRIES - 1:
                raise
            continue  # a build may just have replaced the folder
        if before == after:
            return Dossier(folder, chosen, frames, before, today or date.today())
    raise DossierError(f"{folder}: its tables are being replaced again and again; wait for the builds to end")
