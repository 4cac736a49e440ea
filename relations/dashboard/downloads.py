"""What the reader sees as a file to keep."""

from __future__ import annotations

from relations.dashboard.scene import Scene

OFFICE = "application/vnd.openxmlformats-officedocument."
CSV = "text/csv;charset=utf-8"
TABLES = ("events", "evidence", "articles", "event_sectors", "event_people")


def download(scene: Scene, form: str, table: str = "events") -> tuple[str, str, bytes]:
    """Return one file with what the page shows.

    Parameters
    ----------
    scene : Scene
        The moment of the page.
    form : str
        ``pptx`` for slides, ``docx`` for a briefing, ``xlsx`` for every table as a sheet of a workbook; anything else
        gives one table as CSV.
    table : str
        The table, for CSV; one of `TABLES`.

    Returns
    -------
    str, str, bytes
        Name of the file, its media type and its content. Formulas in the words of articles are neutralised by
        `relations.export`.
    """
    from relations.export import csv_text, workbook

    name = scene.archive.dossier.settings.name
    if form == "pptx":
        from relations.export.slides import slides

        return f"{name}.pptx", f"{OFFICE}presentationml.presentation", slides(scene)
    if form == "docx":
        from relations.export.briefing import briefing

        return f"{name}.docx", f"{OFFICE}wordprocessingml.document", briefing(scene)
    if form == "xlsx":
        return f"{name}.xlsx", f"{OFFICE}spreadsheetml.sheet", workbook(scene)
    chosen = table if table in TABLES else "events"
    return f"{name}-{chosen}.csv", CSV, csv_text(getattr(scene.shown, chosen)).encode("utf-8-sig")
