"""The page as a widget: it answers what the reader does with the parts and figures that changed."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from relations.charts import typefaces
from relations.charts.plotly_locale import plotly_locale
from relations.charts.theme import in_the_dark
from relations.dashboard import address, ready
from relations.dashboard.actions import ACTIONS, MOVING, PASSING, widths
from relations.dashboard.chart import LIBRARY, STATIC, script_text
from relations.dashboard.figures import SENT_AFTER, one_by_one
from relations.dashboard.first_view import FirstView
from relations.dashboard.layout import PRINTED, REGIONS, regions, skeleton
from relations.dashboard.unopened import Unopened
from relations.dossier import Dossier, open_dossier
from relations.errors import RelationsError
from relations.views.archive import Archive
from relations.views.markup import Html, tag
from relations.views.scene import Scene
from relations.views.words import LANGUAGES

DOSSIER_VARIABLE = "RELATIONS_DOSSIER"


class Page(anywidget.AnyWidget):
    """The dashboard of one dossier.

    Parameters
    ----------
    dossier : Dossier
        The tables to show.
    served : bool
        Whether a page of our own shows it (Voila), which has the styles and the first view already.
    """

    _esm = script_text("marks.js", "timeline.js", "regions.js", "page.js")
    # No layout model: it would load all of ipywidgets' controls, of which the page shows none.
    layout = traitlets.Any(None).tag(sync=True)

    def __init__(self, dossier: Dossier, served: bool = False) -> None:
        self._scene = Scene(ready.archive_of(dossier))
        self._version = secrets.token_hex(4)
        self._served = served
        self._parts: dict[str, Html] = {}
        self._figures: dict[str, str] = {}
        self._first: dict[str, FirstView] = {}
        if not served:
            self._css = typefaces.embedded() + notebook_styles()  # before the widget looks for it
        super().__init__()
        self.on_msg(self._heard)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        return ({**data, "text/html": self.first_view()} if self._served else data), metadata

    def first_view(self) -> str:
        """Return the page as it stands before the widget is there, once a language; the browser takes its own."""
        self._first = ready.first_views(self._scene.archive)
        return tag(
            "div", *(view.html for view in self._first.values()), id="relations-first", class_="relations-root",
            data_version=self._version, data_dark=json.dumps(in_the_dark()),
            data_locales=json.dumps({code: plotly_locale(code) for code in LANGUAGES}, ensure_ascii=False),
            aria_busy="true",
        )  # fmt: skip

    def _heard(self, _: Any, content: dict[str, Any], buffers: list[bytes]) -> None:
        """Answer one message of the browser; what is not understood changes nothing."""
        name = str(content.get("do"))
        own = getattr(self, f"_do_{name}", None)
        said = "failed"
        try:
            if name in ACTIONS:
                self._act(name, content)
            elif own is not None:
                own(content)
            said = "done"
        finally:
            self.send({"what": said})  # so that the browser can tell a slow answer from none

    def _act(self, name: str, content: dict[str, Any]) -> None:
        scene = ACTIONS[name](self._scene, content)
        if scene != self._scene or name == "open":
            opened = (
                name in ("open", "click")
                and scene.event is not None
                and (name == "open" or scene.event != self._scene.event)
            )
            self._show(scene, opened=opened, step=name not in PASSING, move=name in MOVING)

    def _show(
        self,
        scene: Scene,
        whole: bool = False,
        opened: bool = False,
        step: bool = True,
        moved: bool = False,
        move: bool = False,
        hello: bool = False,
    ) -> None:
        """Go to another scene, and send what is different.

        A step is one that the reader goes back over with the browser's Back; what is no step stays in its place. A
        move is a step that is one with the moves just before it.
        """
        before, self._scene = self._scene, scene
        whole = whole or scene.language != before.language
        parts, drawn = self._parts, self._figures
        self._figures, changed = {}, {}
        for name, text in one_by_one(scene):
            self._figures[name] = text
            if text != drawn.get(name):
                changed[name] = text
            if changed and not whole and name in SENT_AFTER:
                self._post({"version": self._version, "more": True}, changed)
                changed = {}
        self._parts = regions(scene)
        view: dict[str, Any] = {
            "version": self._version,
            "address": address.written(scene),
            "step": step,
            "move": move,
            "tables": scene.states.get("tables", "") if moved else None,  # else the browser knows better
            "title": self._scene.title,
            "opened": opened,
            "dark": in_the_dark() if hello and not self._served else None,  # else it stands in the first view
        }
        if whole:
            view |= {
                "page": skeleton(self._scene, self._parts),
                "language": self._scene.say.language,
                "direction": self._scene.say.direction,
            }
        else:
            view["regions"] = {name: html for name, html in self._parts.items() if html != parts.get(name)}
        self._post(view, self._figures if whole else {})

    def _post(self, view: dict[str, Any], drawn: Mapping[str, str]) -> None:
        """Send a view, and figures that are JSON already."""
        body = json.dumps(view)[:-1] + ', "figures": {' + ", ".join(f'"{n}": {t}' for n, t in drawn.items()) + "}}"
        self.send({"what": "view"}, [body.encode()])

    def _do_hello(self, content: dict[str, Any]) -> None:
        self._renew()
        wide, early = widths(content), self._first.get(str(content.get("shown")))
        known = early is not None and content.get("version") == self._version
        if early is not None and known:
            drawn_for, self._figures = early.figures(wide)
            self._scene = replace(self._scene, language=early.scene.language, widths=drawn_for)
            self._parts = early.parts
        preferred = [str(tag).partition("-")[0] for tag in content.get("languages") or []]
        language = next((code for code in preferred if code in LANGUAGES), self._scene.language)
        scene = address.at(self._scene, str(content.get("search") or ""), language)
        self._show(replace(scene, widths=wide), whole=not known, step=False, moved=True, hello=True)

    def _do_paper(self, content: dict[str, Any]) -> None:
        """Send the lists with the rows that only paper shows; asked for once the reader rests."""
        scene = replace(self._scene, paper=True)
        whole = {name: REGIONS[name](scene) for name in PRINTED}
        self._post({"version": self._version, "more": True, "regions": whole}, {})

    def _do_address(self, content: dict[str, Any]) -> None:
        """Go where the reader went by the browser's Back or Forward."""
        scene = address.at(self._scene, str(content.get("search") or ""), self._scene.language)
        self._show(scene, step=False, moved=True)

    def _renew(self) -> None:
        """Take up the tables of a newer build: a kernel may have been waiting for its reader for days."""
        dossier = self._scene.archive.dossier
        if not dossier.path.is_dir():
            return
        if not ready.current(dossier):
            self._version = secrets.token_hex(4)
            self._scene = replace(self._scene, archive=Archive(open_dossier(dossier.path)))

    def _do_export(self, content: dict[str, Any]) -> None:
        from relations.dashboard.downloads import download

        name, kind, body = download(self._scene, str(content.get("format")), str(content.get("table")))
        self.send({"what": "file", "name": name, "type": kind}, [body])

    def _do_image(self, content: dict[str, Any]) -> None:
        from relations.dashboard.pictures import pictures

        form = "svg" if content.get("format") == "svg" else "png"
        self.send({"what": "image", "format": form}, [pictures(self._scene).encode()])

    def _do_library(self, content: dict[str, Any]) -> None:
        self.send({"what": "library"}, [LIBRARY.read_bytes()])


