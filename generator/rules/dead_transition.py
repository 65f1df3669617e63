# SPDX-License-Identifier: MIT
"""A case or `otherwise` that no situation ever takes.

## Why
It reads as if it decided something; a change to it would change nothing.

## Fails
    cases:
      - when: {problem: short, used: "no"}     # nobody with `short` is asked `used`
        next: outcome/x

## Passes
    cases:
      - when: {problem: short}
        next: outcome/x
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Question
from generator.problems import Span
from generator.rules.subject import Compiled, Finding, all_trees, cases

CODE, NAME = "GRA008", "dead-transition"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield guarded transitions that are never taken."""
    if subject.result.faults:
        return  # whatever lies behind a fault was not looked at
    for tree in all_trees(subject.library):
        for question in tree.questions.values():
            for span in _places(question):
                if span not in subject.result.used_places:
                    hint = "删掉它，或者改条件。"
                    yield Finding(span, "没有一种情形会走这一条。", hint)


def _places(question: Question) -> Iterator[Span]:
    yield from (case.next.text.span for case in cases(question))
