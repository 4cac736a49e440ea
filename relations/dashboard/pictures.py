"""The charts as pictures to take away: each says what it shows, of which period and filters, and whence it comes."""

from __future__ import annotations

from relations.charts.caption import captioned, source_line
from relations.dashboard.figures import FIGURES
from relations.views.chosen import TITLES, said
from relations.views.scene import Scene


def pictures(scene: Scene) -> str:
    """Return every chart with its caption, as JSON: by its name, a figure of plotly's."""
    from plotly.io.json import to_json_plotly

    say, dossier = scene.say, scene.archive.dossier
    source = source_line(scene.title, len(scene.shown.events), dossier.today, say.language)
    drawn = {
        name: captioned(
            draw(scene), f"{scene.title}: {say(TITLES.get(name, name))}", said(scene, name), source, say.language
        )
        for name, draw in FIGURES.items()
    }
    return str(to_json_plotly(drawn))
