"""Tables to plotly figures: pure functions, no widgets, no state. Every chart has a table twin and a summary."""

from relations.charts.dates import date_text
from relations.charts.headlines import headline
from relations.charts.timeline import timeline

__all__ = ["date_text", "headline", "timeline"]
