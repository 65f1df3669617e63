# SPDX-License-Identifier: MIT
"""The drawings and the style sheets: words for pictures, colours that can be read."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from generator.render.environment import environment
from generator.render.styles import SHEETS, style_sheets

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "generator" / "render" / "styles"
SVG = "{http://www.w3.org/2000/svg}"


def pictures() -> list[Path]:
    return sorted((ROOT / "generator" / "render" / "pictures").glob("*.svg.jinja"))


@pytest.mark.parametrize("path", pictures(), ids=lambda path: path.name.removesuffix(".svg.jinja"))
def test_a_picture_has_words_or_is_decoration(path: Path) -> None:
    name = path.name.removesuffix(".svg.jinja")
    svg = environment().globals["drawing"](name)  # type: ignore[operator]
    root = html5lib.parse(f"<!doctype html><p>{svg}</p>").find(f".//{SVG}svg")
    titled = root.find(f"{SVG}title") is not None
    assert titled == (root.get("role") == "img")
    assert titled != (root.get("aria-hidden") == "true")
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb\(|style=", svg), "colours belong to pictures.css"


def test_every_sheet_is_in_the_cascade_once() -> None:
    assert {*SHEETS, "dark", "print", "print-parts"} == {path.stem for path in STYLES.glob("*.css")}
    assert len(set(SHEETS)) == len(SHEETS)


def test_the_joined_sheet_holds_the_tokens_and_the_component() -> None:
    joined = dict(style_sheets())["lubiao.css"].decode()
    assert joined.index("--lb-ink:") < joined.index(".lb-verdict") < joined.index(".lb-options")


_COLOUR = re.compile(r"--lb-([\w-]+):\s*(#[0-9a-f]{3,6})\b")
_TEXT_PAIRS = [
    (ink, ground)
    for ink in ("ink", "muted", "brand", "signal", "danger")
    for ground in ("paper", "surface", "brand-soft", "signal-soft", "danger-soft")
] + [
    ("brand-ink", "brand"), ("sign-ink", "sign"), ("sign-ink", "sign-hover"),
    ("signal-ink", "signal"), ("danger-ink", "danger"),
]  # fmt: skip


@pytest.mark.parametrize("sheet", ["tokens", "dark"])
def test_every_pair_of_colours_can_be_read(sheet: str) -> None:
    text = (STYLES / f"{sheet}.css").read_text("utf-8")
    colours = {name: _full(value) for name, value in _COLOUR.findall(text)}
    weak = [pair for pair in _TEXT_PAIRS if _contrast(*(colours[c] for c in pair)) < 4.5]
    assert weak == []
    assert _contrast(colours["edge"], colours["surface"]) >= 3
    assert _contrast(colours["focus"], colours["paper"]) >= 3


def _full(value: str) -> str:
    return value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:])


def _contrast(one: str, two: str) -> float:
    bright, dim = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
