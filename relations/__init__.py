"""Follow the relations between two countries: from news articles to dated, sourced events.

>>> import relations
>>> coded = relations.code("The embassy was opened in Islamabad in 1994.", published="2024-12-12")
>>> coded.events[0].date
'1994'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relations import charts, export
    from relations.coding import code
    from relations.dossier import open_dossier as open
    from relations.dossier.build import build
    from relations.errors import RelationsError

# Loaded at first use, so that importing this package costs nothing.
_PUBLIC = {
    "open": ("relations.dossier", "open_dossier"),
    "build": ("relations.dossier.build", "build"),
    "code": ("relations.coding", "code"),
    "charts": ("relations.charts", None),
    "export": ("relations.export", None),
    "RelationsError": ("relations.errors", "RelationsError"),
}

__all__ = ["RelationsError", "build", "charts", "code", "export", "open"]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"relations has no {name!r}; its public names are {', '.join(__all__)}")
    module, attribute = _PUBLIC[name]
    loaded = import_module(module)
    return getattr(loaded, attribute) if attribute else loaded


def __dir__() -> list[str]:
    return sorted(__all__)
