"""The tables as the reader filtered them, as a file to keep."""

from __future__ import annotations

from relations.dashboard.scene import Scene

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv;charset=utf-8"
TABLES = ("events", "evidence", "articles", "event_sectors", "event_people")


def download(scene: Scene, form: str, table: str = "events") -> tuple[str, str, bytes]:
    """Return one file with what the page shows.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    form : str
        ``xlsx`` for every table as a sheet of a workbook; anything else gives one table as CSV.
    table : str
        The table, for CSV; one of `TABLES`.

    Returns
    -------
    str, str, bytes
        Name of the file, its media type and its content. Formulas in the words of articles are neutralised by
        `relations.export`.
    """
    from relations.export import csv_text, workbook

    shown = {name: getattr(scene.shown, name) for name in TABLES}
    name = scene.archive.dossier.settings.name
    if form == "xlsx":
        return f"{name}.xlsx", XLSX, workbook(shown)
    chosen = table if table in shown else "events"
    return f"{name}-{chosen}.csv", CSV, csv_text(shown[chosen]).encode("utf-8-sig")