def notebook_styles() -> str:
    """Return the style sheet of the page for a notebook, where the program's own theme says whether it is dark.

    Examples
    --------
    >>> "prefers-color-scheme" in notebook_styles(), "data-jp-theme-light" in notebook_styles()
    (False, True)
    """
    text = (STATIC / "page.css").read_text(encoding="utf-8")
    themes = ('[data-jp-theme-light="false"]', "[data-vscode-theme-kind*=dark]")
    rooted = ", ".join(f"body{theme} .relations-root" for theme in themes)
    return text.replace("@media screen and (prefers-color-scheme: dark)", "@media screen").replace(
        ".relations-body, .relations-body .relations-root {", rooted + " {"
    )


def open_page(folder: str | Path) -> Page | Unopened:
    """Return the page for the notebook that shows it; under Voila, which hides errors, what says why there is none.

    Parameters
    ----------
    folder : str or Path
        The dossier to show where ``relations serve`` has not named one.

    Raises
    ------
    DossierError
        If the folder is no built dossier.
    """
    served = "VOILA_BASE_URL" in os.environ
    named = os.environ.get(DOSSIER_VARIABLE, "").split(os.pathsep)[0]
    try:
        return Page(ready.opened(Path(named or folder)), served)
    except RelationsError as error:
        if not served:
            raise
        return Unopened(str(error))
