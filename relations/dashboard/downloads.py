"""What the reader sees as a file to keep."""

from __future__ import annotations

from relations.views.scene import Scene

CSV = "text/csv;charset=utf-8"
TABLES = ("events", "evidence", "articles", "event_sectors", "event_people")


def download(scene: Scene, form: str, table: str = "events") -> tuple[str, str, bytes]:
    """Return one file with what the page shows.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    form : str
        One of `relations.export.DOCUMENTS`; anything else gives one table as CSV.
    table : str
        The table, for CSV; one of `TABLES`.

    Returns
    -------
    str, str, bytes
        Name of the file, its media type and its content. Formulas in the words of articles are neutralised by
        `relations.export`.
    """
    from relations.export import DOCUMENTS, csv_text

    if document := DOCUMENTS.get(form):
        return document.name(scene), document.media, document.make(scene)
    chosen = table if table in TABLES else "events"
    name = f"{scene.archive.dossier.settings.name}-{chosen}.csv"
    return name, CSV, csv_text(getattr(scene.shown, chosen)).encode("utf-8-sig")
