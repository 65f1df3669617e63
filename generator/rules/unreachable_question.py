# SPDX-License-Identifier: MIT
"""No way of answering ever comes to this question.

## Why
It looks as if it mattered, and never does.

## Fails
    start: product
    questions:
      product: {ask: product, next: outcome/done}
      amount: {ask: amount, next: outcome/done}

## Passes
    start: product
    questions:
      product: {ask: product, next: amount}
      amount: {ask: amount, next: outcome/done}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding, all_trees

CODE, NAME = "GRA006", "unreachable-question"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield questions of trees and used sub-trees that are never reached."""
    if subject.result.faults:
        return  # whatever lies behind a fault was not looked at
    reached = {step.partition("#")[0] for step in subject.result.reached_steps}
    tails = {f".{step.rpartition('.')[2]}" for step in reached}
    for tree in all_trees(subject.library):
        for name, question in tree.questions.items():
            if question.use is None and f".{name}" not in tails:
                hint = "从别的问题引到这里，或者删掉它。"
                yield Finding(name.span, f"没有一条路走到问题“{name}”。", hint)
