"""Tables keep their contracts, and say where they do not."""

from __future__ import annotations

import pandas as pd
import pytest

from relations.errors import TableError
from relations.tables import check, contracts, frame

EVENT = {
    "event_id": "e1", "date": "1992-02", "type": "visit", "lane": "visits", "status": "occurred", "commitment": False,
    "summary": "words", "summary_language": "en", "n_articles": 1, "languages": "en", "confidence": 0.5,
}  # fmt: skip


def test_every_contract_is_whole() -> None:
    for contract in contracts().values():
        names = [column.name for column in contract.columns]
        assert len(set(names)) == len(names)
        assert set(contract.primary_key) <= set(names)
        for column in contract.columns:
            assert column.description
            assert column.references is None or len(contracts()[column.references].primary_key) == 1


@pytest.mark.parametrize("name", sorted(contracts()))
def test_an_empty_table_keeps_its_contract(name: str) -> None:
    check({name: frame(name, [])})


def test_rows_are_sorted_by_their_key() -> None:
    table = frame("event_sectors", [{"event_id": "b", "sector": "trade"}, {"event_id": "a", "sector": "trade"}])
    assert table["event_id"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"date": "Feb 1992"}, r"table events, row 0, column date: 'Feb 1992'; expected an EDTF date"),
        ({"status": "done"}, r"column status: 'done'; expected one of occurred, planned"),
        ({"confidence": 1.5}, r"column confidence: .*; expected at most 1"),
        ({"summary": None}, r"column summary: .*; expected a value"),
        ({"summary": ""}, r"column summary: '.*; expected a value"),  # a CSV file cannot tell empty from missing
        ({"n_articles": "many"}, r"column n_articles: .*; expected integer"),
        ({"colour": "red"}, r"row 0: unknown column 'colour'"),
    ],
)
def test_a_breach_names_table_row_and_column(change: dict[str, object], message: str) -> None:
    with pytest.raises(TableError, match=message):
        check({"events": frame("events", [{**EVENT, **change}])})


def test_a_key_stands_once() -> None:
    with pytest.raises(TableError, match=r"row 1: the key .* stands there twice"):
        check({"events": frame("events", [EVENT, EVENT])})


def test_references_are_held() -> None:
    tables = {
        "events": frame("events", []),
        "event_people": frame("event_people", [{"event_id": "e9", "person_id": "p"}]),
    }
    with pytest.raises(TableError, match="expected a event_id of table events"):
        check(tables)


def test_a_strange_table_is_refused() -> None:
    with pytest.raises(TableError, match="there is no table 'colours'"):
        check({"colours": pd.DataFrame()})
