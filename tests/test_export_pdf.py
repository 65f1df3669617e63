# SPDX-License-Identifier: MIT
"""The PDF: tagged, complete, in columns if long, and plain about a character it lacks."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from generator.export import ExportError, pdf
from generator.views import Checklist, ChecklistItem, ChecklistSection
from tests.sample_checklist import AS_OF, HOSTILE, SAMPLE, squeezed, texts, with_item

FONTS = Path(__file__).parents[1] / "generator/export/fonts"


def read_pdf(checklist: Checklist) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.export(checklist, as_of=AS_OF)))


def pdf_text(checklist: Checklist) -> str:
    return squeezed("".join(page.extract_text() for page in read_pdf(checklist).pages))


def roles(node: Any) -> Iterator[str]:
    """The structure tags below a node, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from roles(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from roles(node["/K"])


def test_pdf_is_tagged_and_in_chinese() -> None:
    catalog = read_pdf(SAMPLE).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"].lower() == "zh-cn"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_pdf_structure_has_headings_lists_and_quotes() -> None:
    found = list(roles(read_pdf(SAMPLE).trailer["/Root"]["/StructTreeRoot"]))
    assert found.count("/H1") == 1
    assert found.count("/H2") == len(SAMPLE.sections)
    assert found.count("/L") == 2
    assert found.count("/LI") == 4
    assert found.count("/BlockQuote") == 2


def test_pdf_metadata_comes_from_the_checklist_and_as_of() -> None:
    about = read_pdf(SAMPLE).metadata
    assert about is not None
    assert about.title == SAMPLE.title
    assert about.author == "退款路标"
    assert about.creation_date is not None
    assert about.creation_date.date() == AS_OF


def test_pdf_holds_every_text() -> None:
    found = pdf_text(SAMPLE)
    for text in texts(SAMPLE):
        assert squeezed(text) in found


def test_pdf_footer_tells_page_and_day_of_check() -> None:
    found = pdf_text(SAMPLE)
    pages = len(read_pdf(SAMPLE).pages)
    assert all(f"第{page}页，共{pages}页" in found for page in range(1, pages + 1))
    assert "法条核对日期2026-10-30" in found


def test_pdf_links_to_the_page_on_the_site() -> None:
    notes = [a.get_object() for page in read_pdf(SAMPLE).pages for a in page.get("/Annots", [])]
    assert [note["/A"]["/URI"] for note in notes] == [SAMPLE.url]


@pytest.mark.parametrize("kind", ["tick", "steps", "text", "quote", "letter"])
def test_pdf_never_reads_data_as_markup(kind: str) -> None:
    item = ChecklistItem(HOSTILE, notes=(HOSTILE,), condition=HOSTILE)
    assert pdf_text(with_item(item, kind)).count(squeezed(HOSTILE)) == 3


def test_pdf_breaks_a_code_longer_than_the_line() -> None:
    code = "A1B2C3D4" * 30
    checklist = replace(with_item(ChecklistItem(code)), title="一个很长的标题" * 20)
    lines = read_pdf(checklist).pages[0].extract_text().splitlines()
    assert max(len(line) for line in lines if "A1B2" in line) < 100
    assert code in pdf_text(checklist)
    assert checklist.title in pdf_text(checklist)


def test_pdf_of_many_items_goes_on_over_pages() -> None:
    items = tuple(ChecklistItem(f"第{n}件事", notes=("说明",)) for n in range(60))
    checklist = replace(SAMPLE, sections=(ChecklistSection("很多", "tick", items),))
    found = pdf_text(checklist)
    assert "第2页" in found
    assert all(item.text in found for item in items)


def left_edges(checklist: Checklist, word: str) -> set[int]:
    """Where, in points from the left, the texts that hold `word` begin on the first page."""
    edges: set[int] = set()

    def note(text: str, page: list[float], line: list[float], *_: object) -> None:
        if word in text:
            edges.add(round(page[4] + line[4] * page[0]))

    read_pdf(checklist).pages[0].extract_text(visitor_text=note)
    return edges


@pytest.mark.parametrize(("count", "columns"), [(10, 1), (80, 2)])
def test_pdf_sets_a_long_checklist_in_two_columns(count: int, columns: int) -> None:
    items = tuple(
        ChecklistItem(f"做事{n}", notes=("把这件事情说得清清楚楚，一句不少。" * 2,))
        for n in range(count)
    )
    checklist = replace(SAMPLE, sections=(ChecklistSection("很多", "text", items),))
    assert len(left_edges(checklist, "做事")) == columns
    found = pdf_text(checklist)
    places = [found.index(f"做事{n}把") for n in range(count)]
    assert places == sorted(places)


def test_pdf_works_without_address_and_day() -> None:
    bare = replace(SAMPLE, url="", checked_on="", summary="", verdict="", disclaimer="")
    found = pdf_text(bare)
    assert "法条核对日期" not in found
    assert "网页上的这一页" not in found


def test_pdf_refuses_a_character_the_fonts_lack() -> None:
    checklist = with_item(ChecklistItem("可以", notes=("卡密写着𠮷字，没法用",)))
    with pytest.raises(ExportError, match="没有的字") as caught:
        pdf.export(checklist, as_of=AS_OF)
    message = str(caught.value)
    assert "“𠮷”（U+20BB7，见“卡密写着𠮷字，没法用”）" in message
    assert SAMPLE.title in message


def test_pdf_names_every_missing_character() -> None:
    with pytest.raises(ExportError, match=r"體.*😀"):
        pdf.export(with_item(ChecklistItem("體和😀")), as_of=AS_OF)


def test_fonts_are_those_that_were_recorded() -> None:
    lines = (FONTS / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    recorded = dict(reversed(line.split("  ")) for line in lines)
    shipped = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")
    }
    assert shipped == recorded
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
