"""Slides, read back with python-pptx and compared with the tables; and what makes PowerPoint call a file broken."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from pptx_parts import A, C, P, R, charts, deck, groups, rectangle, tables, touch, xml_parts

from relations.charts.timeline_events import dated_mask
from relations.charts.twins import table_twin
from relations.errors import ExportError
from relations.export.cited import web_address
from relations.export.slides import slides
from relations.views.archive import Archive
from relations.views.filters import Selection
from relations.views.scene import Scene

LANGUAGES = ("en", "kk", "ru", "ur")


@pytest.fixture(scope="module")
def files(shipped: Archive) -> dict[str, bytes]:
    return {language: slides(Scene(shipped, language=language)) for language in LANGUAGES}


def test_the_deck_is_16_to_9_and_every_slide_has_a_title_a_footer_and_its_number(files: dict[str, bytes]) -> None:
    made = deck(files["en"])
    assert made.slide_width * 9 == made.slide_height * 16
    for number, slide in enumerate(made.slides, start=1):
        assert slide.shapes.title.text_frame.text
        kinds = {one.placeholder_format.type.name: one.text_frame for one in slide.placeholders}
        assert "Kazakhstan – Pakistan · As of 10 Feb 2026" in kinds["FOOTER"].text
        assert kinds["SLIDE_NUMBER"]._txBody.find(f".//{A}fld").get("type") == "slidenum"
        assert kinds["SLIDE_NUMBER"]._txBody.find(f".//{A}t").text == str(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dated_event_is_a_shape_and_every_other_stands_in_a_table(
    files: dict[str, bytes], shipped: Archive, language: str
) -> None:
    made, events = deck(files[language]), shipped.dossier.events
    shown = {group.shapes[0].name for slide in made.slides for group in groups(slide)}
    known = dated_mask(events)
    assert shown == set(events.loc[known, "event_id"])
    first = next(n for n, slide in enumerate(made.slides) if groups(slide))
    later = [slide for slide in list(made.slides)[first:] if not groups(slide)]
    title = later[0].shapes.title.text_frame.text.partition(" (")[0]
    listed = [table for slide, table in tables(made) if slide.shapes.title.text_frame.text.partition(" (")[0] == title]
    assert sum(len(table.rows) - 1 for table in listed) == int((~known).sum())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_the_timeline_touches_anything(files: dict[str, bytes], language: str) -> None:
    made, seen = deck(files[language]), 0
    for slide in made.slides:
        marks = [rectangle(group.shapes[0]) for group in groups(slide)]
        labels = [rectangle(group.shapes[1]) for group in groups(slide) if len(group.shapes) == 2]
        seen += len(labels)
        for n, label in enumerate(labels):
            assert 0 <= label[0] and label[2] <= made.slide_width and label[3] <= made.slide_height
            assert not [other for other in labels[n + 1 :] if touch(label, other)]
            assert not [mark for mark in marks if touch(label, mark)]
        for n, mark in enumerate(marks):
            assert not [other for other in marks[n + 1 :] if touch(mark, other)]
    assert seen > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_drawn_once_beside_the_whole_period_and_an_edge_to_edge_bar_says_what_it_is(
    files: dict[str, bytes], shipped: Archive, language: str
) -> None:
    first, *slides_of = [slide for slide in deck(files[language]).slides if groups(slide)]
    drawn = Counter(group.shapes[0].name for slide in slides_of for group in groups(slide))
    events = shipped.dossier.events.set_index("event_id")
    lasting = set(events.index[events["status"].eq("ongoing")])
    assert {name for name, times in drawn.items() if times > 1} <= lasting
    assert {group.shapes[0].name for group in groups(first)} == set(drawn)  # the page draws marks: so does it
    written = 0
    for slide in slides_of:
        for group in groups(slide):
            mark = group.shapes[0]
            if mark.width > 6_000_000:
                said = mark.text_frame.text or group.shapes[1].text_frame.text
                assert said.startswith(
                    Scene(shipped, language=language).label("event_types", events.at[mark.name, "type"])
                )
                written += bool(mark.text_frame.text)
    assert written > 3


def test_planned_is_hollow_and_every_event_is_told_in_words(files: dict[str, bytes], shipped: Archive) -> None:
    rows = shipped.events
    hollow = Counter()
    for slide in deck(files["en"]).slides:
        for group in groups(slide):
            mark = group.shapes[0]
            row = rows.loc[mark.name]
            told = group._element.find(f".//{P}cNvPr").get("descr")
            assert {"occurred": "Happened", "planned": "Planned", "ongoing": "Going on"}.get(row["status"], "") in told
            if "~" not in str(row["date"]):
                hollow[row["status"], str(mark.fill.fore_color.rgb) == "FFFFFF"] += 1
    assert hollow["planned", True] and hollow["occurred", False]
    assert not hollow["planned", False] and not hollow["occurred", True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_native_and_hold_what_the_tables_say(
    files: dict[str, bytes], shipped: Archive, language: str
) -> None:
    found, dossier = list(charts(deck(files[language])).values()), shipped.dossier
    sectors, turnover, coverage = found
    table = table_twin("sectors", dossier.events, dossier.event_sectors, language=language).head(16)
    assert list(sectors.plots[0].categories) == table["label"].tolist()
    happened, planned = sectors.plots[0].series
    assert (list(happened.values), list(planned.values)) == (table["happened"].tolist(), table["planned"].tolist())
    years = table_twin("coverage", dossier.articles, language=language, months=12)
    assert sum(sum(series.values) for series in coverage.plots[0].series) == years["articles"].sum()
    assert {series.name for series in coverage.plots[0].series} == set(years["label"])
    stated = dossier.figures[dossier.figures["indicator"].eq("trade-turnover") & dossier.figures["currency"].eq("USD")]
    by_year = stated[stated["period"].astype("str").str.fullmatch(r"\d{4}").fillna(False)]
    pairs = {
        (float(x.text), float(y.text))
        for series in turnover.plots[0].series
        for x, y in zip(
            series._element.findall(".//{*}xVal//{*}v"), series._element.findall(".//{*}yVal//{*}v"), strict=True
        )
    }
    assert pairs == {(float(p), v / 1e6) for p, v in zip(by_year["period"], by_year["value"], strict=True)}


def test_commitments_are_a_table_with_what_became_of_each(files: dict[str, bytes], shipped: Archive) -> None:
    told = Counter(
        row.cells[3].text_frame.text
        for slide, table in tables(deck(files["en"]))
        if slide.shapes.title.text_frame.text.startswith("Commitments")
        for row in list(table.rows)[1:]
    )
    outcomes = Counter(shipped.dossier.events["outcome"].dropna().str.capitalize())
    assert told == outcomes and len(told) > 1


@pytest.mark.parametrize("language", ["en", "ur"])
def test_sources_are_numbered_linked_and_told_in_the_notes(
    files: dict[str, bytes], shipped: Archive, language: str
) -> None:
    made, articles = deck(files[language]), shipped.dossier.articles
    last = list(tables(made))[-1][0].shapes.title.text_frame.text.partition(" (")[0]
    found = {}
    for slide, table in tables(made):
        if slide.shapes.title.text_frame.text.partition(" (")[0] != last:
            continue
        for row in list(table.rows)[1:]:
            number, words = (list(row.cells)[:: -1 if language == "ur" else 1])[:2]
            links = [run.hyperlink.address for p in words.text_frame.paragraphs for run in p.runs]
            found[int(number.text_frame.text)] = links[0]
    assert sorted(found) == list(range(1, len(articles) + 1))
    assert set(found.values()) == {web_address(url) for url in articles["url"]}
    for slide in made.slides:
        notes = slide.notes_slide.notes_text_frame.text
        assert notes
        cited = {int(n) for marks in re.findall(r"\[([\d, ]+)\]", notes) for n in marks.split(",")}
        assert cited <= set(found)
        if groups(slide):
            assert cited


def test_every_run_names_its_language_and_the_fonts_of_every_script(files: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        tags = Counter()
        for name, root in xml_parts(files[language]).items():
            if not name.startswith("ppt/slides/slide"):
                continue
            for run in root.iter(f"{A}r"):
                properties = run.find(f"{A}rPr")
                tags[properties.get("lang").partition("-")[0]] += 1
                assert [properties.find(f"{A}{font}").get("typeface") for font in ("latin", "ea", "cs")] == [
                    "+mn-lt", "+mn-ea", "+mn-cs",
                ]  # fmt: skip
        assert tags.most_common(1)[0][0] == language
    theme = xml_parts(files["ur"])["ppt/theme/theme1.xml"]
    assert {font.get("typeface") for font in theme.iter(f"{A}cs")} == {"Arial"}


def test_urdu_runs_from_right_to_left(files: dict[str, bytes]) -> None:
    for name, root in xml_parts(files["ur"]).items():
        if not name.startswith("ppt/slides/slide"):
            continue
        for paragraph in root.iter(f"{A}p"):
            spoken = {run.find(f"{A}rPr").get("lang") for run in paragraph.findall(f"{A}r")}
            if "ur-PK" in spoken:
                assert paragraph.find(f"{A}pPr").get("rtl") == "1"
    sectors, *_ = charts(deck(files["ur"])).values()
    assert sectors.value_axis.reverse_order
    english, *_ = charts(deck(files["en"])).values()
    assert not english.value_axis.reverse_order
    commitments = {
        language: next(table for _, table in tables(deck(files[language])) if len(table.columns) == 4).columns
        for language in ("en", "ur")
    }
    assert [c.width for c in commitments["ur"]] == [c.width for c in commitments["en"]][::-1]


def check_strictly(content: bytes) -> None:
    """What makes PowerPoint offer a repair."""
    parts = xml_parts(content)
    for name, root in parts.items():
        folder = name.rpartition("/")[0]
        if name.endswith(".rels"):
            ids = [one.get("Id") for one in root]
            assert len(ids) == len(set(ids)), name
            for one in root:
                assert one.get("TargetMode") != "External" or web_address(one.get("Target")) == one.get("Target")
            continue
        relations = parts.get(f"{folder}/_rels/{name.rpartition('/')[2]}.rels")
        known = {one.get("Id") for one in relations} if relations is not None else set()
        for element in root.iter(etree_element()):
            used = {value for key, value in element.attrib.items() if key.startswith(R)}
            assert used <= known, name
        if name.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/slideLayouts/", "ppt/slideMasters/")):
            ids = [one.get("id") for one in root.iter(f"{P}cNvPr")]
            assert len(ids) == len(set(ids)), name
        for axis in (one for tag in ("axId", "crossAx") for one in root.iter(f"{C}{tag}")):
            assert int(axis.get("val")) >= 0, name
        for paragraph in root.iter(f"{A}p"):
            order = [child.tag for child in paragraph]
            assert f"{A}pPr" not in order[1:], name
        for extent in [*root.iter(f"{A}ext")]:
            assert all(int(extent.get(side, "0")) >= 0 for side in ("cx", "cy")), name
        for properties in root.iter(f"{A}rPr"):
            assert 100 <= int(properties.get("sz", "1200")) <= 400_000
            order = [child.tag.rpartition("}")[2] for child in properties]
            wanted = ["ln", "solidFill", "latin", "ea", "cs", "hlinkClick"]
            assert order == sorted(order, key=wanted.index), name


def etree_element() -> str:
    return "*"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_nothing_in_it_calls_for_a_repair(files: dict[str, bytes], language: str) -> None:
    check_strictly(files[language])


def test_hostile_words_do_nothing(archive: Archive) -> None:
    content = slides(Scene(archive, language="ur"))
    check_strictly(content)
    text = "".join("".join(root.itertext()) for name, root in xml_parts(content).items() if "slides/" in name.lower())
    assert "<script>" in text  # shown as the words they are
    assert "\u202e" not in text and "_x0000_" not in text


def test_filters_hold_and_are_told_on_the_first_slide(shipped: Archive) -> None:
    scene = Scene(shipped, Selection(since=2024, sectors=frozenset({"trade"})), "en")
    made = deck(slides(scene))
    shown = {group.shapes[0].name for slide in made.slides for group in groups(slide)}
    kept = scene.shown.events
    assert shown == set(kept.loc[dated_mask(kept), "event_id"]) and 0 < len(shown) < len(shipped.dossier.events)
    cover = made.slides[0].placeholders[1].text_frame.text
    assert "Period: 2024" in cover and "Sectors: Trade" in cover


def test_a_selection_that_leaves_nothing_still_makes_a_deck(shipped: Archive) -> None:
    made = deck(slides(Scene(shipped, Selection(text="no such words at all"))))
    assert [slide.shapes.title.text_frame.text for slide in made.slides][:2] == [
        "Kazakhstan – Pakistan",
        "Headline figures",
    ]


def test_sections_are_chosen_by_name(shipped: Archive) -> None:
    made = deck(slides(Scene(shipped), ["sectors"]))
    assert [slide.shapes.title.text_frame.text for slide in made.slides] == ["Kazakhstan – Pakistan", "Sectors"]
    with pytest.raises(ExportError, match="'quotes' is no section of a briefing; choose from figures, timeline"):
        slides(Scene(shipped), ["quotes"])


def test_a_timeline_of_thousands_is_one_slide_of_counts() -> None:
    from synthetic import dossier

    scene = Scene(Archive(dossier(events=3000, articles=40)))
    made = deck(slides(replace(scene, language="kk"), ["timeline"]))
    timeline = made.slides[1]
    assert not [slide for slide in made.slides if groups(slide)]
    assert len(timeline.shapes) > 100
