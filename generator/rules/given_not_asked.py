# SPDX-License-Identifier: MIT
"""What opening a guide is said to answer is not what the guide asks first, or answers all of it.

## Why
The page of the guide begins with these answers. One that is not asked there has no effect, and
what comes after them has to be a question.

## Fails
    given: {stance: gone}
    start: problem            # asks nothing about the stance before its first open question

## Passes
    given: {problem: changed_mind}
    start: problem
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Proved
from generator.scenarios import given

CODE, NAME = "GRA013", "given-not-asked"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield given answers that the guide does not use at once, and guides they finish."""
    for name, tree in subject.library.trees.items():
        at, used = subject.diagram.walk(subject.diagram.starts[str(name)], given(tree))
        for fact in tree.given:
            if fact not in used:
                label = subject.facts.facts[str(fact)].label
                message = f"“{name}”一开头没有问“{label}”，given 里的这个回答用不上。"
                yield Finding(fact.span, message, "先问它，或者从 given 里删掉。")
        if tree.given and at < 0:
            message = f"given 里的回答已经让“{name}”走到结论，没有题可问了。"
            yield Finding(tree.tree.span, message, "少写一个，或者直接链到那个结论。")
