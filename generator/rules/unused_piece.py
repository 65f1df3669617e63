# SPDX-License-Identifier: MIT
"""A shared piece that no outcome uses (a warning).

## Why
It will be kept up for nobody.

## Fails
    # letters/ has `old-letter`, and no outcome names it

## Passes
    letters: [old-letter]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Severity
from generator.rules.subject import Finding, Subject, outcome_parts
from generator.rules.unknown_piece import _SHELF

CODE, NAME = "REF007", "unused-piece"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield shared pieces that nothing names."""
    used: dict[str, set[str]] = {}
    for _, section, name, _, _ in outcome_parts(subject.library):
        if section in _SHELF:
            used.setdefault(_SHELF[section][0], set()).add(name)
    for folder, noun in dict(_SHELF.values()).items():
        for name in getattr(subject.library, folder):
            if name not in used.get(folder, ()):
                message = f"没有一个结论用到{noun}“{name}”。"
                yield Finding(name.span, message, "用上它，或者删掉。", (), Severity.WARNING)
