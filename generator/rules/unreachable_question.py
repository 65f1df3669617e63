# SPDX-License-Identifier: MIT
"""No way of answering ever comes to this question.

## Why
It looks as if it mattered, and never does.

## Fails
    start: product
    questions:
      product: {ask: product, options: {topup: outcome/topup}, next: outcome/done}
      amount: {ask: amount, options: {small: outcome/topup}, next: outcome/done}

## Passes
    start: product
    questions:
      product: {ask: product, options: {topup: amount}, next: outcome/done}
      amount: {ask: amount, options: {small: outcome/topup}, next: outcome/done}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, Subtree, Tree
from generator.problems import Span
from generator.rules.subject import Compiled, Finding, all_trees

CODE, NAME = "GRA006", "unreachable-question"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield questions that are never reached, and sub-trees that no question uses."""
    if subject.result.faults:
        return  # whatever lies behind a fault was not looked at
    reached = reached_questions(subject)
    for tree in all_trees(subject.library):
        if isinstance(tree, Subtree) and tree.subtree not in _used(subject.library):
            message = f"没有一个问题用到共用段“{tree.subtree}”。"
            yield Finding(tree.subtree.span, message, "在一个问题里写 use 用上它，或者删掉它。")
            continue
        for name in tree.questions:
            if name.span not in reached:
                hint = "从别的问题引到这里，或者删掉它。"
                yield Finding(name.span, f"没有一条路走到问题“{name}”。", hint)


def reached_questions(subject: Compiled) -> frozenset[Span]:
    """Where each question stands that some way of answering comes to, in a tree or a sub-tree."""
    found: set[Span] = set()
    for step in subject.result.reached_steps:
        first, *names = step.partition("#")[0].split(".")
        tree: Tree | Subtree = subject.library.trees[first]
        for name in names:
            key, question = next((k, q) for k, q in tree.questions.items() if k == name)
            found.add(key.span)
            if question.use is not None:
                tree = subject.library.subtrees[question.use]
    return frozenset(found)


def _used(library: Library) -> frozenset[str]:
    """The sub-trees that trees use, and those that these use."""
    found: set[str] = set()
    todo: list[Tree | Subtree] = list(library.trees.values())
    while todo:
        for question in todo.pop().questions.values():
            if question.use is not None and question.use not in found:
                found.add(str(question.use))
                todo.append(library.subtrees[question.use])
    return frozenset(found)
