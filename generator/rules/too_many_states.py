# SPDX-License-Identifier: MIT
"""The trees remember so many earlier answers at once that they cannot be compiled.

## Why
Every earlier fact still tested later multiplies the number of pages. The message names the facts.

## Fails
    # twenty questions, and after them one case that tests all twenty

## Passes
    # test a fact soon after it is asked, or group its options into classes
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Compiled, Finding

CODE, NAME = "GRA009", "too-many-states"


def check(subject: Compiled) -> Iterator[Finding]:
    """Yield the place that has to remember most, with the facts to blame."""
    for fault in subject.result.faults:
        if fault.kind == "explosion":
            labels = "、".join(f"“{subject.facts.facts[f].label}”" for f in fault.facts)
            message = f"这里的条件要看前面太多题，程序比不完：{labels}。"
            hint = "把看某一题的 when 挪到那一题后面；或者把选项归成类。"
            yield Finding(fault.span, message, hint)
