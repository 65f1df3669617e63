# SPDX-License-Identifier: MIT
"""What entries of a library are called by people."""

from __future__ import annotations

from typing import Any

from generator.compile.citations import pinpoint
from generator.model import Library


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
