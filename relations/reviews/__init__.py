"""What people decided about coded rows: ``reviews.csv``, append-only, kept apart from everything built."""

from relations.reviews.applied import Applied, Reviewed, apply
from relations.reviews.decisions import FILE, Decision, standing
from relations.reviews.history import Conflict, conflicts, history
from relations.reviews.kappa import agreement
from relations.reviews.log import append, read
from relations.reviews.places import Places
from relations.reviews.regroup import Text

__all__ = [
    "FILE", "Applied", "Conflict", "Decision", "Places", "Reviewed", "Text", "agreement", "append", "apply",
    "conflicts", "history", "read", "standing",
]  # fmt: skip
