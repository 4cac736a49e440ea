"""How long a presenter waits: the briefing of a dossier, and twenty charts as PNG beside one raw call of kaleido.

    python benchmarks/exports.py data/kazakhstan-pakistan

The whole briefing without images is to take under 5 seconds, twenty images under three times the raw call.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# Of the formats that there are; those still to come join by themselves.
BRIEFING = ("pptx", "xlsx", "ics", "html")
IMAGES = 20


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return round(time.perf_counter() - start, 2)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--no-images", action="store_true", help="measure the briefing alone")
    given = parser.parse_args()

    import relations
    from relations.export import FORMATS, export
    from relations.export.images import figures, images
    from relations.views.archive import Archive
    from relations.views.scene import Scene

    dossier = relations.open(given.dossier)
    told: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        for form in (*(one for one in BRIEFING if one in FORMATS), "docx"):
            told[form] = seconds(lambda form=form: export(dossier, place, [form], "kk"))
        told["briefing"] = round(sum(told.get(form, 0) for form in BRIEFING), 2)
        if not given.no_images:
            drawn = list(figures(Scene(Archive(dossier))).values())
            twenty = {f"chart-{n}": drawn[n % len(drawn)] for n in range(IMAGES)}
            told["images"] = seconds(lambda: images(twenty, Path(place), "png"))

            import kaleido

            raw = [{"fig": figure, "path": f"{place}/raw-{name}.png", "opts": {"format": "png", "scale": 2.5}}
                   for name, figure in twenty.items()]  # fmt: skip
            told["images-raw"] = seconds(lambda: kaleido.write_fig_from_object_sync(raw))
    print(json.dumps(told))
    return int(told["briefing"] > 5 or told.get("images", 0) > 3 * told.get("images-raw", 1))


if __name__ == "__main__":
    sys.exit(main())
