"""A dossier's articles → its tables: read, coded where new, merged, reviewed, written as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from relations import articles as article_metadata
from relations import languages, reviews, sources, tables
from relations.articles import Article
from relations.coding import Coded
from relations.coding.places import places
from relations.dates.dateline import dateline_end
from relations.dossier import cache, freshness, rows, settings, swap
from relations.dossier.named_people import settled
from relations.errors import DossierError
from relations.merging import Statement, link_plans, merge
from relations.merging.ordinals import ordinal
from relations.merging.people import Mention, Person, unite
from relations.tables import package

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, how many there are


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    folder: Path
    articles: int
    coded: int  # articles that had to be coded; the others had not changed
    events: int
    problems: int


def build(folder: Path, progress: Progress | None = None) -> Built:
    """Build the tables of a dossier from its articles.

    Files that cannot be read are listed in the table ``problems``; everything else is kept. An unchanged
    article is not coded again. The new tables take the place of the old ones as a whole, at the very end.

    Parameters
    ----------
    folder : Path
        The dossier.
    progress : callable, optional
        Called with what is being done, how many are done and how many there are.

    Returns
    -------
    Built

    Raises
    ------
    DossierError
        If the folder is no dossier, or somebody else is building it.
    """
    chosen = settings.load(folder)
    lock = FileLock(folder / ".build.lock")
    try:
        with lock.acquire(timeout=60):
            return _build(folder, chosen, progress or (lambda what, done, total: None))
    except Timeout:
        raise DossierError(f"{folder}: another build has run for a minute; wait for it, then build again") from None


def _build(folder: Path, chosen: settings.Settings, progress: Progress) -> Built:
    place = folder / "articles"
    if not place.is_dir():
        raise DossierError(
            f"{place} is not there; make it and put articles into it (.txt, .md, .html, .xml, .csv, ...)"
        )
    progress("reading", 0, 1)
    inputs = freshness.inputs(folder)  # before anything is read: what changes meanwhile is built next time
    raw, problems = sources.read_folder(place)
    read = article_metadata.unite([article_metadata.normalise(one) for one in raw])
    material, fresh = [], 0
    before = cache.Cache(folder / ".cache")
    for done, article in enumerate(read):
        progress("coding", done, len(read))
        coded, new = before.coded(
            article.text, article.published, article.language, article.body_start, chosen.countries
        )
        fresh += new
        material.append((article, coded))
    progress("merging", 0, 1)
    people = unite(
        Mention(article.article_id, article.published, languages.match(article.language) or article.language, row)
        for article, coded in material
        for row in coded.people
    )
    decisions, broken = reviews.read(folder)
    texts = {one.article_id: reviews.Text(one.text, one.published, one.language) for one in read}
    decided = reviews.apply(
        merge(_statements(material, people)), decisions, texts, {one.person_id for one in people}, link_plans
    )
    persons, events = settled(people, decided.events)
    problems = [
        *problems,
        *(sources.Problem(reviews.FILE, "", str(error), "Correct the line") for error in broken),
        *(
            sources.Problem(reviews.FILE, f"line {decision.line}", why, "Decide again, or keep the line as history")
            for decision, why in decided.left
        ),
    ]
    made = rows.tables(rows.Material(material, events, persons, problems, cache.coder_version()))
    tables.check(made)
    progress("writing", 0, 1)
    target = folder / "tables"
    about = {
        "name": chosen.name.lower(),
        "title": chosen.title.get("en") or " - ".join(chosen.countries),
        "countries": list(chosen.countries),
        "coder_version": cache.coder_version(),
        "inputs": inputs,
    }
    package.write(made, swap.begin(target), about)
    swap.replace(target)
    before.tidy()
    return Built(folder, len(read), fresh, len(events), len(problems))


def _statements(material: list[tuple[Article, Coded]], people: list[Person]) -> list[Statement]:
    identity = {
        (mention.article_id, mention.row.name): person.person_id for person in people for mention in person.mentions
    }
    found: dict[str, Statement] = {}
    for article, coded in material:
        language = languages.match(article.language) or article.language
        for event in coded.events:
            figures = [f for f in coded.figures if event.start <= f.start < event.end and f.period == event.date]
            begin, end = event.told or (event.start, event.end)
            date = None if event.date_start is None or event.date_end is None else (event.date_start, event.date_end)
            told = article.text[begin:end]
            went = article.text[dateline_end(article.text, begin) : end]  # where the news was written is no place of it
            statement = Statement(
                article_id=article.article_id,
                published=article.published,
                language=language,
                event=event,
                quote=article.text[event.start : event.end],
                people=frozenset(
                    identity[key] for name in event.people if (key := (article.article_id, name)) in identity
                ),
                cities=frozenset(row.name_en for row in places(went, language)),
                ordinal=ordinal(told, language, date and (date[0] - begin, date[1] - begin)),
                figure=figures[0] if figures and event.type == "statistic" else None,
            )
            # What stands twice, as a lead and a caption do, is stated once.
            found.setdefault(statement.statement_id, statement)
    return list(found.values())
