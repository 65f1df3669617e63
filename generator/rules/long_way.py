# SPDX-License-Identifier: MIT
"""A guide asks too much: more than 10 screens in some situation, or 6 in half of them (a warning).

## Why
The reader is tired and on a phone. What is asked beyond that is answered at random, or not at all.

## Fails
    eleven questions in a row

## Passes
    six, and an outcome as soon as the answer is clear
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lengths import lengths, longest, median
from generator.problems import Severity
from generator.rules.subject import Finding, Proved
from generator.scenarios import given

CODE, NAME = "GRA015", "long-way"

MOST = 10
MIDDLE = 6


def check(subject: Proved) -> Iterator[Finding]:
    """Yield guides that are too long, counted from where their page opens."""
    for name, tree in subject.library.trees.items():
        start, _ = subject.diagram.walk(subject.diagram.starts[str(name)], given(tree))
        found = lengths(subject.diagram, start)
        if longest(found) > MOST:
            message = f"“{name}”最多要问 {longest(found)} 题，太多了。"
            hint = f"最多 {MOST} 题：能早下结论的早下，不影响结论和要做的事的不问。"
            yield Finding(tree.tree.span, message, hint, (), Severity.WARNING)
        if median(found) > MIDDLE:
            message = f"“{name}”在一半以上的情形里要问 {median(found)} 题或者更多。"
            hint = f"一半的情形里，{MIDDLE} 题以内应当有结论。"
            yield Finding(tree.tree.span, message, hint, (), Severity.WARNING)
