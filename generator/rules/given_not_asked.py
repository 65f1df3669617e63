# SPDX-License-Identifier: MIT
"""What opening a guide is said to answer is not what the guide asks first, or answers all of it.

So too for a way of the front door, which leads to a guide with answers.

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

from collections.abc import Iterable, Iterator

from generator.located import Located
from generator.problems import Span
from generator.rules.subject import Finding, Proved
from generator.scenarios import given

CODE, NAME = "GRA013", "given-not-asked"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield given answers that the guide does not use at once, and guides they finish."""
    for name, tree in subject.library.trees.items():
        yield from _unused(subject, str(name), tree.given, given(tree), tree.tree.span)
    for group in subject.library.front.values():
        for way in group.ways:
            said = {str(fact): str(option) for fact, option in way.answers.items()}
            known = {**given(subject.library.trees[way.guide]), **said}
            yield from _unused(subject, str(way.guide), way.answers, known, way.label.span)


def _unused(
    subject: Proved, tree: str, written: Iterable[Located], known: dict[str, str], place: Span
) -> Iterator[Finding]:
    at, used = subject.diagram.walk(subject.diagram.starts[tree], known)
    for fact in written:
        if fact not in used:
            label = subject.facts.facts[str(fact)].label
            message = f"“{tree}”一开头没有问“{label}”，这里的回答用不上。"
            yield Finding(fact.span, message, "先问它，或者把这个回答删掉。")
    if known and at < 0:
        message = f"这些回答已经让“{tree}”走到结论，没有题可问了。"
        yield Finding(place, message, "少写一个，或者直接链到那个结论。")
