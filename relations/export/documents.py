"""The exports that are one file made in memory: what each is called, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from relations.export.chosen import SECTIONS

if TYPE_CHECKING:
    from relations.views.scene import Scene

_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Document:
    """One format.

    Attributes
    ----------
    ending : str
        Of the file's name, after the dossier's.
    media : str
        Media type.
    maker : str
        Module and function, ``module:function``; loaded at first use, since some take long.
    sections : bool
        Whether the function takes the sections that are wanted.
    worded : bool
        Whether it is in the reader's words: its name tells the language then, so that one export does not replace
        another.
    """

    ending: str
    media: str
    maker: str
    sections: bool = False
    worded: bool = True

    def make(self, scene: Scene, sections: Collection[str] = SECTIONS) -> bytes:
        """Return the file with what a scene shows."""
        module, _, name = self.maker.partition(":")
        made: Callable[..., bytes | str] = getattr(import_module(f"relations.export.{module}"), name)
        content = made(scene, sections) if self.sections else made(scene)
        return content if isinstance(content, bytes) else content.encode()

    def name(self, scene: Scene) -> str:
        """Return what the file of a dossier is called."""
        name = scene.archive.dossier.settings.name
        return f"{name}-{scene.say.language}{self.ending}" if self.worded else name + self.ending


DOCUMENTS = {
    "pptx": Document(".pptx", f"{_OFFICE}presentationml.presentation", "slides:slides", sections=True),
    "docx": Document(".docx", f"{_OFFICE}wordprocessingml.document", "briefing:briefing", sections=True),
    "briefing-pdf": Document("-briefing.pdf", "application/pdf", "briefing_pdf:briefing_pdf", sections=True),
    "xlsx": Document(".xlsx", f"{_OFFICE}spreadsheetml.sheet", "workbook:workbook"),
    "html": Document(".html", "text/html;charset=utf-8", "web_page:web_page"),
    "ics": Document(".ics", "text/calendar;charset=utf-8", "calendar:calendar"),
    "timelinejs": Document("-timelinejs.json", "application/json", "timelinejs:timelinejs"),
    "jsonld": Document(".jsonld", "application/ld+json", "json_ld:json_ld"),
    "zip": Document("-datapackage.zip", "application/zip", "data_package:data_package", worded=False),
    "csl": Document("-sources.csl.json", "application/vnd.citationstyles.csl+json", "csl:csl", worded=False),
}
