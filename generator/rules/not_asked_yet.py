# SPDX-License-Identifier: MIT
"""A condition tests a fact that was not asked on some way here.

## Why
What was not asked cannot decide anything. If the case is meant for that way too, say `unasked`.

## Fails
    when: {amount: under_500}            # on one way the amount was never asked

## Passes
    when: {amount: [under_500, unasked]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding, in_words

CODE, NAME = "GRA003", "not-asked-yet"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield conditions on facts that are not always known there."""
    for fault in subject.result.faults:
        if fault.kind == "unasked":
            labels = "、".join(f"“{subject.facts.facts[f].label}”" for f in fault.facts)
            example = in_words(fault.answers, subject.facts) or "一开始"
            message = f"走到这里时，有的路上还没问过{labels}。例如：{example}。"
            hint = "先问它；或者在条件里加上 unasked；或者再加一个条件，让这条路不经过这里。"
            yield Finding(fault.span, message, hint)
