"""How fast the coder reads, on one core, beside dateparser and beside what any reader must do at least.

    python benchmarks/coding.py                  2,000 articles, some minutes
    python benchmarks/coding.py --articles 280   a quick look

The articles are those of ``tests/gold``, repeated. Times are CPU times, so that a busy machine changes less; each
figure is the median of ten parts of the run. Words that were met before are remembered (see `relations.memo`), which
repeated texts make the most of. The row "never seen" is of as many texts made of all articles of the repository, of
which no two are the same: other numbers, other names of persons, and one in ten of the long words is a word never met.
The row "from nothing" is of those articles themselves, each read once by a process that remembers no word yet.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_PARTS = 10  # of a run; the figure is the median of them
_KILOBYTES = 2.0  # the size of an article that the marks are set for
_LONG_WORD, _NEW_WORDS = 7, 0.1  # letters; share of such words that are new in a text made to be never seen
MARK = 300  # articles of that size a second


@dataclass(frozen=True)
class Article:
    """One text to read."""

    text: str
    language: str
    published: str | None
    file: Path

    @property
    def kilobytes(self) -> float:
        """Size in UTF-8."""
        return len(self.text.encode()) / 1000


@dataclass(frozen=True)
class Speed:
    """How fast something is done: medians."""

    name: str
    articles: float  # a second
    kilobytes: float  # a second

    @property
    def of_mark_size(self) -> float:
        """Articles of `_KILOBYTES` a second."""
        return self.kilobytes / _KILOBYTES


def _gold() -> Iterator[Path]:
    return (ROOT / "tests" / "gold").glob("*.json")


def gold(count: int) -> list[Article]:
    """Return the annotated articles, repeated to a number."""
    read = []
    for file in sorted(_gold()):
        article = json.loads(file.read_text(encoding="utf-8"))
        read.append(Article(article["text"], article["language"], article["published"], file))
    return list(islice(cycle(read), count))


def distinct() -> list[Article]:
    """Return the annotated articles and those of the shipped dossiers, each text once, mixed in one order."""
    from relations.articles import header

    files = sorted((ROOT / "data").glob("*/articles/*.*.md"))
    texts = [(file, file.read_text(encoding="utf-8")) for file in files]
    read = [*gold(len(list(_gold()))), *(Article(text, header(text).language, None, file) for file, text in texts)]
    return sorted({one.text: one for one in read}.values(), key=lambda one: zlib.crc32(one.text.encode()))


def never_seen(articles: Sequence[Article], count: int) -> list[Article]:
    """Return so many articles of which no two are the same: numbers, names and some words of each are replaced."""
    chance = random.Random(7)  # noqa: S311
    people = {article.text: _names(article) for article in articles}

    def other(match: re.Match[str], names: frozenset[str]) -> str:
        word = match[0]
        if word.isdecimal():
            number = int(word)
            if len(word) == 4:
                return str(chance.randint(1991, 2024)) if 1900 < number < 2100 else str(chance.randint(1000, 9999))
            return str(chance.randint(1, 28)) if 0 < number < 32 else str(chance.randint(32, 10 ** len(word) + 32))
        if word in names or (len(word) >= _LONG_WORD and chance.random() < _NEW_WORDS):
            at = chance.randrange(1, max(len(word) - 1, 2))
            return word[:at] + chance.choice(word.lower()) + word[at:]
        return word

    made = []
    for article in islice(cycle(articles), count):
        head = header_end(article)
        body = re.sub(r"\d+|[^\W\d_]+", partial(other, names=people[article.text]), article.text[head:])
        made.append(replace(article, text=article.text[:head] + body))
    return made


def _names(article: Article) -> frozenset[str]:
    """The words of the persons that an article names."""
    from relations.coding import code

    rows = code(article.text, article.published, article.language).people
    return frozenset(word for row in rows for word in re.findall(r"[^\W\d_]+", row.name_as_written))


def header_end(article: Article) -> int:
    """Return where the body of an article begins."""
    from relations.articles import header

    return header(article.text).body_start


def load(articles: Sequence[Article]) -> None:
    """Load what the languages of some articles say, which a run of the coder does once."""
    from relations.coding import code
    from relations.coding.countries import country_name

    for language in sorted({article.language for article in articles}):
        pair = " ".join(country_name(one, language) for one in ("ITA", "KAZ", "ITA", "KAZ"))
        code(f"{pair}, 1992: $5 (A. B. Abc)", "2024-12-12", language, start=0)


def measure(name: str, do: Callable[[Article], object], articles: Sequence[Article], parts: int = _PARTS) -> Speed:
    """Time something, part by part."""
    size = max(len(articles) // parts, 1)
    rates = []
    for first in range(0, len(articles) - size + 1, size):
        part = articles[first : first + size]
        begin = time.process_time()
        for article in part:
            do(article)
        took = max(time.process_time() - begin, 1e-9)
        rates.append((len(part) / took, sum(article.kilobytes for article in part) / took))
    return Speed(name, *(statistics.median(rate) for rate in zip(*rates, strict=True)))


def whole(article: Article) -> object:
    """Read all that an article states."""
    from relations.coding.answer import answer

    return answer({"id": article.file.stem, "text": article.text, "published": article.published})


def dates_alone(article: Article) -> object:
    """Read an article's dates."""
    from relations import dates

    return dates.read(article.text, article.language, article.published)


