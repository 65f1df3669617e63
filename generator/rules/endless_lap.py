# SPDX-License-Identifier: MIT
"""Questions lead back to themselves without asking anything new.

## Why
A cycle is fine while every lap asks something; a lap of known answers never ends.

## Fails
    a: {ask: used, next: b}
    b: {ask: used, next: a}

## Passes
    # in the tree `demo`; `used` is not `no` when it goes on
    used: {ask: used, options: {"no": outcome/fresh}, next: tree/other}
    # in the tree `other`, which leads on without asking again
    used: {ask: used, options: {"no": tree/demo}, next: outcome/late}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding, in_words

CODE, NAME = "GRA005", "endless-lap"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield every lap that asks nothing new, with all its positions."""
    for fault in subject.result.faults:
        if fault.kind == "lap":
            related = tuple((place, "绕圈经过这里") for place in fault.places)
            example = in_words(fault.answers, subject.facts) or "一开始"
            message = f"从这里会绕回来，又没有新的问题可问。例如：{example}。"
            yield Finding(fault.span, message, "改掉其中一步的去向。", related)
