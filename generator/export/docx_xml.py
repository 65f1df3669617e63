# SPDX-License-Identifier: MIT
"""The parts of a DOCX that python-docx has no words for: boxes to tick, frames, fields, the zip."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BOX_FONT = "MS Gothic"
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def checkbox(number: int) -> Any:
    """An empty box that Word lets the reader tick; `number` is unique in the document."""
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr>'
        f'<w:alias w:val="勾选"/><w:id w:val="{number}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2611" w14:font="{BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{BOX_FONT}"/></w14:checkbox>'
        '</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:hint="eastAsia" '
        f'w:ascii="{BOX_FONT}" w:hAnsi="{BOX_FONT}" w:eastAsia="{BOX_FONT}"/></w:rPr>'
        "<w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
    )


def field(instruction: str) -> Any:
    """A value that Word computes, such as PAGE."""
    return parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )


def element(name: str, **values: str) -> Any:
    """An element of the main namespace, with its attributes in the order given."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_fonts(properties: Any, family: str) -> None:
    """One family for all scripts, in place of the theme's; language Chinese."""
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), family)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA"))


def set_frame(properties: Any, sides: tuple[str, ...], color: str, size: int) -> None:
    """Lines round a paragraph; neighbours with the same lines share one frame."""
    frame = element("pBdr")
    for side in sides:
        frame.append(element(side, val="single", sz=str(size), space="8", color=color))
    properties.insert_element_before(
        frame, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def set_paragraph_fill(properties: Any, color: str) -> None:
    """A colour behind a whole paragraph."""
    properties.insert_element_before(
        element("shd", val="clear", color="auto", fill=color),
        *("w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    )


def set_label(properties: Any, color: str, *, solid: bool) -> None:
    """A run as a small label: filled, or only outlined."""
    properties.append(element("bdr", val="single", sz="4", space="0", color=color))
    if solid:
        properties.append(element("shd", val="clear", color="auto", fill=color))


def repack(document: bytes) -> bytes:
    """The same zip with sorted names and no clock in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = UNIX
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(name))
    return packed.getvalue()