def dateparser_split(article: Article) -> object:
    """Let dateparser search an article's sentences, told their language."""
    from dateparser.search import search_dates

    from relations.sentences import sentences

    return [
        search_dates(article.text[begin:end], languages=[article.language])
        for begin, end in sentences(article.text, article.language)
    ]


def reading(article: Article) -> object:
    """Read an article from disk."""
    return json.loads(article.file.read_text(encoding="utf-8"))


def look_up(article: Article) -> object:
    """Cut an article into words and look each up among all trigger words at once."""
    from relations.coding.event_rules import cues
    from relations.coding.words import cut_words

    return cues(article.language).words.find(cut_words(article.text))


def one_pattern() -> Callable[[Article], object]:
    """Return a pass of one regular expression made of all trigger words."""
    from relations import languages

    def compiled(language: str) -> re.Pattern[str]:
        lines = [line for rule in languages.load(language, "events")["rule"] for line in rule["words"]]
        triggers = {phrase.split()[0] for line in lines for phrase in line.split("|") if phrase.strip()}
        ends = [re.escape(word[:-1]) if word.endswith("*") else re.escape(word) + r"\b" for word in sorted(triggers)]
        return re.compile(rf"\b(?:{'|'.join(ends)})", re.IGNORECASE)

    patterns = {language: compiled(language) for language in languages.codes()}
    return lambda article: patterns[article.language].findall(article.text)


def start_up(times: int = 5) -> float:
    """Return the seconds until ``relations code`` has read one article: the median of some runs."""
    article = json.dumps({"text": "The embassy was opened in Islamabad in 1994.", "published": "2024-12-12"})
    took = []
    for _ in range(times):
        begin = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "relations.cli", "code", "--jsonl"],
            input=article, text=True, encoding="utf-8", check=True, capture_output=True, cwd=ROOT,
        )  # fmt: skip
        took.append(time.perf_counter() - begin)
    return statistics.median(took)


def peak_memory() -> float | None:
    """Return the most memory that this process has held, in MB; ``None`` where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def run(count: int, starts: int = 5) -> dict[str, Any]:
    """Measure everything once.

    Parameters
    ----------
    count : int
        Articles; dateparser reads a fifth of them, as it takes so long.
    starts : int, default 5
        How often the start-up is timed.
    """
    articles = gold(count)
    load(articles)
    speeds = [
        measure("whole coder, from nothing", whole, distinct()[:count]),
        measure("whole coder, texts never seen", whole, never_seen(distinct(), count)),
        measure("whole coder", whole, articles),
        measure("dates alone", dates_alone, articles),
    ]
    memory = peak_memory()
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / f"{number}.json" for number in range(len(articles))]
        for copy, article in zip(copies, articles, strict=True):
            copy.write_bytes(article.file.read_bytes())
        copied = [
            Article(article.text, article.language, article.published, copy)
            for copy, article in zip(copies, articles, strict=True)
        ]
        speeds.append(measure("floor: reading the files", reading, copied))
    speeds.append(measure("floor: each word looked up", look_up, articles))
    speeds.append(measure("one regular expression of all triggers", one_pattern(), articles[: max(count // 5, 28)]))
    few = articles[: max(count // 5, 28)]
    dateparser_split(few[0])
    speeds.append(measure("dateparser.search, by sentence", dateparser_split, few))
    return {"speeds": speeds, "memory": memory, "start_up": start_up(starts)}


def table(measured: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the table."""
    speeds: list[Speed] = measured["speeds"]
    slowest = speeds[-1].articles
    yield f"| {'one core, medians':40} | articles/s | of {_KILOBYTES:g} KB/s | × dateparser |"
    yield f"| {'-' * 40} | ---------: | --------: | -----------: |"
    for one in speeds:
        ratio = one.articles / slowest
        yield f"| {one.name:40} | {one.articles:10,.0f} | {one.of_mark_size:9,.0f} | {ratio:12.1f} |"
    yield ""
    if measured["memory"] is not None:
        yield f"peak memory of the coder: {measured['memory']:.0f} MB"
    yield f"start-up of `relations code`, one article read: {measured['start_up']:.2f} s"
    for one in speeds[:3]:
        verdict = "met" if one.of_mark_size >= MARK else "missed"
        yield f"mark: {MARK} articles of {_KILOBYTES:g} KB a second: {verdict} ({one.name})"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How fast the coder reads, on one core.")
    parser.add_argument("--articles", type=int, default=2_000, help="how many to read (default: 2000)")
    count = parser.parse_args().articles
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for line in table(run(max(count, 28))):
        print(line)


if __name__ == "__main__":
    main()
