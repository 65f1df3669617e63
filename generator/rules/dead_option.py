# SPDX-License-Identifier: MIT
"""An entry under `options` that nobody who comes to the question ever takes.

## Why
Whoever arrives has already given that fact another answer, so the entry decides nothing.

## Fails
    first: {ask: used, options: {"no": outcome/fresh}, next: second}
    second: {ask: used, options: {"no": outcome/fresh, part: outcome/part}, next: outcome/used}

## Passes
    first: {ask: used, options: {"no": outcome/fresh}, next: second}
    second: {ask: used, options: {part: outcome/part}, next: outcome/used}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.dead_transition import taken
from generator.rules.subject import Compiled, Finding, all_trees
from generator.rules.unreachable_question import reached_questions

CODE, NAME = "GRA011", "dead-option"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield option entries that are never taken, of questions that are reached."""
    if subject.result.faults:
        return  # whatever lies behind a fault was not looked at
    reached = reached_questions(subject)
    for tree in all_trees(subject.library):
        for name, question in tree.questions.items():
            for key, entry in question.options.items():
                if name.span in reached and not taken(entry, subject.result.used_places):
                    label = subject.facts.facts[str(question.ask)].label
                    message = f"走到“{name}”的人都已经答过“{label}”，没有一个答的是“{key}”。"
                    hint = "删掉这一条；想让人走到，就改前面的去向。"
                    yield Finding(key.span, message, hint)
