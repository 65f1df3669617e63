# SPDX-License-Identifier: MIT
"""A caller does not say where an exit of a sub-tree leads, or binds one it does not have.

## Why
Readers who leave the shared questions by that exit would have nowhere to go.

## Fails
    use: payee
    exits: {}

## Passes
    use: payee
    exits: {done: stance}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Question
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject, all_trees

CODE, NAME = "REF006", "unbound-exit"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield exits that are not bound, and bindings for exits that do not exist."""
    for tree in all_trees(subject.library):
        for question in tree.questions.values():
            if question.use is not None and question.use in subject.library.subtrees:
                yield from _exits(question, subject)


def _exits(question: Question, subject: Subject) -> Iterator[Finding]:
    assert question.use is not None
    declared = subject.library.subtrees[question.use].exits
    for name in declared:
        if name not in question.exits:
            hint = f"加上 exits: {{{name}: 去向}}。"
            yield Finding(question.use.span, f"没有写“{question.use}”的出口“{name}”去哪里。", hint)
    for bound in question.exits:
        if bound not in declared:
            hint = did_you_mean(bound, declared) or f"它的出口有：{'、'.join(declared)}。"
            yield Finding(bound.span, f"“{question.use}”没有叫“{bound}”的出口。", hint)
