# SPDX-License-Identifier: MIT
"""A tree that asks nothing before it reaches an outcome.

## Why
A guide without a question is no guide; link to the outcome instead.

## Fails
    start: gate
    questions:
      gate: {next: outcome/done}

## Passes
    start: used
    questions:
      used: {ask: used, options: {"no": outcome/fresh}, next: outcome/done}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Proved

CODE, NAME = "GRA010", "questionless-tree"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield trees whose start is already an outcome."""
    for name, tree in subject.library.trees.items():
        if subject.diagram.starts[str(name)] < 0:
            message = f"树“{name}”一个问题也不问。"
            yield Finding(tree.start.span, message, "让它从一个有 ask 的问题开始。")
