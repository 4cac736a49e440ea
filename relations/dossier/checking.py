"""A dossier held to its rules, without changing anything."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from relations import articles as article_metadata
from relations import reviews, sources, tables
from relations.dossier import Dossier, open_dossier, settings
from relations.dossier.reviewing import places as places_of
from relations.errors import DossierError, RelationsError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be."""

    place: str
    what: str
    advice: str

    def as_json(self) -> dict[str, str]:
        """Return the finding as plain JSON."""
        return asdict(self)


def check(folder: Path) -> list[Finding]:
    """Look for what breaks a rule: unread files, articles without a day, stale or broken tables, decisions.

    Parameters
    ----------
    folder : Path
        The dossier.

    Returns
    -------
    list of Finding
        Empty where all is well.

    Raises
    ------
    DossierError
        If the folder is no dossier.
    """
    chosen = settings.load(folder)
    place = folder / "articles"
    raw, problems = sources.read_folder(place) if place.is_dir() else ([], [])
    findings = [Finding(f"articles/{one.file} {one.place}".strip(), one.reason, one.advice) for one in problems]
    read = article_metadata.unite([article_metadata.normalise(one) for one in raw])
    for article in read:
        if not article.published:
            findings.append(
                Finding(
                    article.file,
                    "no day of publication is known",
                    "Name it in front matter, else relative dates stay unread",
                )
            )
    try:
        dossier = open_dossier(folder)
        tables.check({name: tables_of for name, tables_of in dossier.as_built.items()})
        if set(dossier.articles["article_id"]) != {article.article_id for article in read}:
            findings.append(Finding("tables", "older than the articles", f"Run `relations build {folder}`"))
        named = set(" ".join(dossier.articles["countries"].dropna()).split())
        for code in chosen.countries:
            if len(dossier.articles) and code not in named:
                findings.append(
                    Finding(settings.FILE, f"no article speaks of {code}", "Check the code, or add articles")
                )
        findings += _decisions(folder, dossier)
    except DossierError as error:
        findings.append(Finding("tables", str(error), f"Run `relations build {folder}`"))
    except RelationsError as error:
        findings.append(Finding("tables", str(error), "Mend what the message names"))
    return findings


def _decisions(folder: Path, dossier: Dossier) -> list[Finding]:
    """Look for decisions that cannot be read, that nothing rests on any more, or that contradict each other."""
    decisions, broken = reviews.read(folder)
    findings = [Finding(reviews.FILE, str(error), "Correct the line") for error in broken]
    places = places_of(dossier)
    for decision in reviews.standing(decisions):
        keys = [decision.key, *([decision.new] if decision.field == "merge" else [])]
        for key in keys:
            if places.find(key) is None:
                where = f"{reviews.FILE}, line {decision.line}"
                findings.append(Finding(where, places.why_not(key), "Decide again, or keep the line as history"))
    for one in reviews.conflicts(decisions, places):
        what = (
            f"{one.later.reviewer} set {one.later.field} to {one.later.new!r} without having seen that "
            f"{one.earlier.reviewer} had set {one.earlier.field} to {one.earlier.new!r} (line {one.earlier.line})"
        )
        advice = "Judge the event once more; the review desk shows it first"
        findings.append(Finding(f"{reviews.FILE}, line {one.later.line}", what, advice))
    return findings
