# SPDX-License-Identifier: MIT
"""A transition leads to something that is not there.

## Why
A reader who gives that answer would be left standing.

## Fails
    next: promissed

## Passes
    next: promised
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Subtree, Target, Tree
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject, all_trees, targets

CODE, NAME = "REF001", "dangling-target"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every target that does not exist, and every start that does not."""
    for tree in all_trees(subject.library):
        if tree.start not in tree.questions:
            hint = did_you_mean(tree.start, tree.questions) or "写这棵树里一个问题的 id。"
            yield Finding(tree.start.span, f"开始的问题“{tree.start}”不在这棵树里。", hint)
        for question in tree.questions.values():
            for target in targets(question):
                known = _known(target, tree, subject)
                if target.name not in known:
                    yield _finding(target, known, subject, tree)


def _known(target: Target, tree: Tree | Subtree, subject: Subject) -> Iterable[str]:
    known: dict[str, Iterable[str]] = {
        "question": tree.questions,
        "outcome": subject.library.outcomes,
        "tree": subject.library.trees,
        "exit": tree.exits if isinstance(tree, Subtree) else (),
    }
    return known[target.kind]


_NOUN = {"question": "问题", "outcome": "结论", "tree": "树", "exit": "出口"}


def _finding(
    target: Target, known: Iterable[str], subject: Subject, tree: Tree | Subtree
) -> Finding:
    message = f"没有叫“{target.name}”的{_NOUN[target.kind]}。"
    if target.kind == "question" and target.name in subject.library.outcomes:
        return Finding(target.text.span, message, f"结论要写成 outcome/{target.name}。")
    if target.kind == "outcome" and target.name in tree.questions:
        return Finding(target.text.span, message, f"问题前面不写 outcome/：直接写 {target.name}。")
    hint = did_you_mean(target.name, known) or f"检查拼写，或者先写好这个{_NOUN[target.kind]}。"
    return Finding(target.text.span, message, hint)
