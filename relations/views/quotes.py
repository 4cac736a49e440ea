"""Words of the sources: in their own language and direction, shortened, with the date's words marked."""

from __future__ import annotations

from relations.views.markup import Html, join, tag
from relations.views.words import direction

LONGEST = 1500
AROUND = 500


def shorten(text: str, longest: int) -> str:
    """Return text cut at a space, with an ellipsis where something is left out.

    Examples
    --------
    >>> shorten("one two three", 9)
    'one two …'
    """
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head) + " …"


def foreign(content: object, language: str | None, name: str = "span", **attributes: object) -> Html:
    """Return words in the language they were written in, for the screen reader, the font and the direction."""
    return tag(name, content, lang=language, dir=direction(language), **attributes)


def marked(quote: str, start: int | None, end: int | None) -> Html:
    """Return a quote with the characters from start to end marked; a very long one is cut around the mark.

    Parameters
    ----------
    quote : str
        The sentence.
    start, end : int or None
        Offsets in characters within the quote.

    Examples
    --------
    >>> marked("in <1994> it", 4, 8)
    'in &lt;<mark>1994</mark>&gt; it'
    """
    if start is None or end is None or not 0 <= start < end <= len(quote):
        return join([shorten(quote, LONGEST)])
    before, words, after = quote[:start], quote[start:end], quote[end:]
    if len(quote) > LONGEST:
        before = before if len(before) <= AROUND else "… " + before[-AROUND:]
        words, after = shorten(words, AROUND), shorten(after, AROUND)
    return join([before, tag("mark", words), after])


def place_of_date(quote: str, start: int, date_text: str | None, date_start: int | None) -> tuple[int, int] | None:
    """Return where the date's words stand in a quote; ``None`` where they stand outside it.

    Parameters
    ----------
    quote : str
        The sentence.
    start : int
        Its offset in the article.
    date_text : str or None
        The date's words.
    date_start : int or None
        Their offset in the article.

    Examples
    --------
    >>> place_of_date("It opened in 1994.", 100, "1994", 113)
    (13, 17)
    """
    if not date_text:
        return None
    if date_start is not None:
        at = date_start - start
        if quote[max(at, 0) : at + len(date_text)] == date_text and at >= 0:
            return at, at + len(date_text)
    at = quote.find(date_text)
    return (at, at + len(date_text)) if at >= 0 else None
