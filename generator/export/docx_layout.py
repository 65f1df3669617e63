# SPDX-License-Identifier: MIT
"""How a checklist is laid out in Word. Needs python-docx."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor

from generator.export import docx_xml as xml
from generator.views import Checklist, ChecklistItem, ChecklistSection

FAMILY = "Microsoft YaHei"
INK, SOFT, BRAND, SIGNAL, WHITE = "1B2733", "4D5A65", "0F6B57", "8A5300", "FFFFFF"
ALL_SIDES = ("top", "left", "bottom", "right")
HANG, STEP_HANG, QUOTE_INDENT = Pt(20), Pt(36), Pt(10)
STATUTORY = "法定"
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Look:
    """A paragraph style: size and spacing in points, colour as RRGGBB."""

    size: float
    color: str
    bold: bool = False
    before: float = 0
    after: float = 3
    follows: bool = False


LOOKS = {
    "Normal": Look(10.5, INK, after=5),
    "Heading 1": Look(20, INK, bold=True, before=6, after=8, follows=True),
    "Heading 2": Look(13, BRAND, bold=True, before=16, after=6, follows=True),
    "Lubiao Verdict": Look(14, WHITE, bold=True, before=4, after=10),
    "Lubiao Condition": Look(9, SIGNAL, bold=True, before=6, after=1, follows=True),
    "Lubiao Note": Look(9.5, SOFT),
    "Lubiao Citation": Look(10.5, INK, bold=True, before=4, follows=True),
    "Lubiao Statute": Look(10, INK),
    "Lubiao Letter": Look(10.5, INK),
    "Lubiao Small": Look(8.5, SOFT),
}


@dataclass(frozen=True)
class Page:
    """The document being written, with the running number of its boxes."""

    document: Any
    boxes: Iterator[int] = field(default_factory=lambda: count(1))

    def add(self, style: str, text: str = "", indent: int = 0) -> Any:
        """A paragraph in a named style."""
        paragraph = self.document.add_paragraph(text)
        _set_paragraph_style(paragraph, style)
        if indent:
            paragraph.paragraph_format.left_indent = indent
        return paragraph


def write(checklist: Checklist, as_of: date) -> bytes:
    """The bytes of the Word file."""
    page = Page(docx.Document(io.BytesIO(_template())))
    _set_properties(page.document.core_properties, checklist, as_of)
    _write_margins(page.document.sections[0], checklist)
    _write_body(page, checklist)
    return xml.repack(_saved(page.document))


@functools.cache
def _template() -> bytes:
    """An empty document with our paper and styles; made once, for it takes most of the time."""
    document = docx.Document()
    _drop_unused(document.part.package, document.part, document.styles)
    _set_paper(document.sections[0])
    _set_styles(document.styles)
    return _saved(document)


def _saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _drop_unused(package: Any, part: Any, styles: Any) -> None:
    """The library's own template brings a picture of an empty page and a hundred table styles.

    The links go too: some viewers show a heading in the look of its linked character style.
    """
    for rels, kind in ((package.rels, "/thumbnail"), (part.rels, "/stylesWithEffects")):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(kind)]:
            del rels[key]
    for unused in styles.element.xpath(
        "w:style[@w:type='table' and not(@w:default)] | w:style/w:link"
    ):
        unused.getparent().remove(unused)


def _set_properties(core: Any, checklist: Checklist, as_of: date) -> None:
    moment = datetime.combine(as_of, time())
    core.created = core.modified = moment
    core.title, core.subject = checklist.title, ""
    core.author = core.last_modified_by = "退款路标"
    core.language, core.comments, core.revision = "zh-CN", "", 1


def _set_paper(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)


def _set_styles(styles: Any) -> None:
    defaults = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    xml.set_fonts(defaults, FAMILY)
    for name, look in LOOKS.items():
        _set_style(_style(styles, name), look)
    _set_frames(styles)


def _set_paragraph_style(paragraph: Any, name: str) -> None:
    """By id: python-docx would search all styles for the name, which costs most of the time."""
    paragraph._p.style = name.replace(" ", "")


def _style(styles: Any, name: str) -> Any:
    return styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def _set_style(style: Any, look: Look) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.color)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    spacing.line_spacing = 1.25
    spacing.keep_with_next = look.follows
    xml.set_fonts(style.element.get_or_add_rPr(), FAMILY)


def _set_frames(styles: Any) -> None:
    """Lines and fills that mark a style on paper."""
    letter = styles["Lubiao Letter"]
    letter.paragraph_format.left_indent = letter.paragraph_format.right_indent = QUOTE_INDENT
    xml.set_frame(letter.element.get_or_add_pPr(), ALL_SIDES, SOFT, 6)
    for name in ("Lubiao Citation", "Lubiao Statute"):
        styles[name].paragraph_format.left_indent = QUOTE_INDENT
        xml.set_frame(styles[name].element.get_or_add_pPr(), ("left",), BRAND, 12)
    styles["Lubiao Statute"].paragraph_format.first_line_indent = Pt(20)
    verdict = styles["Lubiao Verdict"]
    verdict.paragraph_format.left_indent = verdict.paragraph_format.right_indent = QUOTE_INDENT
    xml.set_frame(verdict.element.get_or_add_pPr(), ALL_SIDES, BRAND, 6)
    xml.set_paragraph_fill(verdict.element.get_or_add_pPr(), BRAND)


def _write_margins(section: Any, checklist: Checklist) -> None:
    """The lines above and below every page."""
    section.header.paragraphs[0].text = "退款路标　随身清单：做完一项，勾一项"
    checked = f"法条核对日期 {checklist.checked_on}" if checklist.checked_on else ""
    footer = section.footer.paragraphs[0]
    footer.add_run("　".join(filter(None, (checked, checklist.url, "第 "))))
    footer._p.append(xml.field("PAGE"))
    footer.add_run(" 页，共 ")
    footer._p.append(xml.field("NUMPAGES"))
    footer.add_run(" 页")
    for paragraph in (section.header.paragraphs[0], footer):
        _set_paragraph_style(paragraph, "Lubiao Small")


def _write_body(page: Page, checklist: Checklist) -> None:
    page.add("Heading 1", checklist.title)
    if checklist.verdict:
        page.add("Lubiao Verdict", f"▶ {checklist.verdict}")
    if checklist.summary:
        page.add("Normal", checklist.summary)
    for section in checklist.sections:
        page.add("Heading 2", section.title)
        SECTIONS[section.kind](page, section)
    page.add("Lubiao Small", checklist.disclaimer).paragraph_format.space_before = Pt(20)


def _write_ticks(page: Page, section: ChecklistSection) -> None:
    for item in section.items:
        _write_task(page, item, _is_bold(section), "", HANG)


def _write_steps(page: Page, section: ChecklistSection) -> None:
    for number, item in enumerate(section.items, 1):
        _write_task(page, item, _is_bold(section), f"{number}.", STEP_HANG)


def _is_bold(section: ChecklistSection) -> bool:
    """Tasks that come with much to read get bold titles, all of a section alike."""
    return any(len(item.notes) > 1 for item in section.items)


def _write_task(page: Page, item: ChecklistItem, bold: bool, number: str, hang: int) -> None:
    """A box, the number if any, the text; everything else indented below or above it."""
    _write_condition(page, item, hang)
    paragraph = page.add("Normal", indent=hang)
    paragraph.paragraph_format.first_line_indent = -hang
    for stop in {HANG, hang} if number else {hang}:
        paragraph.paragraph_format.tab_stops.add_tab_stop(stop)
    paragraph._p.append(xml.checkbox(next(page.boxes)))
    if number:
        paragraph.add_run(f"\t{number}").bold = True
    paragraph.add_run(f"\t{item.text}").bold = bold
    _add_tag(paragraph, item)
    _write_notes(page, item, "Lubiao Note", hang)
    paragraph.paragraph_format.keep_with_next = bool(item.notes)


def _write_paragraphs(page: Page, section: ChecklistSection) -> None:
    for item in section.items:
        _write_condition(page, item)
        _add_tag(page.add("Normal", item.text), item)
        _write_notes(page, item, "Lubiao Note")


def _write_quotes(page: Page, section: ChecklistSection) -> None:
    for item in section.items:
        _write_condition(page, item)
        _add_tag(page.add("Lubiao Citation", item.text), item)
        _write_notes(page, item, "Lubiao Statute")


def _write_letters(page: Page, section: ChecklistSection) -> None:
    for item in section.items:
        _write_condition(page, item)
        label = page.add("Normal")
        label.add_run(item.text).bold = True
        _add_tag(label, item)
        label.paragraph_format.keep_with_next = True
        _write_notes(page, item, "Lubiao Letter")


SECTIONS: dict[str, Callable[[Page, ChecklistSection], None]] = {
    "tick": _write_ticks,
    "steps": _write_steps,
    "text": _write_paragraphs,
    "quote": _write_quotes,
    "letter": _write_letters,
}


def _write_condition(page: Page, item: ChecklistItem, indent: int = 0) -> None:
    if item.condition:
        page.add("Lubiao Condition", item.condition, indent)


def _write_notes(page: Page, item: ChecklistItem, style: str, indent: int = 0) -> None:
    for note in item.notes:
        page.add(style, note, indent)


def _add_tag(paragraph: Any, item: ChecklistItem) -> None:
    """The small label behind a text: filled for the law, outlined for a platform's habit."""
    if not item.tag:
        return
    solid = item.tag == STATUTORY
    paragraph.add_run(" ")
    run = paragraph.add_run(f"{NO_BREAK}{item.tag}{NO_BREAK}")
    run.font.size, run.font.bold = Pt(8), True
    run.font.color.rgb = RGBColor.from_string(WHITE if solid else INK)
    xml.set_label(run._r.get_or_add_rPr(), INK, solid=solid)
