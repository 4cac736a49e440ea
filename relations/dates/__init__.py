"""Dates as press copy writes them → EDTF, with the words they rest on."""
