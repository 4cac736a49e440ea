"""What is in a PPTX, as its tests look at it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def deck(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def groups(slide: Any) -> list[Any]:
    """The events of a timeline: groups of a mark and perhaps its label."""
    return [shape for shape in slide.shapes if shape.shape_type is not None and shape.shape_type == 6]


def rectangle(shape: Any) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def touch(one: tuple[int, ...], other: tuple[int, ...], slack: int = 9525) -> bool:
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


def tables(presentation: Any) -> Iterator[tuple[Any, Any]]:
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.has_table:
                yield slide, shape.table


def charts(presentation: Any) -> dict[str, Any]:
    """The charts by the title of their slide."""
    return {
        slide.shapes.title.text_frame.text: shape.chart
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_chart
    }


def xml_parts(content: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: etree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
