# SPDX-License-Identifier: MIT
"""The style sheets, joined and minified: one for all pages, the dark palette, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import minify

from generator.components import bundle

_HERE = Path(__file__).parent / "styles"
SHEETS = (
    "tokens", "base", "parts", "pictures", "site", "prose", "search", "home", "guide",
    "outcome", "road", "outcome-more", "law", "glossary",
)  # fmt: skip
"""In the order of the cascade; the component's own sheet comes last."""


def style_sheets() -> Iterator[tuple[str, bytes]]:
    """(file name, content): `dark.css` after `lubiao.css`, `print.css` for paper only."""
    joined = "\n".join((*map(_read, SHEETS), bundle.stylesheet().decode()))
    for name, text in (("lubiao", joined), ("dark", _read("dark")), ("print", _read("print"))):
        yield f"{name}.css", minify.string("text/css", text).encode()


def _read(name: str) -> str:
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")
