"""The tidy tables: their contracts, and the data package they are written as."""

from relations.tables.contracts import check, contracts, frame

__all__ = ["check", "contracts", "frame"]
