"""Pages without a kernel: a head, what stands in them, and a choice of language by links."""

from __future__ import annotations

from urllib.parse import urlencode

from relations.views.markup import Html, tag
from relations.views.words import LANGUAGES, Words, direction


def languages(say: Words, query: list[tuple[str, str]]) -> Html:
    """Return links to the same page in each language.

    Parameters
    ----------
    say : Words
        Of the language that the page is in.
    query : list of (str, str)
        What else stands in the page's address.
    """
    links = [
        tag(
            "a", name, href="?" + urlencode([*query, ("lang", code)]), lang=code, dir=direction(code), class_="button",
            aria_current="true" if code == say.language else None,
        )
        for code, name in LANGUAGES.items()
    ]  # fmt: skip
    return tag("nav", *links, aria_label=say("Language"), class_="tools")


def page(
    say: Words,
    title: str,
    *body: object,
    style: str | None = None,
    scripts: tuple[str, ...] = (),
    again: int | None = None,
) -> str:
    """Return a whole page.

    Parameters
    ----------
    say : Words
        Of the language of the page.
    title : str
        Of the page.
    *body : object
        What stands in it, escaped unless it is `Html`.
    style : str, optional
        Address of the style sheet; a page without one is shown as the browser likes.
    scripts : tuple of str
        Addresses of scripts, all of them our own files.
    again : int, optional
        Seconds after which the browser asks once more.
    """
    head = [
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html(f'<meta http-equiv="refresh" content="{again}">') if again else None,
        tag("title", title),
        Html('<link rel="icon" href="data:,">'),
        Html(f'<link rel="stylesheet" href="{style.rpartition("/")[0]}/fonts.css">') if style else None,
        Html(f'<link rel="stylesheet" href="{style}">') if style else None,
    ]
    loaded = [
        tag("script", src=address, id="relations-library" if "plotly" in address else None) for address in scripts
    ]
    inside = tag("div", *body, class_="relations", lang=say.language, dir=say.direction)
    root = tag("div", inside, class_="relations-root", id="relations-first")
    whole = tag("html", tag("head", *head), tag("body", root, *loaded, class_="relations-body"), lang=say.language,
                dir=say.direction)  # fmt: skip
    return "<!DOCTYPE html>\n" + whole


def busy(say: Words, seconds: int, style: str | None) -> str:
    """Return the page of a server that has as many readers as it may: it asks again by itself."""
    title = say("All places are taken")
    advice = say("Too many readers are here at once. Try again in a minute; this page does so by itself.")
    again = tag("p", tag("a", say("Try again now"), href="", class_="button"))
    said = tag("section", tag("h1", title), tag("p", advice), again, class_="card", role="status")
    return page(say, title, said, style=style, again=seconds)
