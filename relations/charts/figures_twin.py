"""Figures as stated, without a picture: which can be compared, the table behind the chart, and one sentence."""

from __future__ import annotations

from typing import Any

import pandas as pd

from relations.charts.dates import date_text
from relations.charts.safe_text import clean
from relations.charts.words import catalogue, count, say, speaks

CURRENCY = "currency"  # the unit of figures that are money
_SEPARATOR = "."
_MIXED = ("amount", "quantity")  # what they count was not told: two of them cannot be compared
KEYS = ["indicator", "unit", "currency"]


def indicator_label(indicator: str, language: str) -> str:
    """Return the name of what is counted in the reader's language; the code itself where there is none.

    Examples
    --------
    >>> indicator_label("trade-turnover", "ru"), indicator_label("other", "ru")
    ('товарооборот', 'other')
    """
    key = f"figure-{indicator}"
    return say(key, language) if key in catalogue() else clean(indicator, 40)


def amount(value: float, unit: str, currency: Any, language: str) -> str:
    """Return a number with its unit as the language writes it, shortened (CLDR).

    Examples
    --------
    >>> amount(57e6, "currency", "USD", "en"), amount(219.12e6, "currency", "USD", "en")
    ('57M USD', '219.12M USD')
    """
    from babel.numbers import format_compact_decimal, format_decimal

    spoken = speaks(language)
    long = abs(value) >= 10_000
    text = (format_compact_decimal(value, locale=spoken, fraction_digits=2, format_type="short") if long
            else format_decimal(value, locale=spoken))  # fmt: skip
    if unit == CURRENCY:
        return f"{text} {clean(str(currency), 10)}" if currency and not pd.isna(currency) else text
    return f"{text}\N{NO-BREAK SPACE}{clean(unit, 20)}"


def comparable(figures: pd.DataFrame) -> pd.DataFrame:
    """Return what can be drawn in one chart: one indicator, unit and currency; the most stated first.

    Returns
    -------
    pandas.DataFrame
        ``key`` (for an address), ``indicator``, ``unit``, ``currency``, ``n`` statements, of them ``dated``; only with
        two or more that have a period.
    """
    named = figures[~figures["indicator"].isin(_MIXED)]
    named = named[KEYS].assign(dated=named["period"].notna())
    table = named.groupby(KEYS, dropna=False, observed=True)["dated"].agg(n="size", dated="sum").reset_index()
    table = table[table["dated"].ge(2)].sort_values(
        ["n", *KEYS], ascending=[False, True, True, True], ignore_index=True
    )
    currency = table["currency"].astype(object).where(table["currency"].notna(), "")
    return table.assign(key=table["indicator"].astype(str) + _SEPARATOR + table["unit"].astype(str) + _SEPARATOR
                        + currency.astype(str))  # fmt: skip


def stated_table(figures: pd.DataFrame, language: str = "en") -> pd.DataFrame:
    """Return the table twin of `figures_stated`: each value with its period and how many articles state it.

    Returns
    -------
    pandas.DataFrame
        `KEYS`, ``label``, ``period``, ``period_text``, ``earliest``, ``latest``, ``value``, ``status``, ``articles``
        and ``differs`` (whether sources state another value of that status for that very period). In order of time,
        what has no period last.
    """
    keys = [*KEYS, "period", "earliest", "latest", "status", "value"]
    table = figures.groupby(keys, dropna=False, observed=True)["article_id"].nunique().reset_index(name="articles")
    several = table.groupby([*KEYS, "period", "status"], dropna=False, observed=True)["value"].transform("nunique")
    table["differs"] = several.gt(1) & table["period"].notna()
    table["label"] = [indicator_label(str(code), language) for code in table["indicator"]]
    table["period_text"] = [None if pd.isna(one) else date_text(one, language) for one in table["period"]]
    return table.sort_values(["earliest", "latest", "value"], na_position="last", ignore_index=True)


def stated_summary(figures: pd.DataFrame, language: str = "en") -> str:
    """Return `figures_stated` in one sentence of the reader's language."""
    table = stated_table(figures, language)
    dated = table[table["period"].notna()]
    if dated.empty:
        return say("no-figures", language)
    measured = dated[dated["status"].eq("measured")]
    newest = (measured if len(measured) else dated).iloc[-1]
    differ = dated.loc[dated["differs"], ["period", "status"]].drop_duplicates()
    return say(
        "figures-summary", language, label=str(newest["label"]), n=count("statements", len(figures), language),
        last=amount(newest["value"], str(newest["unit"]), newest["currency"], language),
        period=str(newest["period_text"]), differ=count("periods-differ", len(differ), language),
    )  # fmt: skip
