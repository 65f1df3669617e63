# SPDX-License-Identifier: MIT
"""A letter has a blank that is not declared, or declares one that it does not use.

## Why
A blank without a name cannot be filled in, and would be sent as it stands.

## Fails
    fields: {order-no: 订单号}
    body: 订单 {order-number} 没有到账。

## Passes
    fields: {order-no: 订单号}
    body: 订单 {order-no} 没有到账。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "OUT002", "letter-blank"

_BLANK = re.compile(r"\{([^{}]*)\}")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield blanks and declarations that do not match."""
    for letter in subject.library.letters.values():
        used = set(_BLANK.findall(letter.body))
        for blank in sorted(used):
            if blank not in letter.fields:
                hint = did_you_mean(blank, letter.fields) or f"在 fields 里加上 {blank}: 中文名称。"
                yield Finding(letter.body.span, f"信里的空“{{{blank}}}”没有说明。", hint)
        for field in letter.fields:
            if field not in used:
                yield Finding(
                    field.span, f"信里没有用到“{{{field}}}”。", "在信里用上它，或者删掉。"
                )
