"""What the sentences around one say of its dates: the day the article reports, and the visit it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from relations import edtf
from relations.coding.attach import Dated
from relations.coding.sentence import Sentence
from relations.dates.row import DateRow

_RECENT = timedelta(days=8)  # what an article reports as news is not older
_OCCASION = 7  # days of a date that "on that occasion" may speak of
_OPENING = 4  # sentences in which the day of the news is named
_REMEMBERED = 4  # sentences for which "the next one" is understood
# Kinds whose undated mention in an article's lead tells of the article's own day.
_OF_THE_DAY = frozenset(
    "visit meeting agreement forum commission call aid security-exercise culture-education "
    "appointment mission-opened consultation trade-transaction other".split()
)
# Kinds that two sides agree on before a date is set.
_AGREED = frozenset(
    "transport-link commission forum agreement mission-opened culture-education trade-transaction visit".split()
)


def news_day(sentences: Sequence[Sentence], published: str | None) -> str | None:
    """Return the day that an article reports: one named at its top, else the day of publication.

    Parameters
    ----------
    sentences : sequence of Sentence
    published : str or None
        EDTF.

    Returns
    -------
    str or None
        EDTF; the month where no more is known of publication, ``None`` where less is.
    """
    if published and edtf.is_edtf(published) and edtf.precision(published) == "month":
        return published
    if not published or edtf.precision(published[:10]) != "day":
        return None
    end = edtf.span(published[:10]).latest
    first: str | None = None
    for sentence in sentences[:_OPENING]:
        if sentence.signs.get("background"):
            break
        for row in sentence.dates:
            low, high = edtf.span(row.edtf)
            if low is None or high is None or end is None or (high - low).days > 3:
                continue
            if low <= end <= high:
                if low == high:
                    return published[:10]
                continue
            if end - _RECENT <= low and high < end and first is None:
                first = row.edtf
    return first or published[:10]


@dataclass(slots=True)
class Discourse:
    """What an article has told so far."""

    day: str | None  # of the news
    visit: str | None = None  # the date of the visit last told of
    counted: bool = False  # the sentence before gave a figure for a period
    last: str | None = None  # of the event last told of, else the date last named
    today: str | None = None  # a recent day on which something told of happened
    _kinds: list[frozenset[str]] = field(default_factory=list)

    def begin(self, sentence: Sentence) -> None:
        """Open a sentence; the figures of a paragraph are its own."""
        if sentence.opens:
            self.counted = False

    def told(self) -> frozenset[str]:
        """Return the kinds of event that the last sentences told of."""
        return frozenset().union(*self._kinds[-_REMEMBERED:])

    def at_news(self) -> bool:
        """Whether what was told last happened on the day of the news."""
        return bool(self.last and self.day and edtf.overlap(self.last, self.day))

    def tell(self, dated: Dated) -> None:
        """Take note of the day of one event of a sentence; who arrived one day may well sign on the next."""
        if dated.date and dated.type not in ("visit", "statistic") and self._is_recent(dated.date):
            self.today = dated.date

    def remember(self, told: Sequence[Dated], kinds: frozenset[str], named: Sequence[DateRow] = ()) -> None:
        """Take note of what a sentence told, and of the dates that it named."""
        self._kinds.append(kinds)
        self.counted = any(dated.type == "statistic" for dated in told)
        for dated in told:
            if dated.type == "visit" and dated.date:
                self.visit = dated.date
        happened = [
            dated.date for dated in told if dated.date and dated.type != "statistic" and self._is_past(dated.date)
        ]
        days = [row.edtf for row in named if edtf.days(row.edtf) <= _OCCASION]
        if happened or days:
            self.last = (happened or days)[-1]
        if days and not happened and self._is_recent(days[-1]):
            self.today = days[-1]  # "on Sunday they were given a guard of honour"

    def _is_recent(self, date: str) -> bool:
        """Whether a date is a day of the last week or so."""
        if edtf.precision(date) != "day" or not self.day:
            return False
        day, now = edtf.span(date).earliest, edtf.span(self.day).latest
        return bool(day and now and abs(now - day) <= _RECENT)

    def _is_past(self, date: str) -> bool:
        begin, now = edtf.span(date).earliest, edtf.span(self.day).latest if self.day else None
        return begin is None or now is None or begin <= now

    def place(self, dated: Dated, sentence: Sentence, leading: bool) -> Dated | None:
        """Give an event without a date of its own the date that the article gives it elsewhere.

        Parameters
        ----------
        dated : Dated
            An event without a date.
        sentence : Sentence
        leading : bool
            Whether the sentence stands in the part of an article that tells its news.

        Returns
        -------
        Dated or None
            With a date; without one where two sides agreed on something and set none, or that happened "recently";
            ``None`` where the event is only named.
        """
        if sentence.signs.get("during") and self.visit and dated.type != "visit" and dated.strong:
            return replace(dated, date=self.visit, confidence=0.6)
        if dated.type in _AGREED and dated.strong and sentence.signs.get("agreed"):
            return replace(dated, agreed=True)
        if dated.type in _OF_THE_DAY and dated.strong and sentence.signs.get("vague"):
            return replace(dated, confidence=0.5)  # "recently": told as news, on a day that is not said
        if sentence.signs.get("then") and self.last and dated.strong and dated.type in _OF_THE_DAY:
            return replace(dated, date=self.last, confidence=0.55)  # "on that occasion"
        if dated.type in _OF_THE_DAY and dated.strong and leading and self.day:
            return replace(dated, date=self.today or self.day, confidence=0.55)
        return None
