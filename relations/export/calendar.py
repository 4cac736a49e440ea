"""What was announced as an iCalendar file (RFC 5545): days as all-day events, the rest as to-dos without a day."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from relations import edtf
from relations.export.addresses import web_address
from relations.export.told import Told, told
from relations.views.scene import Scene

if TYPE_CHECKING:
    from icalendar import Event, Todo

_MOST_QUOTES = 5
_DUE = ("open", "due", "overdue")
_EVENT = {"done": "CONFIRMED", "cancelled": "CANCELLED"}
_TODO = {"done": "COMPLETED", "cancelled": "CANCELLED"}


def calendar(scene: Scene) -> bytes:
    """Return what a scene shows that is still to come as an iCalendar file: commitments that are open, due or overdue.

    Parameters
    ----------
    scene : Scene
        Where its filters choose statuses, every commitment that has one of them is in the calendar.

    Returns
    -------
    bytes
        An all-day event for each that is known to the day, or to days in a row; a to-do without a day for each
        that is known less exactly or not at all, its date in words. The identifiers stay the same from export to
        export, so that a second import updates the first; what was done or cancelled says so, where it is asked for.
    """
    from icalendar import Calendar

    language, found = scene.say.language, scene.shown.events
    book = Calendar()
    book.add("prodid", f"-//relations//bilateral relations//{language.upper()}")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", scene.title)
    wanted = found["outcome"].notna() if scene.selection.statuses else found["outcome"].isin(_DUE)
    for one in told(scene, found[wanted]):
        book.add_component(_component(one, scene))
    return bytes(book.to_ical())


def _component(one: Told, scene: Scene) -> Event | Todo:
    from icalendar import Event, Todo

    days, outcome = _days(one.date), one.value("outcome") or ""
    entry: Event | Todo = Event() if days else Todo()
    entry.add("uid", f"{one.event_id}@{scene.archive.dossier.settings.name}.relations")
    # The same tables give the same file: the stamp is the day that outcomes are relative to.
    entry.add("dtstamp", datetime.combine(scene.archive.dossier.today, time(), UTC))
    # Programs take an entry of the same identifier for news only where its number is higher: a later day's is.
    entry.add("sequence", scene.archive.dossier.today.toordinal())
    if days:
        entry.add("dtstart", days[0])
        entry.add("dtend", days[1])
        entry.add("transp", "TRANSPARENT")
        entry.add("status", _EVENT.get(outcome, "TENTATIVE"))
        entry.add("summary", one.headline)
    else:
        entry.add("status", _TODO.get(outcome, "NEEDS-ACTION"))
        entry.add("summary", f"{one.headline} ({' · '.join(_when(one, scene))})")
    entry.add("description", _description(one, scene))
    if one.place:
        entry.add("location", one.place)
    if one.sectors:
        entry.add("categories", [scene.label("sectors", code) for code in one.sectors])
    if url := next(filter(None, (web_address(source.url) for source in one.sources)), None):
        entry.add("url", url)
    return entry


def _when(one: Told, scene: Scene) -> list[str]:
    """Return the date in words; where there is none, when it was announced tells one from the next."""
    say, announced = scene.say, one.value("announced")
    if one.date or not announced:
        return [one.when]
    return [one.when, say("{filter}: {chosen}", filter=say("Announced"), chosen=say.date(announced))]


def _days(date: str | None) -> tuple[object, object] | None:
    """Return the first day and the day after the last, where both are known to the day."""
    if date is None:
        return None
    known = edtf.parts(date)
    if known.rough or known.first is None or known.last is None or len(known.first) < 3 or len(known.last) < 3:
        return None
    first, last = edtf.span(date)
    return (first, last + timedelta(days=1)) if first and last else None


def _description(one: Told, scene: Scene) -> str:
    lines = [one.when]
    for source in one.sources[:_MOST_QUOTES]:
        lines += ["", f"«{' '.join(source.quote.split())}»", source.line(scene), web_address(source.url) or ""]
    return "\n".join(lines).strip()
