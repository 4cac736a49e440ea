"""The page as a widget: it answers what the reader does with the parts and figures that changed."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from relations.charts import typefaces
from relations.charts.plotly_locale import plotly_locale
from relations.charts.theme import in_the_dark
from relations.dashboard import filters
from relations.dashboard.chart import LIBRARY, STATIC, script_text
from relations.dashboard.figures import click, figures, window
from relations.dashboard.filters import Selection
from relations.dashboard.first_view import FirstView
from relations.dashboard.layout import regions, skeleton
from relations.dashboard.markup import Html, tag
from relations.dashboard.scene import Archive, Scene, Window
from relations.dashboard.words import LANGUAGES
from relations.dossier import Dossier
from relations.dossier import open_dossier as open_folder

DOSSIER_VARIABLE = "RELATIONS_DOSSIER"
WIDTH_STEP = 40  # a chart is laid out anew when its place is wider or narrower by that many pixels


class Page(anywidget.AnyWidget):
    """The dashboard of one dossier.

    Parameters
    ----------
    dossier : Dossier
        The tables to show.
    served : bool
        Whether a page of our own shows it (Voila), which has the styles and the first view already.
    """

    _esm = script_text("marks.js", "page.js")
    # No layout model: it would load all of ipywidgets' controls, of which the page shows none.
    layout = traitlets.Any(None).tag(sync=True)

    def __init__(self, dossier: Dossier, served: bool = False) -> None:
        self._scene = Scene(Archive(dossier))
        self._version = secrets.token_hex(4)
        self._served = served
        self._parts: dict[str, Html] = {}
        self._figures: dict[str, str] = {}
        self._first: dict[str, FirstView] = {}
        if not served:
            self._css = typefaces.embedded() + (STATIC / "page.css").read_text(
                encoding="utf-8"
            )  # before the widget looks for it
        super().__init__()
        self.on_msg(self._heard)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        return ({**data, "text/html": self.first_view()} if self._served else data), metadata

    def first_view(self) -> str:
        """Return the page as it stands before the widget is there, once a language; the browser takes its own."""
        self._first = {language: FirstView(replace(self._scene, language=language)) for language in LANGUAGES}
        return tag(
            "div", *(view.html for view in self._first.values()), id="relations-first", class_="relations-root",
            data_version=self._version, data_dark=json.dumps(in_the_dark()),
            data_locales=json.dumps({code: plotly_locale(code) for code in LANGUAGES}, ensure_ascii=False),
            aria_busy="true",
        )  # fmt: skip

    def _heard(self, _: Any, content: dict[str, Any], buffers: list[bytes]) -> None:
        """Answer one message of the browser; what is not understood changes nothing."""
        action = getattr(self, f"_do_{content.get('do')}", None)
        if action is not None:
            action(content)

    def _show(self, scene: Scene, whole: bool = False, opened: bool = False) -> None:
        """Go to another scene, and send what is different."""
        before, self._scene = self._scene, scene
        whole = whole or scene.language != before.language
        parts, drawn = self._parts, self._figures
        self._parts = regions(scene, before, parts)
        self._figures = figures(scene, before, drawn)
        view: dict[str, Any] = {
            "version": self._version,
            "address": filters.to_address(
                scene.selection, lang=scene.say.language, event=scene.event, window=_written(scene.window)
            ),
            "title": self._scene.title,
            "opened": opened,
        }
        if whole:
            view |= {
                "page": skeleton(self._scene, self._parts),
                "language": self._scene.say.language,
                "direction": self._scene.say.direction,
            }
        else:
            view["regions"] = {name: html for name, html in self._parts.items() if html != parts.get(name)}
        changed = {name: text for name, text in self._figures.items() if whole or text != drawn.get(name)}
        body = json.dumps(view)[:-1] + ', "figures": {' + ", ".join(f'"{n}": {t}' for n, t in changed.items()) + "}}"
        self.send({"what": "view"}, [body.encode()])

    def _do_hello(self, content: dict[str, Any]) -> None:
        self._renew()
        selection, others = filters.from_address(str(content.get("search") or ""))
        preferred = [others.get("lang", ""), *(str(tag).partition("-")[0] for tag in content.get("languages") or [])]
        language = next((code for code in preferred if code in LANGUAGES), self._scene.language)
        widths, early = _widths(content), self._first.get(str(content.get("shown")))
        known = early is not None and content.get("version") == self._version
        if early is not None and known:
            drawn_for, self._figures = early.figures(widths)
            self._scene = replace(self._scene, language=early.scene.language, widths=drawn_for)
            self._parts = early.parts
        scene = replace(
            self._scene, selection=selection, language=language, widths=widths,
            event=self._scene.archive.event_of(others.get("event")), window=_stretch(others.get("window", "")),
        )  # fmt: skip
        self._show(scene, whole=not known)

    def _renew(self) -> None:
        """Take up the tables of a newer build: a kernel may have been waiting for its reader for days."""
        dossier = self._scene.archive.dossier
        if dossier.path is None or not dossier.path.is_dir():
            return
        newer = open_folder(dossier.path)
        if (newer.built, newer.today) != (dossier.built, dossier.today):
            self._version = secrets.token_hex(4)
            self._scene = replace(self._scene, archive=Archive(newer))

    def _do_resize(self, content: dict[str, Any]) -> None:
        self._show(replace(self._scene, widths=_widths(content)))

    def _do_language(self, content: dict[str, Any]) -> None:
        if content.get("value") in LANGUAGES:
            self._show(replace(self._scene, language=content["value"]))

    def _do_toggle(self, content: dict[str, Any]) -> None:
        if content.get("filter") in filters.CODED:
            self._choose(self._scene.selection.toggled(content["filter"], str(content.get("value"))))

    def _do_since(self, content: dict[str, Any]) -> None:
        self._choose(replace(self._scene.selection, since=filters.year(str(content.get("value")))))

    def _do_until(self, content: dict[str, Any]) -> None:
        self._choose(replace(self._scene.selection, until=filters.year(str(content.get("value")))))

    def _do_text(self, content: dict[str, Any]) -> None:
        self._choose(replace(self._scene.selection, text=str(content.get("value") or "")[: filters.TEXT_LIMIT]))

    def _do_reviewed(self, content: dict[str, Any]) -> None:
        self._choose(replace(self._scene.selection, reviewed=bool(content.get("checked"))))

    def _do_sure(self, content: dict[str, Any]) -> None:
        self._choose(replace(self._scene.selection, sure=bool(content.get("checked"))))

    def _do_reset(self, content: dict[str, Any]) -> None:
        self._choose(Selection())

    def _choose(self, selection: Selection) -> None:
        self._show(replace(self._scene, selection=selection))

    def _do_open(self, content: dict[str, Any]) -> None:
        self._show(replace(self._scene, event=str(content.get("eventId"))), opened=True)

    def _do_close(self, content: dict[str, Any]) -> None:
        self._show(replace(self._scene, event=None))

    def _do_click(self, content: dict[str, Any]) -> None:
        scene = click(self._scene, str(content.get("figure")), content.get("value") or {})
        if scene != self._scene:
            self._show(scene, opened=scene.event != self._scene.event)

    def _do_relayout(self, content: dict[str, Any]) -> None:
        if content.get("figure") == "timeline":
            self._show(replace(self._scene, window=window(content.get("value") or {})))

    def _do_whole(self, content: dict[str, Any]) -> None:
        self._show(replace(self._scene, window=None))

    def _do_export(self, content: dict[str, Any]) -> None:
        from relations.dashboard.downloads import download

        name, kind, body = download(self._scene, str(content.get("format")), str(content.get("table")))
        self.send({"what": "file", "name": name, "type": kind}, [body])

    def _do_library(self, content: dict[str, Any]) -> None:
        self.send({"what": "library"}, [LIBRARY.read_bytes()])


def _widths(content: dict[str, Any]) -> dict[str, int]:
    told = content.get("widths") or {}
    return {
        str(name): int(width) // WIDTH_STEP * WIDTH_STEP
        for name, width in told.items()
        if isinstance(width, int | float) and width > 0
    }


def _written(stretch: Window | None) -> str | None:
    return ",".join(day.isoformat() for day in stretch) if stretch else None


def _stretch(text: str) -> Window | None:
    first, _, last = text.partition(",")
    return window({"xaxis.range": [first, last]})


def open_page(folder: str | Path) -> Page:
    """Return the page for the notebook that shows it.

    Parameters
    ----------
    folder : str or Path
        The dossier to show where ``relations serve`` has not named one.

    Raises
    ------
    DossierError
        If the folder is no built dossier.
    """
    named = os.environ.get(DOSSIER_VARIABLE, "").split(os.pathsep)[0]
    return Page(open_folder(named or folder), served="VOILA_BASE_URL" in os.environ)
