# SPDX-License-Identifier: MIT
"""The same facts get contradictory verdicts by two guides.

Two verdicts contradict each other if they differ and neither is `neutral` (says only what to do
first). Every situation is compared, exactly, not a sample.

## Why
Who comes in by another door must not be told something else about his money.

## Fails
    guide `cancel` says `full` where guide `full-refund` says `hard`, all answers being equal

## Passes
    both use the same shared sub-tree
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import combinations

from generator.forest import Difference, Forest, TooUnlike, differences
from generator.labelling import Labeller, Watch, Words
from generator.rules.subject import Finding, Proved

CODE, NAME = "GRA014", "doors-disagree"

_SHOWN = 3


def check(subject: Proved) -> Iterator[Finding]:
    """Yield the first few contradictions of every two guides, each with an example."""
    options = {name: fact.options for name, fact in subject.facts.facts.items()}
    forest = Forest(options)
    watch = Watch(subject.diagram, {})
    maker = Labeller(forest, subject.diagram, lambda o, _: _claim(subject, o), Words(), watch)
    doors = {str(name): maker.make(str(name)) for name in subject.library.trees}
    for one, other in combinations(doors, 2):
        try:
            found = differences(forest, doors[one], doors[other], _contradict)
        except TooUnlike:
            message = f"“{one}”和“{other}”问的次序差得太远，没法逐一比较结论。"
            hint = "让它们用同一段共用的问题，或者按相近的次序问。"
            yield Finding(subject.library.trees[other].tree.span, message, hint)
            continue
        for difference in found[:_SHOWN]:
            yield _finding(subject, one, other, difference)


def _claim(subject: Proved, outcome: str) -> str | None:
    name = subject.library.outcomes[outcome].verdict
    return None if subject.library.verdicts[name].neutral else str(name)


def _contradict(one: Hashable, other: Hashable) -> bool:
    return one is not None and other is not None and one != other


def _finding(subject: Proved, one: str, other: str, found: Difference) -> Finding:
    labels = subject.facts.facts
    said = "，".join(f"{labels[f].label}＝{labels[f].option_labels[o]}" for f, o in found.example)
    left, right = (_told(subject, tree, dict(found.example)) for tree in (one, other))
    message = (
        f"同样的回答，从“{one}”进去是{left}，从“{other}”进去是{right}，"
        f"这样的情形有 {found.count:,} 种。例如：{said}。"
    )
    hint = "让两份指引用同一段共用的问题；只说下一步、不说该不该退的结论，用 neutral 的种类。"
    trees = subject.library.trees
    related = ((trees[one].tree.span, f"“{one}”在这里"),)
    return Finding(trees[other].tree.span, message, hint, related)


def _told(subject: Proved, tree: str, answers: dict[str, str]) -> str:
    outcome = _end(subject, tree, answers)
    label = subject.library.verdicts[subject.library.outcomes[outcome].verdict].label
    return f"“{label}”（{outcome}）"


def _end(subject: Proved, tree: str, answers: dict[str, str]) -> str:
    diagram = subject.diagram
    at, _ = diagram.walk(diagram.starts[tree], answers)
    while at >= 0:
        # The example leaves out what makes no difference to the verdict: any option will do.
        at, _ = diagram.walk(diagram.nodes[at].edges[0].to, answers)
    return diagram.outcome(at)
