# SPDX-License-Identifier: MIT
"""Two cases match the same situation.

## Why
Exactly one case must match (hit policy *unique*), so that order never decides in secret.

## Fails
    cases:
      - when: {product: topup}
        next: carrier
      - when: {product: [topup, game]}
        next: game

## Passes
    cases:
      - when: {product: topup}
        next: carrier
      - when: {product: game}
        next: game
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding, in_words

CODE, NAME = "GRA002", "overlap"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield every pair of cases that both match some situation."""
    for fault in subject.result.faults:
        if fault.kind == "overlap":
            example = in_words(fault.answers, subject.facts)
            related = tuple((place, "这一条也符合") for place in fault.places[1:])
            message = f"这样回答的人，两条都符合。例如：{example}。"
            yield Finding(fault.span, message, "把其中一条的条件收窄。", related)
