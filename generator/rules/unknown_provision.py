# SPDX-License-Identifier: MIT
"""A citation names a provision that is not in the law library, or is no longer in force.

## Why
Whoever quotes this site must be quoting law that exists and applies.

## Fails
    provisions: [xiaobaofa-99]

## Passes
    provisions: [xiaobaofa-24-1]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT001", "unknown-provision"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every cited provision that is unknown or repealed."""
    instruments = subject.library.instruments.values()
    known = {str(p): instrument for instrument in instruments for p in instrument.provisions}
    for name in citations(subject):
        instrument = known.get(name)
        if instrument is None:
            hint = did_you_mean(name, known) or "在 law/ 里写好这一条，原文逐字核对。"
            yield Finding(name.span, f"法条库里没有“{name}”。", hint)
        elif instrument.status == "repealed":
            message = f"“{name}”所在的《{instrument.short}》已经废止。"
            yield Finding(name.span, message, "换成现行的规定。")


def citations(subject: Subject) -> Iterator[Located]:
    """Every provision id that any part of the library cites."""
    library = subject.library
    for outcome in library.outcomes.values():
        yield from (use.provision for use in outcome.provisions)
        for reason in outcome.reasons:
            yield from reason.provisions
    for shelf in ("actions", "evidence", "letters", "deadlines", "replies", "warnings"):
        for piece in getattr(library, shelf).values():
            yield from piece.provisions
    for scenario in library.scenarios:
        yield from scenario.mentions
