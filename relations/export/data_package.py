"""What the page shows as a Frictionless data package, zipped: the tables as they were built, and which filter held."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from relations.export.chosen import extent, tables
from relations.tables import package
from relations.views.scene import Scene

# Of every entry of the archive: the same tables make the same file.
_DAY = (1980, 1, 1, 0, 0, 0)


def data_package(scene: Scene) -> bytes:
    """Return the tables that a scene shows as a zipped data package.

    Parameters
    ----------
    scene : Scene

    Returns
    -------
    bytes
        A CSV file a table, and ``datapackage.json`` with the contract of each. Where filters hold, only the rows that
        they leave, so that none refers to one that is left out; ``filters`` tells them in codes (those of the page's
        address) and ``description`` in words.
    """
    frames = scene.archive.dossier.as_built
    if scene.selection.active:
        kept = tables(scene)
        frames = {name: kept[name][frame.columns] for name, frame in frames.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in package.files(frames, _about(scene)).items():
            archive.writestr(zipfile.ZipInfo(file, _DAY), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _about(scene: Scene) -> dict[str, Any]:
    dossier, say = scene.archive.dossier, scene.say
    told = extent(scene)
    if not scene.selection.active:
        told.insert(1, say("The whole dossier: no filter holds."))
    return {
        "name": dossier.settings.name.lower(),
        "title": scene.title,
        "description": "\n".join(told),
        "countries": list(dossier.settings.countries),
        "coder_version": sorted(dossier.articles["coder_version"].dropna().unique()),
        "as_of": dossier.today.isoformat(),
        "filters": scene.selection.query(),
    }
