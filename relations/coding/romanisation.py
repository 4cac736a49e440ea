"""Names in Latin letters: Cyrillic as the press spells it, Urdu as well as an unvowelled script allows."""

from __future__ import annotations

import re
from functools import lru_cache

from relations import languages
from relations.coding.words import MARKS

_CYRILLIC = dict(
    zip("абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһіўҳҷӣӯҫҙђјљњћџѓќґєї", (
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo a g k n o u u h i"
        " o h j i u s z dj j lj nj c dz gj kj g ye yi".split(" ")
    ), strict=True)
)  # fmt: skip
_VOWELS = "аеиоуыэюяёәөұүіўӣӯєїьъ"
_TABLE = str.maketrans(_CYRILLIC)
_E = re.compile(rf"^е|(?<=[{_VOWELS}])е")  # as it sounds at the beginning and after a vowel
_CLUSTERS = (("дж", "j"), ("кс", "x"), ("бх", "bh"), ("дх", "dh"), ("гх", "gh"))
_URDU = {
    "ا": "a", "آ": "aa", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ڈ": "d", "ذ": "z", "ر": "r", "ڑ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z",
    "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    "ں": "n", "ہ": "h", "ھ": "h", "ے": "e", "ئ": "", "ء": "", "ؤ": "o",
}  # fmt: skip
_OV = ("وف", "ئیف", "ییف", "ایف", "جیف")  # the ending of Slavic family names, not that of شریف
_URDU_VOWELS = "اآعوئیےؤ"
_MARK = re.compile(rf"[{MARKS}]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


@lru_cache(maxsize=20_000)
def romanise(name: str) -> str:
    """Return a name in Latin letters, whatever its script.

    Kazakh and Russian follow the BGN/PCGN tables without diacritics, as the press does (Тоқаев: Tokayev).
    Urdu does not write short vowels: common names come from the language's list, for others the vowels are
    filled in with "a", so that the consonants are right and the rest is a reading aid.

    Parameters
    ----------
    name : str

    Returns
    -------
    str

    Examples
    --------
    >>> romanise("Қасым-Жомарт Тоқаев"), romanise("Ержан Қыстафин"), romanise("شہباز شریف")
    ('Kasym-Zhomart Tokayev', 'Yerzhan Kystafin', 'Shehbaz Sharif')
    """
    name = _MARK.sub("", name)
    return _word(name) if name.isalpha() else _WORD.sub(lambda match: _word(match[0]), name)


def _word(word: str) -> str:
    first = word[0]
    if "\u0400" <= first <= "\u052f":
        return _from_cyrillic(word)
    if "\u0600" <= first <= "\u06ff":
        return _from_urdu(word)
    return word


def _from_cyrillic(word: str) -> str:
    low = word.casefold()
    spelt = _E.sub("ye", low)
    for letters, sound in _CLUSTERS:
        spelt = spelt.replace(letters, sound)
    latin = spelt.translate(_TABLE).replace("iy", "i" if low.endswith("ий") else "iy").replace("yy", "y")
    return (
        latin.upper()
        if word.isupper() and len(word) > 1
        else latin[:1].upper() + latin[1:]
        if word[:1].isupper()
        else latin
    )


def _from_urdu(word: str) -> str:
    known = urdu_names().get(word)
    if known:
        return known
    out: list[str] = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        if letter == "و":
            latin = "v" if at == 0 or (after in _URDU_VOWELS[:3] + "یے" and after) else "o"
        elif letter == "ی":
            latin = "y" if at == 0 or (after and after in "اآو") else "i"
        elif letter == "ہ" and not after and before not in _URDU_VOWELS:
            latin = "a"
        else:
            latin = _URDU.get(letter, "")
        if out and latin and _open(out[-1]) and latin[0] not in "aeiouyh" and _needs_vowel(word, at):
            out.append("a")
        out.append(latin)
    spelt = "".join(out).replace("aaa", "aa")
    if word.endswith(_OV) and len(word) > 4:
        spelt = spelt[:-1] + "v"
    return re.sub(r"(.)\1\1+", r"\1\1", spelt[:1].upper() + spelt[1:])


def _open(latin: str) -> bool:
    return bool(latin) and latin[-1] not in "aeiouy"


def _needs_vowel(word: str, at: int) -> bool:
    """Between the first two consonants of a word: محمد would else begin with four of them."""
    return at == 1 and len(word) > 2 and word[0] not in _URDU_VOWELS


@lru_cache(maxsize=1)
def urdu_names() -> dict[str, str]:
    """Return the names that the Arabic-script languages' lists spell out, as written → Latin."""
    found: dict[str, str] = {}
    for language in languages.codes():
        if languages.load(language, "language")["script"] == "Arab":
            for latin, spellings in languages.load(language, "people")["names"].items():
                for spelling in spellings.split():
                    found.setdefault(spelling, latin)
    return found
