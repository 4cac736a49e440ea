"""In which language a text is written, by its letters first and by a statistical model where they do not settle it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
# Letters that only some languages of a script use. Kazakh has them all; Kyrgyz and Mongolian share three of them.
_KAZAKH = set("әғқұһ")
_SHARED = set("ңөүі")
_OTHER_CYRILLIC = {
    "uk": set("їєґ"),
    "uz": set("ҳ"),
    "tg": set("ӣӯҷ"),
    "tt": set("җ"),
    "ba": set("ҙҫҡ"),
    "sr": set("ђћџљњј"),
}
_URDU = set("ٹڈڑںےھۓۂ")
_PERSIAN = set("پچژگ")
# Everyday words that tell languages apart where letters do not.
_WORDS = {
    "kk": "мен бен пен және бұл үшін туралы деп бойынша екі ел болып жаңа елші сапары келді ашылды басталды",
    "ru": "и в на с по не что для из как о об от его при это также стороны между состоялся президент встреча",
    "ky": "менен жана бул үчүн жөнүндө деп боюнча эки өлкө болуп жаңы кыргыз өттү болду",
    "mn": "ба нь энэ юм байна болон улсын тухай монгол хоёр байсан уулзав хийв",
    "en": "the of and in to a for on with by from is was at as its",
}
_BY_WORD = {word: language for language, words in _WORDS.items() for word in words.split()}
_LATIN_ENGLISH = 0.12


def detect_language(text: str) -> str:
    """Return the language of a text.

    Parameters
    ----------
    text : str
        A title is enough; more is surer.

    Returns
    -------
    str
        BCP 47 tag, ``und`` where there are no letters.

    Examples
    --------
    >>> detect_language("Елші Лахорда болды"), detect_language("Посол посетил Лахор")
    ('kk', 'ru')
    >>> detect_language("سفیر کا دورۂ لاہور"), detect_language("Ambassador visits Lahore")
    ('ur', 'en')
    """
    sample = text[:20_000].casefold()
    # A count for each letter that there is takes half the time of counting letter by letter.
    letters = Counter({sign: sample.count(sign) for sign in set(sample) if sign.isalnum() and not sign.isdecimal()})
    scripts = {"cyrillic": 0, "arabic": 0, "latin": 0}
    for letter, number in letters.items():
        if "\u0400" <= letter <= "\u052f":
            scripts["cyrillic"] += number
        elif "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufdff":
            scripts["arabic"] += number
        elif letter.isascii() or "\u00c0" <= letter <= "\u024f":
            scripts["latin"] += number
    script = max(scripts, key=lambda name: scripts[name])
    if scripts[script] == 0:
        return _model(text) if letters else "und"
    if script == "cyrillic":
        return _cyrillic(text, letters, sample)
    if script == "arabic":
        return _arabic(text, letters)
    return _latin(text, letters, _WORD.findall(sample))


def _cyrillic(text: str, letters: Counter[str], sample: str) -> str:
    total = sum(letters.values())
    if letters["ў"]:
        return "be" if letters["і"] else "uz"
    kazakh, shared = _share(letters, _KAZAKH, total), _share(letters, _SHARED, total)
    for language, own in _OTHER_CYRILLIC.items():
        if _share(letters, own, total) > 0.004 and _share(letters, own, total) > kazakh / 4:
            return language
    if kazakh > 0.01:
        return "kk"
    votes = Counter(_BY_WORD[word] for word in _WORD.findall(sample) if word in _BY_WORD)
    if kazakh and votes["kk"] >= votes["ru"]:
        return "kk"
    if letters["і"] and not kazakh and votes["ru"] <= votes["kk"]:
        return "kk" if letters["ң"] or letters["ө"] or letters["ү"] or votes["kk"] else _model(text, "kk", "uk", "be")
    if shared > 0.01 or (shared and not votes["ru"]):
        if votes["ky"] != votes["mn"]:
            return "ky" if votes["ky"] > votes["mn"] else "mn"
        return "ky" if letters["ң"] else _model(text, "ky", "mn")
    if votes["ru"] > votes["kk"]:
        return "ru"
    if votes["kk"]:
        return "kk"
    return _model(text, "ru", "kk", "ky", "mn", "bg", "uk", "mk", "sr")


def _share(letters: Counter[str], of: set[str], total: int) -> float:
    return sum(letters[letter] for letter in of) / total if total else 0.0


def _arabic(text: str, letters: Counter[str]) -> str:
    total = sum(letters.values())
    if _share(letters, _URDU, total) > 0.005:
        return "ur"
    if _share(letters, _PERSIAN | {"ی", "ک"}, total) > 0.02:
        return _model(text, "ur", "fa", "ps")
    return _model(text, "ar", "fa", "ur")


def _latin(text: str, letters: Counter[str], words: list[str]) -> str:
    votes = sum(_BY_WORD.get(word) == "en" for word in words)
    plain = all(letter.isascii() for letter in letters)
    if plain and len(words) <= 6:
        return "en"  # too little to tell; unmarked Latin letters are mostly English
    if (
        words
        and votes / len(words) >= _LATIN_ENGLISH
        and letters.total() - sum(n for c, n in letters.items() if c.isascii()) < 20
    ):
        return "en"
    return _model(text)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _model(text: str, *among: str) -> str:
    identifier = _identifier()
    identifier.set_languages(list(among) or None)
    return str(identifier.classify(text[:5_000])[0])
