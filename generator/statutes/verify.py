# SPDX-License-Identifier: MIT
"""Whether a quotation is the statute's, word for word. Pure.

Only white space and the width of brackets are forgiven. The cut is checked, too: the paragraph
must exist and be named where there are several, and an item must stand behind its lead-in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Provision

Paragraphs = Sequence[Sequence[str]]
"""An article: its paragraphs, each its first line and the items behind it."""

_SPACE = re.compile(r"\s+")
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_HEADING = re.compile(r"第[一二三四五六七八九十百]+(编|分编|章|节)\s")
_AROUND = 12


@dataclass(frozen=True)
class Verified:
    """The quotation is the statute's."""


@dataclass(frozen=True)
class Differing:
    """Where the quotation leaves the statute, and what stands there in ours and in theirs."""

    where: Literal["article", "paragraph", "item", "lead", "text"]
    ours: str
    theirs: str


def plain(text: str) -> str:
    """`text` without white space, brackets of one width: what alone does not count."""
    return _SPACE.sub("", text).replace("(", "（").replace(")", "）")


def paragraphs(official: str) -> Paragraphs:
    """An article as printed, one paragraph or item a line; headings of the next part are left."""
    grouped: list[list[str]] = []
    for line in official.split("\n"):
        words = plain(line)
        if not words or _HEADING.match(f"{line.strip()} "):
            continue
        if _ITEM.match(words) and grouped:
            grouped[-1].append(words)
        else:
            grouped.append([words])
    return grouped


def compare(quotation: Provision, official: Paragraphs | None) -> Verified | Differing:
    """Compare a quotation with its article, which is None if the statute has no such article."""
    if official is None:
        return Differing("article", f"第 {quotation.article} 条", "没有这一条")
    found = _place(quotation, official)
    if isinstance(found, Differing):
        return found
    lead, text = found
    return _words("lead", str(quotation.lead or ""), lead) or (
        _words("text", str(quotation.text), text) or Verified()
    )


def _place(quotation: Provision, official: Paragraphs) -> tuple[str, str] | Differing:
    """(lead-in, text) that stand at the place the quotation names."""
    number, count = quotation.paragraph, len(official)
    if number is None and quotation.item is None:
        return "", "".join(line for paragraph in official for line in paragraph)
    if number is None and count > 1:
        return Differing("paragraph", "没有写第几款", f"有 {count} 款")
    if number is not None and (number > count or (count == 1 and not _is_itemised(quotation))):
        return Differing("paragraph", f"第 {number} 款", f"只有 {count} 款")
    paragraph = official[(number or 1) - 1]
    if quotation.item is None:
        return "", "".join(paragraph)
    if quotation.item >= len(paragraph):
        return Differing("item", f"第 {quotation.item} 项", f"只有 {len(paragraph) - 1} 项")
    return paragraph[0], paragraph[quotation.item]


def _is_itemised(quotation: Provision) -> bool:
    # 第一款第（三）项 of an article with one paragraph is superfluous, but not wrong.
    return quotation.item is not None


def _words(where: Literal["lead", "text"], ours: str, theirs: str) -> Differing | None:
    mine, official = plain(ours), plain(theirs)
    if mine == official:
        return None
    pairs = zip(mine, official, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(mine), len(official)))
    cut = slice(max(0, same - _AROUND), same + _AROUND)
    return Differing(where, mine[cut] or "（空）", official[cut] or "（空）")
