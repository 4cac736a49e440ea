"""Charts that PowerPoint draws itself, so that a presenter can change them: sectors, coverage, turnover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from relations.charts.theme import LIGHT
from relations.charts.twins import summary_text, table_twin
from relations.export.cited import Cited
from relations.export.deck import BOTTOM, EDGE, TOP, WIDTH, Deck, described, units
from relations.export.slide_notes import write_notes
from relations.export.slide_tables import Cell, table_slides
from relations.export.slide_text import Run, coloured, fonts, rgb, tag_of
from relations.export.timeline_bars import Box
from relations.export.turnover import stated
from relations.views.scene import Scene

if TYPE_CHECKING:
    from pptx.slide import Slide

PLACE = Box(EDGE, TOP, WIDTH - 2 * EDGE, BOTTOM - TOP)
_MOST_SECTORS = 16
_SIZE = 12
_MOST_LEVEL = 20


def _chart(slide: Slide, kind: str, data: Any, box: Box, deck: Deck, title: str, summary: str) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    frame = slide.shapes.add_chart(getattr(XL_CHART_TYPE, kind), *map(units, box), data)
    described(frame, summary, title)
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(_SIZE)
    coloured(chart.font, LIGHT.ink)
    properties = chart.font._rPr
    properties.set("lang", tag_of(deck.language))
    fonts(properties)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    if deck.turned:
        properties.getparent().set("rtl", "1")
    # The library numbers axes below zero, which the schema forbids.
    for tag in ("axId", "crossAx"):
        for number in chart._chartSpace.iter(qn(f"c:{tag}")):
            number.set("val", str(abs(int(number.get("val")))))
    return chart


def _look(series: Any, colour: str, hatched: bool = False) -> None:
    from pptx.enum.dml import MSO_PATTERN

    own = rgb(colour)
    if hatched:
        series.format.fill.patterned()
        series.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        series.format.fill.fore_color.rgb = own
        series.format.fill.back_color.rgb = rgb(LIGHT.paper)
        series.format.line.color.rgb = own
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = own
    if hasattr(series, "invert_if_negative"):
        series.invert_if_negative = False


def _values(axis: Any, gridlines: bool = True) -> None:
    """Draw an axis of numbers quietly."""
    axis.has_major_gridlines = gridlines
    if gridlines:
        coloured_line(axis.major_gridlines.format.line)
    coloured_line(axis.format.line)
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.number_format = "0"


def coloured_line(line: Any) -> None:
    """Draw a line in the colour of grids."""
    line.color.rgb = rgb(LIGHT.line)


def _labels(plot: Any, size: float, colour: str) -> None:
    """Write each value that is none on its bar."""
    from pptx.util import Pt

    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.number_format_is_linked = False
    labels.number_format = "0;;;"
    labels.font.size = Pt(size)
    coloured(labels.font, colour)


def sectors_slide(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add how many events each sector has, what is planned apart from what happened."""
    from pptx.chart.data import CategoryChartData

    say, shown = scene.say, scene.shown
    table = table_twin("sectors", shown.events, shown.event_sectors, language=say.language).head(_MOST_SECTORS)
    if table.empty:
        return
    data = CategoryChartData(number_format="0")
    data.categories = table["label"].tolist()
    data.add_series(say("Happened"), table["happened"].tolist())
    data.add_series(say("Planned"), table["planned"].tolist())
    slide = deck.slide(say("Sectors"))
    summary = summary_text("sectors", shown.events, shown.event_sectors, language=say.language)
    chart = _chart(slide, "BAR_STACKED", data, PLACE, deck, say("Sectors"), summary)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for series, hatched in zip(plot.series, (False, True), strict=True):
        _look(series, LIGHT.happened, hatched)
    _series_labels(plot)
    chart.category_axis.reverse_order = True  # the first at the top
    coloured_line(chart.category_axis.format.line)
    _values(chart.value_axis)
    chart.value_axis.reverse_order = deck.turned
    chart.value_axis.minimum_scale = 0
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    counted = shown.event_sectors.loc[shown.event_sectors["sector"].isin(table["sector"]), "event_id"]
    rows = shown.events[shown.events["event_id"].isin(counted)].sort_values(["earliest", "latest"])
    write_notes(deck, slide, scene, cited, summary, [], cited.of(rows["event_id"].astype(str)))


def _series_labels(plot: Any) -> None:
    """Write values on bars, in a colour that stands out from each bar."""
    from pptx.util import Pt

    for series, colour in zip(plot.series, (LIGHT.paper, LIGHT.ink), strict=True):
        labels = series.data_labels
        labels.show_value = True
        labels.number_format_is_linked = False
        labels.number_format = "0;;;"
        labels.font.size = Pt(_SIZE - 1)
        labels.font.bold = True
        coloured(labels.font, colour)


