# SPDX-License-Identifier: MIT
"""Verdicts that are each declared better than the other, directly or round a circle.

## Why
An order that runs in a circle orders nothing.

## Fails
    full: {label: 全退, meaning: …, tone: good, better_than: [hard]}
    hard: {label: 较难, meaning: …, tone: hard, better_than: [full]}

## Passes
    full: {label: 全退, meaning: …, tone: good, better_than: [hard]}
    hard: {label: 较难, meaning: …, tone: hard}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Subject
from generator.verdicts import worse_than

CODE, NAME = "SHP004", "verdict-cycle"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield verdicts that come out as better than themselves."""
    worse = worse_than(subject.library.verdicts)
    for name, verdict in subject.library.verdicts.items():
        if name in worse[name]:
            message = f"“{verdict.label}”绕了一圈，比自己还好。"
            yield Finding(name.span, message, "去掉 better_than 里的一项。")
