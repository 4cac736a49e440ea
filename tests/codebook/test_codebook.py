"""The codebook is whole: labels in every language, crosswalks of the right form."""

from __future__ import annotations

import re

import pytest

from relations import codebook, languages

# PLOVER's event roots (Open Event Data Alliance, 2023).
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT".split()
)
TYPES = set(
    "recognition relations-established mission-opened visit meeting consultation call commission forum agreement "
    "appointment transport-link trade-transaction statistic culture-education security-exercise aid "
    "anniversary other".split()
)
SECTORS = set(
    "trade investment transport logistics customs agriculture veterinary energy mining industry finance digital "
    "science education culture tourism health pharma defence security environment water space labour-migration "
    "consular parliament sport media humanitarian construction textile food".split()
)


def test_the_codes_are_those_of_the_guidelines() -> None:
    assert set(codebook.event_types()) == TYPES
    assert set(codebook.sectors()) == SECTORS


@pytest.mark.parametrize("entries", [codebook.event_types, codebook.sectors, codebook.lanes])
def test_every_label_is_there_and_its_own(entries) -> None:  # type: ignore[no-untyped-def]
    spoken = {language for entry in entries().values() for language in entry.label}
    assert spoken >= {*codebook.LABELS, *languages.codes()}
    for language in spoken:
        labels = [entry.label[language] for entry in entries().values()]
        assert all(label.strip() == label and label for label in labels)
        assert len(set(labels)) == len(labels), language


def test_crosswalks() -> None:
    for kind in codebook.event_types().values():
        assert kind.plover is None or kind.plover in PLOVER
        assert kind.cameo is None or re.fullmatch(r"\d{2,4}", kind.cameo)
        assert (kind.plover is None) == (kind.cameo is None)
    for sector in codebook.sectors().values():
        assert all(re.fullmatch(r"\d{5}", code) for code in sector.dac)