def coverage_slide(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add how many articles there are of each year and language."""
    from pptx.chart.data import CategoryChartData

    say, articles = scene.say, scene.shown.articles
    table = table_twin("coverage", articles, language=say.language, months=12)
    if table.empty:
        return
    years = range(int(table["period"].min()), int(table["period"].max()) + 1)
    counts = table.pivot_table(index="period", columns="language", values="articles", aggfunc="sum").fillna(0)
    labels = table.drop_duplicates("language").set_index("language")["label"]
    order = counts.sum().sort_values(ascending=False, kind="stable").index
    data = CategoryChartData(number_format="0")
    data.categories = [str(year) for year in years]
    for code in order:
        own = counts[code]
        data.add_series(labels[code], [int(own.get(str(year), 0)) for year in years])
    slide = deck.slide(say("Coverage"))
    summary = summary_text("coverage", articles, language=say.language)
    chart = _chart(slide, "COLUMN_STACKED", data, PLACE, deck, say("Coverage"), summary)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 100
    for n, series in enumerate(plot.series):
        _look(series, LIGHT.series[n % len(LIGHT.series)])
    coloured_line(chart.category_axis.format.line)
    if len(years) > _MOST_LEVEL:
        _turn(chart.category_axis)
    _values(chart.value_axis)
    if deck.turned:  # time runs from left to right, as in the timeline; the numbers stand where reading begins
        _axis_at_end(chart)
    write_notes(deck, slide, scene, cited, summary, [])


def _turn(axis: Any) -> None:
    """Let the words of an axis stand upright, one beside the other."""
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    axis.tick_labels.font.size = Pt(_SIZE - 2)
    axis._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("rot", "-5400000")


def _axis_at_end(chart: Any) -> None:
    """Let the axis of values stand at the right, where reading begins."""
    from pptx.oxml.ns import qn

    # In the axis itself: where python-pptx would set it, it stays without effect.
    chart.value_axis._element.find(qn("c:crosses")).set("val", "max")


def turnover_slides(deck: Deck, scene: Scene, cited: Cited) -> None:
    """Add what sources state of the turnover: points by year where there are any, and every value with its sources."""
    from babel.numbers import get_currency_name
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_MARKER_STYLE

    say = scene.say
    currency, values = stated(scene, cited)
    if not values:
        return
    name = get_currency_name(currency, locale=say.language)
    title = say("Trade turnover as sources state it, million ({currency})", currency=name)
    points = [one for one in values if one.year]
    notes = [cited.notes[number - 1] for number in sorted({n for one in values for n in one.numbers})]
    kinds = {False: say("measured"), True: say("target")}
    summary = f"{title}: " + "; ".join(
        f"{say.date(str(one.period))} – {say.number(one.value)} ({kinds[one.target]})" for one in points
    )
    if len({one.year for one in points}) > 1:
        slide = deck.slide(title)
        data = XyChartData(number_format="#,##0")
        used = [target for target in kinds if any(one.target == target for one in points)]
        for target in used:
            series = data.add_series(kinds[target])
            for one in sorted(points, key=lambda one: one.year or 0):
                if one.target == target:
                    series.add_data_point(one.year, one.value)
        chart = _chart(slide, "XY_SCATTER", data, PLACE, deck, title, summary)
        for target, series in zip(used, chart.plots[0].series, strict=True):
            series.format.line.fill.background()
            series.marker.style = XL_MARKER_STYLE.DIAMOND if target else XL_MARKER_STYLE.CIRCLE
            series.marker.size = 11
            _look(series.marker, LIGHT.today if target else LIGHT.happened)
        _values(chart.value_axis)
        chart.value_axis.tick_labels.number_format = "#,##0"
        chart.value_axis.minimum_scale = 0
        _values(chart.category_axis, gridlines=False)
        years = [one.year for one in points if one.year]
        chart.category_axis.minimum_scale, chart.category_axis.maximum_scale = min(years) - 1, max(years) + 1
        chart.category_axis.major_unit = max(1, (max(years) - min(years) + 2) // 12)
        if deck.turned:
            _axis_at_end(chart)
        write_notes(deck, slide, scene, cited, summary, [], notes)
    heads = [say("Period"), say("Value, million"), say("Status"), say("Sources")]
    rows: list[Sequence[Cell]] = [
        [
            [[Run(say.date(one.period) if one.period else say("no date"), _SIZE)]],
            [[Run(say.number(one.value), _SIZE, True)]],
            [[Run(kinds[one.target], _SIZE)]],
            [[Run(f"[{', '.join(map(str, one.numbers))}]", _SIZE, colour=LIGHT.quiet)]],
        ]
        for one in values
    ]
    for slide, _ in table_slides(deck, title, heads, rows, (4, 3, 3, 3), summary):
        write_notes(deck, slide, scene, cited, title, [], notes)
