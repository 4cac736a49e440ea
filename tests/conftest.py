"""Settings that hold for every test."""

from __future__ import annotations

from hypothesis import settings

# A slow machine is no wrong answer: the first example pays for reading the language files.
settings.register_profile("relations", deadline=None)
settings.load_profile("relations")
