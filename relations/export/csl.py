"""The sources as CSL-JSON, for Zotero and other reference managers (https://citeproc-js.readthedocs.io)."""

from __future__ import annotations

import json
from typing import Any

from relations import edtf
from relations.charts.safe_text import clean
from relations.export.addresses import web_address
from relations.views.scene import Row, Scene, text


def csl(scene: Scene) -> str:
    """Return the articles that a scene shows as CSL-JSON.

    Parameters
    ----------
    scene : Scene

    Returns
    -------
    str
        A list with an ``article-newspaper`` each; the day of publication is as exact as it is known.
    """
    rows = scene.shown.articles.sort_values(["earliest", "article_id"], na_position="last").to_dict("records")
    return json.dumps([_item(row) for row in rows], ensure_ascii=False, indent=1)


def _item(row: Row) -> dict[str, Any]:
    published, author = text(row["published"]), text(row["author"])
    item = {
        "id": str(row["article_id"]),
        "type": "article-newspaper",
        "title": clean(text(row["title"]) or "", 1000) or None,
        "container-title": clean(text(row["publisher"]) or "") or None,
        "author": [{"literal": clean(author)}] if author else None,
        "issued": _issued(published) if published else None,
        "language": text(row["language"]),
        "URL": web_address(text(row["url"])),
    }
    return {name: value for name, value in item.items() if value is not None}


def _issued(published: str) -> dict[str, Any] | None:
    known = edtf.parts(published)
    ends = [list(numbers) for numbers in dict.fromkeys((known.first, known.last)) if numbers]
    return {"date-parts": ends, **({"circa": True} if known.rough else {})} if ends else None
