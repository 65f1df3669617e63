# SPDX-License-Identifier: MIT
"""不确定 is let through only by `not` or `otherwise`.

## Why
A person who does not know must be led on purpose, never by a catch-all.

## Fails
    cases:
      - when: {used: "yes"}
        next: outcome/used
    otherwise: outcome/unused            # 不确定 slips in here

## Passes
    cases:
      - when: {used: ["yes", unsure]}
        next: outcome/used
    otherwise: outcome/unused
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding, in_words

CODE, NAME = "GRA004", "unsure-slips"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield transitions that catch 不确定 without naming it."""
    for fault in subject.result.faults:
        if fault.kind == "unsure":
            labels = "、".join(f"“{subject.facts.facts[f].label}”" for f in fault.facts)
            example = in_words(fault.answers, subject.facts)
            message = f"{labels}选“不确定”的人，只靠 not 或 otherwise 走到这里。例如：{example}。"
            yield Finding(fault.span, message, "在某一条的条件里写明 unsure。")
