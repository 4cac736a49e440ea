"""The briefing as a page to be printed: the same words, tables and numbered notes as the document, as HTML.

It holds the fonts that it is set in and nothing that runs, so that every browser prints the same pages.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from relations.charts.typefaces import embedded
from relations.export.cited import Note
from relations.export.document import Words
from relations.views.markup import Html, clean, facts, join, tag
from relations.views.words import direction

_STYLE = Path(__file__).with_name("briefing_page.css")
_FOOT = 'font: 8.5pt "Noto Sans", "Noto Naskh Arabic", sans-serif'


class BriefingPage:
    """A page to be printed, written as `relations.export.document.Document` is.

    Parameters
    ----------
    language : str
        Of the reader; gives the direction of everything.
    title : str
    note : str
        For the foot of every page.
    """

    def __init__(self, language: str, title: str, note: str) -> None:
        self.language, self.title, self.note = language, title, note
        self._parts: list[Html] = []
        self._sources: list[Html] = []

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        self._parts.append(tag(f"h{level + 1}", text))

    def paragraph(self, words: Sequence[Words]) -> None:
        """Add a paragraph."""
        self._parts.append(self._paragraph(words))

    def source(self, note: Note) -> None:
        """Add a source to the numbered list, with the mark that references lead to."""
        title = self._run(Words(note.title, language=note.language, url=note.url))
        about = tag("small", " · ", facts(clean(note.about).split(" · ")))
        self._sources.append(tag("li", tag("b", f"[{note.number}]"), title, about, id=f"source-{note.number}"))

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[Sequence[Sequence[Words]]]], widths: Sequence[float]
    ) -> None:
        """Add a table; a cell is a sequence of paragraphs. The row of heads is repeated on every page."""
        columns = [tag("col", style=f"width: {width / sum(widths):.1%}") for width in widths]
        body = [
            tag("tr", *(tag("td", *(self._paragraph(words) for words in cell)) for cell in row)) for row in rows
        ]  # fmt: skip
        head = tag("thead", tag("tr", *(tag("th", word, scope="col") for word in heads)))
        self._parts.append(tag("table", tag("colgroup", *columns), head, tag("tbody", *body)))

    def _paragraph(self, words: Sequence[Words]) -> Html:
        foreign = words[0].language if words and all(one.language for one in words) else None
        inside = join(self._run(one) for one in words)
        return tag("p", inside, dir=direction(foreign) if foreign else None)

    def _run(self, words: Words) -> Html:
        look = {"font-size": f"{words.size}pt" if words.size else "", "color": words.colour or "",
                "font-weight": "bold" if words.bold else ""}  # fmt: skip
        style = "; ".join(f"{name}: {value}" for name, value in look.items() if value)
        told = tag("a", words.text, href=words.url, rel="noreferrer") if words.url else words.text
        own = words.language if words.language != self.language else None
        run = tag("span", told, style=style or None, lang=own, dir=direction(own) if own else None)
        notes = (tag("a", f"[{number}]", href=f"#source-{number}", class_="note") for number in words.notes)
        return join([run, *(join([" ", note]) for note in notes)])

    def bytes(self) -> bytes:
        """Return the file."""
        foot = json.dumps(f"{self.title} · {self.note}", ensure_ascii=False).replace("<", "\\3c ")
        sides = ("left", "right") if direction(self.language) == "ltr" else ("right", "left")
        feet = "".join(
            f" @bottom-{side} {{ {_FOOT}; content: {content} }}"
            for side, content in zip(sides, (foot, "counter(page)"), strict=True)
        )
        style = f"{_STYLE.read_text(encoding='utf-8')}@page {{{feet} }}\n"
        head = tag(
            "head",
            Html('<meta charset="utf-8">'),
            Html('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
                 "style-src 'unsafe-inline'; font-src data:\">"),
            tag("title", self.title),
            tag("style", Html(embedded() + style)),
        )  # fmt: skip
        listed = [tag("ol", *self._sources)] if self._sources else []
        body = tag("body", *self._parts, *listed)
        page = tag("html", head, body, lang=self.language, dir=direction(self.language))
        return f"<!DOCTYPE html>\n{page}\n".encode()
