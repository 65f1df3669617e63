# SPDX-License-Identifier: MIT
"""An invariant that no situation touches.

## Why
It is "proved" because there is nothing to prove; most often its condition has a mistake.

## Fails
    when: {stance: pay_more, problem: not_me}     # nobody with not_me is asked the stance
    always: {verdict: police}

## Passes
    when: {stance: pay_more}
    always: {verdict: police}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.invariants import Prover
from generator.rules.subject import Finding, Proved

CODE, NAME = "INV003", "invariant-vacuous"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield invariants that say nothing about any situation."""
    prover = Prover(subject.library, subject.diagram)
    for invariant in subject.library.invariants:
        if prover.vacuous(invariant):
            message = f"没有一种情形会碰到不变式“{invariant.name}”，它什么也没有保证。"
            yield Finding(invariant.name.span, message, "检查 when 和选项，或者删掉它。")
