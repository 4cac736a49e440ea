"""The same event told by many articles, in many languages → one event with all its evidence."""

from relations.merging.events import Event, merge
from relations.merging.outcomes import as_of, link_plans
from relations.merging.statements import Statement

__all__ = ["Event", "Statement", "as_of", "link_plans", "merge"]
