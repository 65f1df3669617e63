# SPDX-License-Identifier: MIT
"""No way of answering ever comes to this outcome.

## Why
Nobody would ever read it, and everyone would believe that case is covered.

## Fails
    # outcomes/late.yaml has `late`, and no tree leads to outcome/late

## Passes
    next: outcome/late
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Proved

CODE, NAME = "GRA007", "unreachable-outcome"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield outcomes that are never reached."""
    for name in subject.library.outcomes:
        if name not in subject.always:
            hint = f"在树里加上通到 outcome/{name} 的去向，或者删掉它。"
            yield Finding(name.span, f"没有一条路走到结论“{name}”。", hint)
