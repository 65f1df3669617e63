# SPDX-License-Identifier: MIT
"""What an outcome's files hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChecklistItem:
    """A line to tick or to read. `tag` is 法定, 平台惯例 or empty; `condition` is in words."""

    text: str
    notes: tuple[str, ...] = ()
    condition: str = ""
    tag: str = ""


@dataclass(frozen=True)
class ChecklistSection:
    """`kind`: `tick` (boxes), `steps` (numbered), `text` (paragraphs), `quote` (statutes),
    `letter` (a text to copy, or a sum to fill in; notes hold its paragraphs)."""

    title: str
    kind: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True)
class Checklist:
    """What an outcome's PDF, DOCX and Markdown hold. `url` is absolute if the site has an
    address, else empty; `checked_on` is the day the law was last checked (YYYY-MM-DD);
    `tone` is that of the verdict."""

    id: str
    title: str
    verdict: str
    summary: str
    url: str
    checked_on: str
    sections: tuple[ChecklistSection, ...]
    disclaimer: str
    tone: str = ""
