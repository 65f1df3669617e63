# SPDX-License-Identifier: MIT
"""The DOCX: real headings, boxes to tick, every text, and no clock inside."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx

from generator.export import docx as docx_export
from generator.views import Checklist, ChecklistItem
from tests.sample_checklist import AS_OF, HOSTILE, SAMPLE, squeezed, texts, with_item

WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(checklist: Checklist) -> Any:
    return docx.Document(io.BytesIO(docx_export.export(checklist, as_of=AS_OF)))


def test_docx_has_real_headings() -> None:
    found = [(p.style.name, p.text) for p in read_docx(SAMPLE).paragraphs]
    headings = [(style, text) for style, text in found if style.startswith("Heading")]
    assert headings == [
        ("Heading 1", SAMPLE.title),
        *(("Heading 2", section.title) for section in SAMPLE.sections),
    ]


def test_docx_has_one_box_for_each_task_each_with_its_own_id() -> None:
    body = read_docx(SAMPLE).element.body
    ids = [element.get(f"{WORD}val") for element in body.iterfind(f".//{WORD}sdtPr/{WORD}id")]
    assert ids == ["1", "2", "3", "4"]
    assert len(body.findall(f".//{WORD_2010}checkbox")) == 4


def test_docx_paragraphs_name_styles_that_exist() -> None:
    document = read_docx(SAMPLE)
    used = set(document.element.body.xpath(".//w:pStyle/@w:val"))
    assert {"LubiaoVerdict", "LubiaoStatute", "LubiaoLetter", "LubiaoCondition"} < used
    assert used <= {style.style_id for style in document.styles}


def test_docx_holds_every_text() -> None:
    found = squeezed("".join(paragraph.text for paragraph in read_docx(SAMPLE).paragraphs))
    for text in texts(SAMPLE):
        assert squeezed(text) in found


def test_docx_metadata_and_language() -> None:
    document = read_docx(SAMPLE)
    about = document.core_properties
    assert (about.title, about.author, about.language) == (SAMPLE.title, "退款路标", "zh-CN")
    assert about.created.date() == about.modified.date() == AS_OF
    languages = document.styles.element.xpath("//w:style[@w:styleId='Normal']//w:lang/@w:eastAsia")
    assert languages == ["zh-CN"]


def test_docx_footer_tells_page_and_day_of_check() -> None:
    footer = read_docx(SAMPLE).sections[0].footer.paragraphs[0]
    assert "法条核对日期 2026-10-30" in footer.text
    assert footer._p.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_docx_keeps_hostile_text_as_text() -> None:
    item = ChecklistItem(HOSTILE, notes=(HOSTILE,), condition=HOSTILE)
    found = "\n".join(p.text for p in read_docx(with_item(item, "letter")).paragraphs)
    assert found.count(HOSTILE) == 3


def test_docx_zip_has_no_clock_and_sorted_names() -> None:
    packed = zipfile.ZipFile(io.BytesIO(docx_export.export(SAMPLE, as_of=AS_OF)))
    assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert packed.namelist() == sorted(packed.namelist())
    assert not [name for name in packed.namelist() if "thumbnail" in name]
