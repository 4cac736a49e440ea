"""Whether an event has happened, is going on, is planned or was called off, on the day of the article."""

from __future__ import annotations

from relations import edtf
from relations.coding.attach import Dated
from relations.coding.event_rules import cues
from relations.coding.sentence import Sentence
from relations.coding.words import Words
from relations.dates.tense import FUTURE, PAST, UNKNOWN, is_passive, word_tenses

_NONE = 999.0  # no cue
_CLOSE = 16.0  # words, walls counted in
_CALLED_OFF = 10.0
_CALLED_OFF_FAR = 26.0  # from the nearest event: "had been expected in May, but the trip was put off"
_MOVED = 4  # words from "put off" to the new date
_LONG = frozenset(
    {"visit", "anniversary", "forum", "security-exercise", "culture-education"}
)  # last for days or a year
_FOUNDED = frozenset({"relations-established", "recognition"})


def _tense(dated: Dated, sentence: Sentence, tokens: Words, language: str) -> tuple[float, float]:
    """Words, walls counted in, to the nearest cue of the past and of what is to come."""
    gaps = {PAST: _NONE, FUTURE: _NONE}
    signs = word_tenses(language)
    verb_last = cues(language).verb_last
    for index, key in enumerate(tokens.keys[sentence.first : sentence.last], sentence.first):
        sign = signs[key]
        if sign == UNKNOWN:
            continue
        if sign == PAST and verb_last and not _ends_clause(index, sentence, tokens, language):
            continue  # an adjective may look like a verb: екіжақты, "of the two sides"
        if sign == PAST and index > sentence.first and is_passive(tokens.keys[index - 1], language):
            continue  # "to be held" speaks of what is to come
        gaps[sign] = min(gaps[sign], sentence.walls.between(index, dated.at))
    return gaps[PAST], gaps[FUTURE]


def _ends_clause(index: int, sentence: Sentence, tokens: Words, language: str) -> bool:
    """Whether a word stands at the end of its clause, or before another verb."""
    following = index + 1
    return (
        following >= sentence.last
        or sentence.walls.height(index, following) > 0
        or word_tenses(language)[tokens.keys[following]] != UNKNOWN
    )


def _near(dated: Dated, sentence: Sentence, sign: str, reach: float = _CLOSE) -> bool:
    return any(sentence.walls.between(at, dated.at) <= reach for at in sentence.signs.get(sign, ()))


def _over(date: str | None, published: str | None) -> bool:
    """Whether a date lies wholly before the day of publication."""
    end = edtf.span(date).latest if date else None
    day = edtf.span(published).earliest if published else None
    return bool(end and day and end < day)


def _moved(dated: Dated, sentence: Sentence, tokens: Words, published: str | None, language: str) -> bool:
    """Whether a date to come is the new one of what was put off: "from May to June", "is now expected in June"."""
    if dated.row is None or not published:
        return False
    begin, day = edtf.span(dated.row.edtf).earliest, edtf.span(published).latest
    if not begin or not day or begin <= day:
        return False
    first = sentence.word_at(dated.row.start, tokens)
    last = sentence.last_word(first, dated.row, tokens)
    put_off = sentence.signs.get("cancelled", ())
    ahead = cues(language).verb_last  # the verb follows its date
    if any(first - 1 <= at <= last + 1 for at in sentence.signs.get("moved_to", ())):
        return any(0 < (at - last if ahead else first - at) <= _MOVED for at in put_off)
    signs = word_tenses(language)
    return any(at < first for at in put_off) and any(
        signs[tokens.keys[at]] == FUTURE and sentence.walls.between(at, first) <= _CALLED_OFF
        for at in range(min(put_off) + 1, sentence.last)
    )


def status_of(dated: Dated, sentence: Sentence, tokens: Words, published: str | None, language: str) -> str:
    """Return ``occurred``, ``planned``, ``ongoing`` or ``cancelled``.

    The date decides where it lies wholly before or after publication; where it holds the day of publication,
    or there is none, the words near the event do.

    Parameters
    ----------
    dated : Dated
    sentence : Sentence
    tokens : Words
    published : str or None
        Day of publication, EDTF.
    language : str
    """
    if dated.type != "statistic" and _near(dated, sentence, "cancelled", _CALLED_OFF_FAR if dated.off else _CALLED_OFF):
        return "planned" if _moved(dated, sentence, tokens, published, language) else "cancelled"
    if dated.agreed or (dated.target and not _over(dated.date, published)):
        return "planned"
    if dated.date is None and sentence.signs.get("vague"):
        return "occurred"  # "recently"
    past, future = _tense(dated, sentence, tokens, language)
    going = _near(dated, sentence, "ongoing")
    ended = _near(dated, sentence, "ended")
    if dated.date and published:
        begin, end = edtf.span(dated.date)
        day = edtf.span(published)
        if begin and day.latest and begin > day.latest:
            return "planned"
        if end and day.earliest and end < day.earliest:
            return "occurred"
        if dated.type in _LONG and dated.strong and not ended:
            lasts = end and day.latest and (end > day.latest or (begin != end and dated.type == "visit"))
            if going or (lasts and dated.type in ("visit", "anniversary") and future >= past):
                return "ongoing"
        if dated.row is None:  # the article's own day
            return "planned" if future < past and future <= 6 else "occurred"
    if dated.type in _FOUNDED or (ended and past <= future):
        return "occurred"
    if future < past:
        return "planned"
    if going and dated.type in _LONG and not ended:
        return "ongoing"
    return "occurred" if past < _NONE or (dated.date and published) else "planned"
