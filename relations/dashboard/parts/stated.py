"""Figures as sources state them: which indicator is drawn, what the chart shows, and its table with the quotes."""

from __future__ import annotations

from relations.charts.figures_twin import amount
from relations.charts.twins import summary_text
from relations.views.markup import Html, facts, join, link, tag
from relations.views.quotes import foreign, shorten
from relations.views.scene import Row, Scene, text
from relations.views.stated import chosen, name
from relations.views.words import mark

MOST = 200
AROUND = 90  # characters of the article before and after the number
STATUSES = {"measured": mark("Measured"), "target": mark("Target")}


def summary(scene: Scene) -> Html:
    """Return the buttons that choose the indicator, and what the chart shows in one sentence."""
    groups, figures, key = chosen(scene)
    if groups.empty:
        return join([scene.say("No two figures of one kind with a period among the articles shown.")])
    buttons = [
        tag(
            "button", name(scene, row), tag("small", scene.say.number(int(row["n"]))), type="button", class_="toggle",
            data_do="state", data_name="indicator", data_value=row["key"], id=f"indicator-{number}",
            aria_pressed="true" if row["key"] == key else "false",
        )
        for number, row in enumerate(groups.head(12).to_dict("records"))
    ]  # fmt: skip
    told_in_words = summary_text("figures_stated", figures, language=scene.say.language)
    choice = tag("span", *buttons, role="group", aria_label=scene.say("Indicator"), class_="choice")
    return join([choice, tag("span", told_in_words)])


def table(scene: Scene) -> Html:
    """Return every statement: period, value, whether it is a target, the words of the source, and the source."""
    say = scene.say
    _, figures, _ = chosen(scene)
    articles = scene.archive.dossier.articles
    about = articles[articles["article_id"].isin(figures["article_id"])]
    columns = ["article_id", "title", "published", "language", "publisher", "url", "text"]
    rows = figures.merge(about[columns], on="article_id", how="left").sort_values(
        ["earliest", "latest", "value", "article_id"], na_position="last"
    )
    several = rows.groupby(["period", "status"])["value"].transform("nunique").gt(1)
    body = (
        _row(scene, row, bool(differs))
        for row, differs in zip(rows.head(MOST).to_dict("records"), several.head(MOST), strict=True)
    )
    more = len(rows) - MOST
    rest = say.count("{n} more: narrow the filters", "{n} more: narrow the filters", more) if more > 0 else None
    heads = (say("Period"), say("Value"), say("Status"), say("What the source says"), say("Said by"))
    return join(
        [
            tag(
                "table",
                tag("caption", say("Figures as stated"), class_="sr"),
                tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
                tag("tbody", *body),
            ),
            rest and tag("p", rest, class_="quiet"),
        ]
    )


def _row(scene: Scene, row: Row, differs: bool) -> Html:
    say, language = scene.say, text(row["language"])
    period, published = text(row["period"]), text(row["published"])
    start, end, whole = int(row["start"]), int(row["end"]), text(row["text"]) or ""
    before, after = whole[max(0, start - AROUND) : start], whole[end : end + AROUND]
    words = join([f"… {before}", tag("mark", whole[start:end] or row["quote"]), f"{after} …"])
    source = link(text(row["url"]), text(row["publisher"]) or shorten(text(row["title"]) or say("untitled"), 60))
    return tag(
        "tr",
        tag("td", say.date(period) if period else say("no period stated")),
        tag(
            "td", tag("bdi", amount(row["value"], str(row["unit"]), row["currency"], say.language)),
            tag("small", say("sources differ")) if differs else None,
        ),
        tag("td", say(STATUSES[row["status"]])),
        tag("td", foreign(words, language)),
        tag("td", facts([source, say.date(published) if published else say("no date")])),
    )  # fmt: skip
