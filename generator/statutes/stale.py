# SPDX-License-Identifier: MIT
"""What is to be looked at again: instruments, trees and channels whose review day is near."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.model import Library

AHEAD = 30
"""How many days ahead a review day is near."""


@dataclass(frozen=True, order=True)
class Due:
    """One thing to look at again, by the day given in its file."""

    day: str
    kind: str
    name: str
    title: str


def due(library: Library, today: str, ahead: int = AHEAD) -> list[Due]:
    """Everything whose review day has passed or comes within `ahead` days, the oldest first."""
    last = (date.fromisoformat(today) + timedelta(days=ahead)).isoformat()
    return sorted(one for one in _all(library) if one.day <= last)


def _all(library: Library) -> Iterator[Due]:
    shelves: tuple[tuple[str, Any, str], ...] = (
        ("法律文件", library.instruments, "short"),
        ("树", library.trees, "title"),
        ("渠道", library.channels, "title"),
    )
    for kind, shelf, title in shelves:
        for name, entry in shelf.items():
            yield Due(str(entry.review_by), kind, str(name), str(getattr(entry, title)))
