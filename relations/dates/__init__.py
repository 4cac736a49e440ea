"""Dates as press copy writes them → EDTF, with the words they rest on."""

from relations.dates.reader import read
from relations.dates.row import DateRow
from relations.dates.stamp import Stamp, read_stamp

__all__ = ["DateRow", "Stamp", "read", "read_stamp"]
