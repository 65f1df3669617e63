# SPDX-License-Identifier: MIT
"""A letter has a blank that is not declared, declares one that it does not use, or has an
unpaired brace.

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

from generator.located import Located
from generator.model import Letter
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "OUT002", "letter-blank"

_BLANK = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield blanks and declarations that do not match."""
    for name, letter in subject.library.letters.items():
        used = set(_BLANK.findall(letter.body))
        for blank in sorted(used):
            if not blank.strip():
                hint = "在花括号里写上空的 id，例如 {order-no}；再在 fields 里写明它。"
                yield Finding(
                    letter.body.span, f"信“{name}”里有一个没有名字的空“{{{blank}}}”。", hint
                )
            elif blank not in letter.fields:
                hint = did_you_mean(blank, letter.fields) or f"在 fields 里加上 {blank}: 中文名称。"
                yield Finding(letter.body.span, f"信“{name}”里的空“{{{blank}}}”没有说明。", hint)
        for field in letter.fields:
            if field not in used:
                yield Finding(
                    field.span, f"信“{name}”里没有用到“{{{field}}}”。", "在信里用上它，或者删掉。"
                )
        yield from _unpaired(name, letter)


def _unpaired(name: Located, letter: Letter) -> Iterator[Finding]:
    # Blanks become spaces of the same length, so that places in the text stay the same.
    rest = _BLANK.sub(lambda match: " " * len(match.group()), letter.body)
    for match in _BRACE.finditer(rest):
        around = letter.body[max(0, match.start() - 8) : match.end() + 8].replace("\n", " ")
        message = f"信“{name}”里的花括号“{match.group()}”没有成对：“…{around}…”。"
        yield Finding(letter.body.span, message, "补上另一半；要填的空写成 {order-no} 这样。")
