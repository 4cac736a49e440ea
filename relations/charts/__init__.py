"""Tables to plotly figures: pure functions, no widgets, no state. Every chart has a table twin and a summary."""

from relations.charts.caption import captioned, source_line
from relations.charts.coverage import coverage
from relations.charts.dates import date_text
from relations.charts.figures_stated import figures_stated
from relations.charts.headlines import headline
from relations.charts.sector_years import sector_years
from relations.charts.sectors import sectors
from relations.charts.timeline import timeline
from relations.charts.timeline_twin import undated
from relations.charts.twins import summary_text, table_twin

__all__ = [
    "captioned",
    "coverage",
    "date_text",
    "figures_stated",
    "headline",
    "sector_years",
    "sectors",
    "source_line",
    "summary_text",
    "table_twin",
    "timeline",
    "undated",
]
