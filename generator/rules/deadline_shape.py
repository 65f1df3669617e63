# SPDX-License-Identifier: MIT
"""A deadline with more than one length, or a legal one without a provision.

## Why
A date must be computed in one way only, and a legal limit must name its law.

## Fails
    kind: law
    days: 7
    years: 1

## Passes
    kind: law
    days: 7
    provisions: [xiaobaofa-24-1]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Subject

CODE, NAME = "SHP003", "deadline-shape"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield malformed deadlines."""
    for name, deadline in subject.library.deadlines.items():
        lengths = [n for n in (deadline.days, deadline.months, deadline.years) if n is not None]
        if len(lengths) > 1:
            hint = "days、months、years 只写一个。"
            yield Finding(name.span, f"期限“{name}”写了不止一种长度。", hint)
        if deadline.kind == "law" and not deadline.provisions:
            hint = "写上 provisions；如果只是平台的做法，写 kind: practice。"
            yield Finding(name.span, f"法定期限“{name}”没有写依据。", hint)
