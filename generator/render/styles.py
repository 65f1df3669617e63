# SPDX-License-Identifier: MIT
"""The style sheets, joined and minified: one for all pages, the dark palette twice, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import minify

from generator.components import bundle

_HERE = Path(__file__).parent / "styles"
SHEETS = (
    "tokens", "base", "parts", "pictures", "site", "top", "prose", "reading", "search", "home",
    "guide", "outcome", "road", "sums", "outcome-more", "law", "provision", "glossary",
    "misquotes", "channels",
)  # fmt: skip
"""In the order of the cascade; the component's own sheet comes last."""
_SWITCHED = '[data-md-color-scheme="slate"],\n.lb-auto {'
_ALWAYS = ":root,\n[data-md-color-scheme] {"


def style_sheets() -> Iterator[tuple[str, bytes]]:
    """(file name, content): `dark.css` after `lubiao.css`, `print.css` for paper only.

    `dark-system.css` is the dark palette without a switch, for pages whose scripts are off.
    """
    joined = "\n".join((*map(_read, SHEETS), bundle.stylesheet().decode()))
    dark = _read("dark")
    texts = {
        "lubiao": joined,
        "dark": dark,
        "dark-system": dark.replace(_SWITCHED, _ALWAYS),
        "print": "\n".join((_read("print"), _read("print-parts"))),
    }
    for name, text in texts.items():
        yield f"{name}.css", minify.string("text/css", text).encode()


def _read(name: str) -> str:
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")
