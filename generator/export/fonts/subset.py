# SPDX-License-Identifier: MIT
"""Cut the shipped fonts down to what a Simplified Chinese checklist needs.

Run by hand when a character is missing (see README.md beside this file); needs fonttools:

    python generator/export/fonts/subset.py FOLDER_OF_THE_UNPACKED_SOURCE_PACKAGE

The same source gives the same bytes: no time stamp is written.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCES = {
    "NotoSansSC-Regular.ttf": "400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold.ttf": "700Bold/NotoSansSC_700Bold.ttf",
}
# Outside GB2312, or too easily thought to be in it. A character that the law or an author needs
# later is added here.
EXTRA = (
    "\u00a0–—·•…￥¥€£©®™✓←↑→↓↔⇒▶◀▲▼△▽■□◆◇●○★☆※〇〈〉《》「」『』【】〔〕〖〗"
    "～｜│─²³㎡℃≤≥≈≠±×÷√∞′″‰①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
KEPT_FEATURES = ["ccmp", "locl", "liga", "kern"]


def gb2312() -> Iterator[str]:
    """Every character of GB 2312, row by row."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode("gb2312", errors="ignore")


def wanted() -> str:
    """All characters to keep."""
    ascii_letters = "".join(map(chr, range(0x20, 0x7F)))
    return ascii_letters + "".join(gb2312()) + EXTRA


def options() -> Options:
    """Horizontal setting only; all names stay, for they hold the licence."""
    chosen = Options()
    chosen.layout_features = KEPT_FEATURES
    chosen.name_IDs = ["*"]
    chosen.notdef_outline = True
    chosen.hinting = False
    chosen.recalc_timestamp = False
    chosen.drop_tables += ["vhea", "vmtx"]
    return chosen


def cut(source: Path, target: Path) -> str:
    """Write the subset of `source` to `target`; the SHA-256 of what was written."""
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options())
    subsetter.populate(text=wanted())
    subsetter.subset(font)
    font.save(target)
    return hashlib.sha256(target.read_bytes()).hexdigest()


def main(folder: Path) -> None:
    """Cut every font and print the lines of SHA256SUMS.txt."""
    sums = [f"{cut(folder / source, HERE / name)}  {name}\n" for name, source in SOURCES.items()]
    (HERE / "SHA256SUMS.txt").write_text("".join(sums), encoding="utf-8")
    sys.stdout.write("".join(sums))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
