"""Bytes → text: UTF-8, UTF-16 and Windows-1251, told apart by what they contain."""

from __future__ import annotations

import codecs
import re

from relations.errors import SourceError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_WIDE = re.compile(r"[^\x00-\x7f\ufffd]")
_LETTER = re.compile(r"[^\W\d_]")


def decode(content: bytes) -> str:
    """Return the text of a file.

    Parameters
    ----------
    content : bytes

    Returns
    -------
    str
        With line ends as ``\\n``.

    Raises
    ------
    SourceError
        If the file is empty, or is no text.

    Examples
    --------
    >>> decode("Қазақстан".encode("utf-16"))
    'Қазақстан'
    >>> decode("Пакистан".encode("cp1251"))
    'Пакистан'
    """
    if not content.strip():
        raise SourceError("the file is empty", "Save the article again, or take the file away")
    text = _decoded(content)
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 200:
        raise SourceError("the file is no text", "Save the article as text, Markdown or a web page")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        text = content.decode("utf-8")
        if "\x00" not in text:
            return text
    except UnicodeDecodeError:
        pass
    # Letters of several bytes do not come about by chance: where most are whole, the others are damaged or cut off.
    damaged = content.decode("utf-8", errors="replace")
    if 0 not in content and len(_WIDE.findall(damaged)) > damaged.count("\ufffd"):
        return damaged
    if len(content) % 2 == 0 and 0 < content.count(0) and (wide := _utf16(content)):
        return wide
    if 0 in content[:4096]:
        raise SourceError("the file is no text", "Save the article as text, Markdown or a web page")
    text = content.decode("cp1251", errors="replace")
    letters = _LETTER.findall(text)
    if letters and len(_CYRILLIC.findall(text)) >= len(letters) * 0.6:
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    if best is None:
        raise SourceError("its encoding could not be told", "Save the file as UTF-8")
    return content.decode(best.encoding, errors="replace")


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark at its beginning: the zero bytes stand on one side."""
    order = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    try:
        text = content.decode(order)
    except UnicodeDecodeError:
        return None
    return text if len(_LETTER.findall(text[:2000])) > len(text[:2000]) // 2 else None
