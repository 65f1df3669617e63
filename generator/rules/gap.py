# SPDX-License-Identifier: MIT
"""Some way of answering matches none of the cases.

## Why
That reader would reach no answer. The message names one such way.

## Fails
    cases:
      - when: {problem: short}
        next: outcome/short

## Passes
    cases:
      - when: {problem: short}
        next: outcome/short
    otherwise: outcome/other
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding, in_words

CODE, NAME = "GRA001", "gap"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield every place where some situation has no way on."""
    for fault in subject.result.faults:
        if fault.kind == "gap":
            message = (
                f"有的情形走到这里就没有去向了。例如：{in_words(fault.answers, subject.facts)}。"
            )
            yield Finding(fault.span, message, "补一个 case，或者写 otherwise。")
