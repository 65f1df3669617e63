# SPDX-License-Identifier: MIT
"""What entries of a library are called by people."""

from __future__ import annotations

from typing import Any

from generator.compile.citations import pinpoint
from generator.model import Library

_SHELVES = {
    "today": "actions", "road": "actions", "evidence": "evidence", "letters": "letters",
    "deadlines": "deadlines", "replies": "replies", "warnings": "warnings", "sums": "sums",
}  # fmt: skip


def title_of(entry: Any) -> str:
    """The title of an entry, or what stands for one."""
    for field in ("title", "label", "they_say", "term", "text"):
        if hasattr(entry, field):
            return str(getattr(entry, field))
    return ""


def cited(library: Library) -> dict[str, str]:
    """Every provision as it is cited in full: 《…法》第…条第…款."""
    return {
        str(name): f"《{instrument.title}》{pinpoint(provision)}"
        for instrument in library.instruments.values()
        for name, provision in instrument.provisions.items()
    }


def part_words(section: str, part: str, *libraries: Library) -> str:
    """What a part of an outcome is called in the first of `libraries` that knows it."""
    return next(filter(None, (_words(section, part, each) for each in libraries)), part)


def _words(section: str, part: str, library: Library) -> str:
    if section in ("provisions", "grounds"):
        return cited(library).get(part, "")
    shelf = _SHELVES.get(section)
    entry = getattr(library, shelf).get(part) if shelf else None
    return title_of(entry) if entry is not None else ""
