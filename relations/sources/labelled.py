"""The head that somebody wrote above a pasted text: "Title: …", "Date: …", "URL: …", in any of the languages."""

from __future__ import annotations

import re

from relations.sources.records import names

_LONGEST = 1000  # of a line; a longer one is a paragraph
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def labelled(text: str) -> tuple[dict[str, str], int]:
    """Read the labelled lines at the very top of a text.

    Lines are such a head where they name two fields of an article, or a title, or an address of the web; a lone
    "Source: APP" or "Date: …" is the article's own.

    Parameters
    ----------
    text : str

    Returns
    -------
    (dict of str to str, int)
        Fields of `relations.sources.Raw`, named as columns of spreadsheets are, and where the text begins after them;
        nothing and 0 where there is no such head.

    Examples
    --------
    >>> labelled("Title: Talks held\\nURL: https://example.org/a\\n\\nThe ministers met.")
    ({'title': 'Talks held', 'url': 'https://example.org/a'}, 46)
    >>> labelled("Source: APP\\n\\nThe ministers met.")
    ({}, 0)
    """
    fields: dict[str, str] = {}
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at : min(end, at + _LONGEST)]
        if line.strip():
            label, colon, value = line.replace("：", ":", 1).partition(":")
            name, value = names().get(" ".join(label.split()).casefold()), value.strip()
            if name == "text" and colon and fields:
                at += len(line) - len(line[len(label) + 1 :].lstrip())
                break
            if not (name and colon and value) or name == "text" or name in fields or end - at > _LONGEST:
                break
            if name == "url" and not _ADDRESS.fullmatch(value):
                break
            fields[name] = value
        elif end - at > _LONGEST:
            break
        at = end
    return (fields, at) if len(fields) > 1 or "url" in fields or "title" in fields else ({}, 0)
