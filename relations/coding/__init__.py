"""One article → the dates, events, sectors, people and figures it states, each with its words."""

from __future__ import annotations

from collections import Counter

from relations.coding.rows import Coded

__all__ = ["Coded", "code"]


def code(
    text: str,
    published: str | None = None,
    language: str | None = None,
    start: int | None = None,
    about: tuple[str, ...] = (),
) -> Coded:
    """Read everything that one article states.

    A pure function of its arguments and of the language files.

    Parameters
    ----------
    text : str
        The article, perhaps with the line of day and hour and the title that it was pasted with.
    published : str, optional
        Day of publication, EDTF. Read from the text where it is left out; relative dates cannot be resolved
        where neither says.
    language : str, optional
        BCP 47 tag; found from the text where it is left out.
    start : int, optional
        Where the body begins; found from the text where it is left out.

    about : tuple of str, optional
        Countries whose relations are followed (a dossier's), ISO 3166-1 alpha-3: the press of one of them need not
        name its own.

    Returns
    -------
    Coded
        Rows with offsets into ``text``. In a language that the coder does not read there are none.

    Raises
    ------
    DateError
        If ``published`` is no EDTF date.

    Examples
    --------
    >>> coded = code("The embassy was opened in Islamabad in 1994.", published="2024-12-12", language="en")
    >>> [(event.type, event.date) for event in coded.events]
    [('mission-opened', '1994')]
    """
    from relations import dates as date_reader
    from relations import edtf, languages
    from relations.articles import header
    from relations.coding.countries import countries
    from relations.coding.events import events
    from relations.coding.figures import figures
    from relations.coding.people import people
    from relations.coding.sectors import sectors
    from relations.sentences import sentences

    if published:
        edtf.span(published)  # refuses what is no date
    if published is None or language is None or start is None:
        head = header(text)
        published = published or head.published
        language = language or head.language
        start = head.body_start if start is None else start
    tag = languages.match(language)
    if tag is None:
        return Coded(language=language, published=published)
    spans = sentences(text, tag)
    found_countries = countries(text, tag, start=start)
    places = [(row.start, row.code) for row in found_countries] + [(len(text) * 2, one) for one in about]
    found_dates = date_reader.read(text, tag, published, spans, start=start, countries=places)
    found_people = people(text, tag, spans, start=start, about=about)
    found_sectors = sectors(text, tag, spans, start=start, about=about)
    named = Counter(row.code for row in found_countries)
    return Coded(
        language=language,
        published=published,
        dates=tuple(found_dates),
        events=tuple(
            events(text, tag, spans, published, found_dates, found_people, found_sectors, start=start, about=about)
        ),
        sectors=tuple(found_sectors),
        people=tuple(found_people),
        figures=tuple(figures(text, tag, spans, found_dates, start=start, about=about)),
        countries=tuple(code for code, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
