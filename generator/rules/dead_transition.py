# SPDX-License-Identifier: MIT
"""A case, a `next` or an `otherwise` that no situation ever takes.

## Why
It reads as if it decided something; a change to it would change nothing.

## Fails
    arrived: {ask: arrived, options: {"no": outcome/late}, next: used}
    used:
      ask: used
      cases:
        - when: {arrived: "yes"}
          next: outcome/fresh
        - when: {arrived: "no"}            # whoever answers that is not asked `used`
          next: outcome/late

## Passes
    arrived: {ask: arrived, options: {"no": outcome/late}, next: used}
    used: {ask: used, options: {"no": outcome/fresh}, next: outcome/late}
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.model import Branch, Case, Question, Target
from generator.problems import Span
from generator.rules.subject import Compiled, Finding, all_trees
from generator.rules.unreachable_question import reached_questions

CODE, NAME = "GRA008", "dead-transition"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield transitions that are never taken, of questions that are reached."""
    if subject.result.faults:
        return  # whatever lies behind a fault was not looked at
    reached = reached_questions(subject)
    used = subject.result.used_places
    for tree in all_trees(subject.library):
        for name, question in tree.questions.items():
            if name.span in reached:
                for target, what in _transitions(question, used):
                    if target.text.span not in used:
                        yield _finding(str(name), target, what)


def _transitions(question: Question, used: Container[Span]) -> Iterator[tuple[Target, str]]:
    if question.next is not None:
        yield question.next, "next"
    yield from _of_branch(question.cases, question.otherwise)
    for entry in question.options.values():
        if isinstance(entry, Branch) and taken(entry, used):
            yield from _of_branch(entry.cases, entry.otherwise)


def _of_branch(cases: tuple[Case, ...], otherwise: Target | None) -> Iterator[tuple[Target, str]]:
    yield from ((case.next, "case") for case in cases)
    if otherwise is not None:
        yield otherwise, "otherwise"


def taken(entry: Target | Branch, used: Container[Span]) -> bool:
    """Whether some situation takes `entry`, or any part of it."""
    if isinstance(entry, Target):
        return entry.text.span in used
    return any(target.text.span in used for target, _ in _of_branch(entry.cases, entry.otherwise))


_MEND = {
    "case": "删掉这一条，或者改它的条件。",
    "next": "删掉它；想让人走到这里，就改前面的去向。",
    "otherwise": "删掉它：前面的 case 已经收下了每一种情形。",
}


def _finding(name: str, target: Target, what: str) -> Finding:
    message = f"“{name}”里去“{target.text}”的这一条 {what}，没有人会走到。"
    return Finding(target.text.span, message, _MEND[what])
