"""The list of the dossiers that are served: what each is about, and a choice of those to compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from relations.dashboard.plain_page import languages, page
from relations.dashboard.shelf import Card, Shelf, dossier_address
from relations.errors import RelationsError
from relations.views.markup import Html, facts, tag
from relations.views.words import Words


def listing(shelf: Shelf, say: Words, addresses: Mapping[str, str], base_url: str) -> str:
    """Return the page with the list.

    Parameters
    ----------
    shelf : Shelf
        The dossiers that are served.
    say : Words
        Of the reader's language.
    addresses : mapping of str to str
        Of the static files.
    base_url : str
        Path that all addresses begin with.
    """
    rows = [_row(shelf, say, name, base_url) for name in shelf.folders]
    heads = (
        say("Compare"),
        say("Dossier"),
        say("Events"),
        say("Articles"),
        say("Open commitments"),
        say("Last article"),
    )
    table = tag(
        "table",
        tag("caption", say("Dossiers"), class_="sr"),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
        class_="dossiers",
    )
    form = tag(
        "form", tag("div", table, class_="scroll"),
        tag("input", type="hidden", name="lang", value=say.language),
        tag("button", say("Compare side by side"), type="submit", class_="button"),
        action=f"{base_url}compare", method="get",
    )  # fmt: skip
    head = tag("header", tag("h1", say("Dossiers")), languages(say, []), class_="top")
    return page(say, say("Dossiers"), head, tag("main", tag("section", form, class_="card")),
                style=f"{addresses['page']}/page.css")  # fmt: skip


def labels(shelf: Shelf, say: Words, names: Iterable[str]) -> dict[str, str]:
    """Return what each dossier is called in the reader's language; where two are called the same, with its name."""
    titles = {name: title(say, shelf.card(name)) for name in names}
    often = Counter(titles.values())
    return {name: f"{told} ({name})" if often[told] > 1 else told for name, told in titles.items()}


def title(say: Words, card: Card) -> str:
    """Return the title of a dossier in the reader's language."""
    return card.title.get(say.language) or " – ".join(say.country(code) for code in card.countries)


def _row(shelf: Shelf, say: Words, name: str, base_url: str) -> Html:
    try:
        card = shelf.card(name)
    except (RelationsError, OSError):
        return tag("tr", tag("td"), tag("th", name, scope="row"),
                   tag("td", say("Its tables cannot be read now; they may be being built."), colspan="4"))  # fmt: skip
    shown = title(say, card)
    named = ", ".join([*map(say.country, card.countries), name])
    span = [
        say("since {date}", date=say.date(card.first)) if card.first else None,
        say("until {date}", date=say.date(card.last)) if card.last else None,
    ]
    address = dossier_address(base_url, name, say.language)
    past = tag("em", say.count("{n} past its date", "{n} past their date", card.overdue)) if card.overdue else None
    return tag(
        "tr",
        tag("td", tag("input", type="checkbox", name="dossier", value=name, checked=True,
                      aria_label=say("Compare {dossier}", dossier=shown))),
        tag("th", tag("a", shown, href=address), tag("br"), tag("small", facts([named, *span])), scope="row"),
        tag("td", say.number(card.events), data_label=say("Events")),
        tag("td", say.number(card.articles), data_label=say("Articles")),
        tag("td", say.number(card.open), " " if past else None, past, data_label=say("Open commitments")),
        tag("td", say.date(card.last_article) if card.last_article else "—", data_label=say("Last article")),
    )  # fmt: skip
