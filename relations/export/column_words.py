"""What sheets and columns of the workbook are called; said in the reader's language."""

from __future__ import annotations

from relations.views.words import Words, mark

# In the order of the sheets: what readers look for first.
SHEETS = {
    "events": mark("Events"),
    "evidence": mark("Evidence"),
    "articles": mark("Articles"),
    "people": mark("People"),
    "figures": mark("Stated figures"),
    "event_sectors": mark("Sectors of events"),
    "event_people": mark("People of events"),
    "article_sectors": mark("Sectors in articles"),
    "article_people": mark("People in articles"),
    "dates": mark("Dates in articles"),
    "sectors": mark("Sectors"),
    "event_types": mark("Kinds"),
    "lanes": mark("Lanes"),
    "problems": mark("Not read"),
}
COLUMNS = {
    "advice": mark("What to do"),
    "announced": mark("Announced (EDTF)"),
    "article_id": mark("Article (identity)"),
    "author": mark("Author"),
    "cameo": mark("CAMEO code"),
    "code": mark("Code"),
    "coder_version": mark("Version of the rules"),
    "commitment": mark("Announced before"),
    "confidence": mark("Confidence"),
    "countries": mark("Countries"),
    "country": mark("Country"),
    "currency": mark("Currency"),
    "dac": mark("OECD DAC codes"),
    "date": mark("Date (EDTF)"),
    "date_end": mark("Date's words end"),
    "date_start": mark("Date's words begin"),
    "date_text": mark("Date's words"),
    "disagreement": mark("Sources disagree"),
    "earliest": mark("Earliest day"),
    "end": mark("Ends at letter"),
    "event_id": mark("Event (identity)"),
    "figure_id": mark("Figure (identity)"),
    "file": mark("File"),
    "fulfilled_by": mark("Fulfilled by (identity)"),
    "indicator": mark("Indicator"),
    "key": mark("Key of decisions"),
    "lane": mark("Lane"),
    "language": mark("Language"),
    "languages": mark("Languages of sources"),
    "latest": mark("Latest day"),
    "n_articles": mark("Number of articles"),
    "n_events": mark("Number of events"),
    "name": mark("Name in Latin letters"),
    "name_as_written": mark("Name as written"),
    "outcome": mark("Outcome"),
    "period": mark("Period (EDTF)"),
    "person_id": mark("Person"),
    "place": mark("Place"),
    "plover": mark("PLOVER code"),
    "precision": mark("Precision"),
    "published": mark("Published (EDTF)"),
    "published_from": mark("Day known from"),
    "publisher": mark("Publisher"),
    "quote": mark("Quote"),
    "reason": mark("Reason"),
    "review": mark("Review"),
    "role": mark("Role"),
    "rule": mark("Rule"),
    "sector": mark("Sector"),
    "sha256": mark("Checksum of the file"),
    "start": mark("Begins at letter"),
    "statement_id": mark("Sentence (identity)"),
    "status": mark("Status"),
    "summary": mark("What the source says"),
    "summary_language": mark("Language of the words"),
    "text": mark("Text"),
    "time": mark("Hour"),
    "title": mark("Title"),
    "type": mark("Kind"),
    "unit": mark("Unit"),
    "url": mark("Address"),
    "urls": mark("All addresses"),
    "value": mark("Value"),
}


def column_title(name: str, say: Words) -> str:
    """Return what a column is called; its own name where there is no word for it.

    Examples
    --------
    >>> column_title("date", Words("en")), column_title("label_kk", Words("en")), column_title("x", Words("en"))
    ('Date (EDTF)', 'In Kazakh', 'x')
    """
    kind, _, language = name.partition("_")
    if kind in ("name", "label") and len(language) == 2:
        return say("In {language}", language=say.language_name(language))
    return say(COLUMNS[name]) if name in COLUMNS else name
