# SPDX-License-Identifier: MIT
"""Checklist → PDF, tagged (PDF/UA-1), set by typst with the fonts beside this module.

The checklist reaches the template as JSON, never as markup. Fonts of the machine are not looked
at, so the same input gives the same bytes everywhere; a character the shipped fonts lack is an
error that names it, not an empty box on paper.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from generator.export.errors import ExportError, ExportUnavailable
from generator.views import Checklist

HERE = Path(__file__).parent
TEMPLATE = HERE / "checklist.typ"
FONTS = HERE / "fonts"
MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
AROUND = 8


def export(checklist: Checklist, *, as_of: date) -> bytes:
    """The PDF of a checklist; raises `ExportError` when it cannot be set."""
    typst, compiler = _typesetter()
    data = json.dumps(asdict(checklist), ensure_ascii=False)
    try:
        made, warnings = compiler.compile_with_warnings(
            format="pdf",
            sys_inputs={"checklist": data},
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(as_of, time(), UTC),
        )
    except typst.TypstError as error:
        raise ExportError(_explain(checklist, error.diagnostic)) from error
    if warnings:
        raise ExportError(f"排版清单“{checklist.title}”时有警告：{warnings[0].message}")
    return bytes(made)


@functools.cache
def _typesetter() -> tuple[Any, Any]:
    """The typst module and one compiler for all documents: it reads the fonts only once."""
    try:
        import typst
    except ImportError as error:
        raise ExportUnavailable("PDF", "typst") from error
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst, typst.Compiler(TEMPLATE, root=HERE, font_paths=fonts, ignore_system_fonts=True)


def _explain(checklist: Checklist, diagnostic: str) -> str:
    """What to tell an editor: which characters the fonts lack and where they stand."""
    missing = list(dict.fromkeys("".join(MISSING_GLYPH.findall(diagnostic))))
    if not missing:
        return f"排版清单“{checklist.title}”时出错：{diagnostic.strip()}"
    places = "；".join(_place(checklist, character) for character in missing)
    return (
        f"清单“{checklist.title}”里有 PDF 字体没有的字：{places}。"
        "请换个字；一定要用，就把它加进 generator/export/fonts/subset.py 再生成字体。"
    )


def _place(checklist: Checklist, character: str) -> str:
    """A missing character with its code and the words around it."""
    found = next((text for text in _texts(asdict(checklist)) if character in text), "")
    at = found.find(character)
    around = found[max(0, at - AROUND) : at + AROUND + 1].strip()
    return f"“{character}”（U+{ord(character):04X}，见“{around}”）"


def _texts(value: object) -> Iterator[str]:
    """Every text inside a checklist that was turned into plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
