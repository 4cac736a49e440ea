"""In which language a text is written: by letters and everyday words, by a statistical model where they do not tell.

What tells a language from the others of its script is data: ``letters`` and ``common`` in its ``language.toml``, and
in ``other_languages.toml`` for languages that the coder does not read and must not take for one that it does.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from relations import languages
from relations.languages.spelling import APOSTROPHES

_OTHERS = Path(__file__).with_name("other_languages.toml")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SAMPLE, _MODEL_SAMPLE = 20_000, 5_000  # characters
_SCRIPTS = {
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Arab": re.compile("[\u0600-\u06ff\ufb50-\ufdff]"),
    "Latn": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_SIGNS = dict.fromkeys(APOSTROPHES, "'") | {"\u0307": ""}  # the dot that İ leaves
_FOREIGN = 8.0  # weight of letters that a language lacks: names of abroad bring a few, a text brings many
_MISSING, _ENOUGH = 0.05, 40  # a text of so many letters without any of a language's own speaks against it
_NEAR = 0.02  # languages whose marks differ by less are told apart by the model
_SURE = {"Latn": 0.12}  # a script of very many languages, most of them not listed, asks for more
_SEEN = 2  # letters of its own that speak for a language without any of its words
_WITH_END = 5  # letters of a word whose end may tell
_SHORT = 6  # words of a title that are too few for the model


@dataclass(frozen=True, slots=True)
class _Marks:
    """What tells a language from the others of its script."""

    tag: str
    script: str
    letters: frozenset[str]
    lacks: frozenset[str]
    words: frozenset[str]
    ends: tuple[str, ...]  # of words, in languages that mark cases and tenses by endings
    read: bool  # by the coder
    usual: bool  # a short text without any mark is mostly this language's, and one letter may be a name's from abroad

    def said(self, votes: Mapping[str, int], long: Sequence[tuple[str, int]]) -> int:
        """Count the language's everyday words, and of the long ones those that end as few words of others do."""
        known = sum(votes[word] for word in self.words.intersection(votes))
        if not self.ends:
            return known
        ends, words = self.ends, self.words
        return known + sum([count for word, count in long if word.endswith(ends) and word not in words])


@cache
def _marks() -> tuple[_Marks, ...]:
    others = tomllib.loads(_OTHERS.read_text(encoding="utf-8"))
    read = {tag: languages.load(tag, "language") for tag in languages.codes()}
    return tuple(
        _Marks(
            tag,
            body["script"],
            frozenset(_plain(letter) for letter in body.get("letters", "").split()),
            frozenset(_plain(letter) for letter in body.get("lacks", "").split()),
            frozenset(_plain(word) for word in body.get("common", "").split()),
            tuple(_plain(end) for end in body.get("ends", "").split()),
            tag in read,
            body.get("usual", False),
        )
        for tag, body in (others | read).items()
    )


def _plain(text: str) -> str:
    """Lower case with every apostrophe as one; letters keep their marks, which tell languages apart."""
    text = text.lower()
    for sign, plain in _SIGNS.items():  # few stand in a text, so that this is faster than to translate each letter
        text = text.replace(sign, plain)
    return text


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
    sample = _plain(text[:_SAMPLE])
    words = _WORD.findall(sample)
    if not words:
        return "und"
    signs = "".join(set(sample))
    # A count of each letter that there is takes half the time of counting letter by letter.
    sizes = {script: sum(map(sample.count, letters.findall(signs))) for script, letters in _SCRIPTS.items()}
    script = max(sizes, key=lambda name: sizes[name])
    if sizes[script] == 0:
        return _model(text, "", ())
    return _of_script(text, sample, words, script, sizes[script])


def _of_script(text: str, sample: str, words: list[str], script: str, size: int) -> str:
    known = [marks for marks in _marks() if marks.script == script]
    special = frozenset().union(*(marks.letters for marks in known))
    listed = special.union(*(marks.lacks for marks in known))
    letters = {letter: count for letter in listed if (count := sample.count(letter))}
    seen = sum(count for letter, count in letters.items() if letter in special)
    votes = Counter(words)
    long = [(word, count) for word, count in votes.items() if len(word) >= _WITH_END]
    scores, said, supported = {}, {}, set()
    for marks in known:
        own = sum(count for letter, count in letters.items() if letter in marks.letters)
        foreign = max(seen - own - marks.usual, 0) + sum(
            count for letter, count in letters.items() if letter in marks.lacks
        )
        said[marks.tag] = marks.said(votes, long)
        missing = _MISSING if marks.letters and not own and size >= _ENOUGH else 0.0
        scores[marks.tag] = said[marks.tag] / len(words) + own / size - _FOREIGN * foreign / size - missing
        if said[marks.tag] or own >= _SEEN:
            supported.add(marks.tag)
    near = _nearest(scores, scores)
    if len(near) == 1 and near[0] in supported and scores[near[0]] >= _SURE.get(script, 0.0):
        return near[0]
    if len(words) > _SHORT:
        return _model(text, script, near if script not in _SURE or supported.intersection(near) else ())
    if len(spoken := _nearest(scores, [tag for tag in scores if said[tag] and scores[tag] > 0])) == 1:
        return spoken[0]
    usual = [marks.tag for marks in known if marks.usual]
    if not seen:
        read = [marks.tag for marks in known if marks.read and marks.tag in near]
        return usual[0] if usual else _model(text, script, read or near)
    return _model(text, script, near + (usual if seen < _SEEN else []))


def _nearest(scores: Mapping[str, float], among: Iterable[str]) -> list[str]:
    """The best of some languages, and those that come near it."""
    best = max((scores[tag] for tag in among), default=0.0)
    return [tag for tag in among if scores[tag] >= best - _NEAR]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def _modelled() -> frozenset[str]:
    _identifier().set_languages(None)
    return frozenset(_identifier().nb_classes)


def _model(text: str, script: str, among: Sequence[str]) -> str:
    """The likeliest of some languages, or of all where none is given; the model knows no scripts."""
    fitting = {tag.split("-")[0] for tag in among} & _modelled()
    if among and not fitting:
        return among[0]
    identifier = _identifier()
    identifier.set_languages(sorted(fitting) or None)
    found = str(identifier.classify(text[:_MODEL_SAMPLE])[0])
    written = [marks.tag for marks in _marks() if marks.script == script and marks.tag.split("-")[0] == found]
    return written[0] if written else found
