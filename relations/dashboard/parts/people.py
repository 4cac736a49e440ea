"""The people: who met whom, how often and when last; and each person's role, side and number of events."""

from __future__ import annotations

from relations.charts.people_meetings import pairs_table, people_table
from relations.dashboard.parts.lists import beyond, more, part, reach
from relations.views.markup import Html, clean, facts, join, tag
from relations.views.roles import role_words
from relations.views.scene import Row, Scene, text


def panel(scene: Scene) -> Html:
    """Return the pairs that met and the people of the events that are shown."""
    return join([_pairs(scene), _people(scene)])


def _pairs(scene: Scene) -> Html:
    say = scene.say
    met = scene.archive.meetings
    kept = scene.but("pair").kept
    table = pairs_table(met if kept is None else met[kept[met["row"].to_numpy()]])
    title = say("Who met whom")
    if table.empty:
        none = say("No meeting of people from both sides matches the filters.")
        return part(title, tag("p", none, class_="empty"), None, "pairs")
    shown, there = reach(scene, "pairs", len(table))
    top = int(table["meetings"].max())
    told = say.count(
        "{n} pair of people from different countries was named together in a meeting, visit or commission.",
        "{n} pairs of people from different countries were named together in a meeting, visit or commission.",
        len(table),
    )
    body = join(
        [
            tag("p", told, class_="quiet"),
            tag(
                "ol",
                *(
                    _pair(scene, row, top, beyond(place, shown))
                    for place, row in enumerate(table.head(there).to_dict("records"))
                ),
                class_="sources ranked",
            ),
        ]
    )
    return part(title, body, more(scene, "pairs", len(table) - shown), "pairs")


def _pair(scene: Scene, row: Row, top: int, class_: str | None) -> Html:
    say, one, other = scene.say, str(row["person"]), str(row["other"])
    name = f"pair.{one}.{other}"
    names = join([tag("bdi", scene.label("people", person)) for person in (one, other)], " – ")
    return tag(
        "li",
        tag(
            "button", names, type="button", class_="bare", data_do="among", data_value=name,
            aria_pressed="true" if name in scene.selection.among else "false", id=name.replace(".", "-"),
        ),
        tag("span", class_="share", style=f"--share: {int(row['meetings']) / top:.2f}", aria_hidden="true"),
        tag("small", facts([say.count("{n} time", "{n} times", int(row["meetings"])), last(scene, row)])),
        class_=class_,
    )  # fmt: skip


def last(scene: Scene, row: Row) -> str | None:
    """Say when the last event of a row was, as exactly as it is known."""
    event = text(row["last_event"])
    if event is None or text(row["last"]) is None:
        return None
    date = text(scene.archive.events.at[event, "date"])
    return scene.say("last {date}", date=scene.say.date(date)) if date else None


def _people(scene: Scene) -> Html:
    say, chosen = scene.say, scene.selection.people
    told = scene.shown
    dossier, positions = scene.archive.dossier, scene.archive.positions
    places = positions.events_of("event_people")
    if told.kept is not None:
        places = places[positions.left("event_people", told.kept)]
    total = told.event_people["person_id"].nunique()
    shown, there = reach(scene, "persons", total)
    table = people_table(dossier.events, told.event_people, dossier.people, there, places)
    title = say("People")
    if table.empty:
        return part(title, tag("p", say("No person matches the filters."), class_="empty"), None, "persons")
    heads = (say("Name"), say("Role"), say("Side"), say("Events"), say("Last"))
    rows = (
        _person(scene, row, str(row["person_id"]) in chosen, beyond(place, shown))
        for place, row in enumerate(table.to_dict("records"))
    )
    body = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
        class_="persons",
    )
    return part(title, body, more(scene, "persons", total - shown), "persons")


def office(scene: Scene, role: str) -> Html:
    """Return an office in the reader's language, its own words beside it for those who point; else as it is written."""
    language = scene.say.language
    words = role_words(clean(role), language)
    if words is None or language == "en":
        return tag("bdi", role, lang="en")
    return tag("span", words, title=role)


def _person(scene: Scene, row: Row, chosen: bool, class_: str | None) -> Html:
    say, person = scene.say, str(row["person_id"])
    role, country = text(row["role"]), text(row["country"])
    event = text(row["last_event"])
    date = None if event is None or text(row["last"]) is None else text(scene.archive.events.at[event, "date"])
    unknown = tag("span", say("not known"), class_="quiet")
    return tag(
        "tr",
        tag(
            "th",
            tag(
                "button", tag("bdi", scene.label("people", person)), type="button", class_="bare", data_do="toggle",
                data_filter="people", data_value=person, aria_pressed="true" if chosen else "false",
                id=f"person-{person}",
            ),
            scope="row",
        ),
        tag("td", office(scene, role) if role else unknown, data_label=say("Role")),
        tag("td", say.country(country) if country else unknown, data_label=say("Side")),
        tag("td", say.number(int(row["events"])), data_label=say("Events")),
        tag("td", say.date(date) if date else unknown, data_label=say("Last")),
        class_=class_,
    )  # fmt: skip
