# SPDX-License-Identifier: MIT
"""A contested provision does not say what the two ways of reading it are.

## Why
Whoever is told “contested” and no more cannot prepare for what the shop will say.

## Fails
    contested: true

## Passes
    contested: true
    readings: [一种读法：只管……。, 另一种读法：也管……。]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT007", "contested-without-readings"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield contested provisions with fewer than two readings, and readings of no contest."""
    for instrument in subject.library.instruments.values():
        for name, provision in instrument.provisions.items():
            if provision.contested and len(provision.readings) < 2:
                message = f"“{name}”写了有争议，没有写出两种读法。"
                hint = "在 readings 里把两种读法各写一句，对双方都公道。"
                yield Finding(name.span, message, hint)
            elif provision.readings and not provision.contested:
                message = f"“{name}”写了两种读法，没有写 contested: true。"
                yield Finding(provision.readings[0].span, message, "加上它，或者删掉 readings。")
