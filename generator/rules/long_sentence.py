# SPDX-License-Identifier: MIT
"""A sentence is longer than a tired reader can hold (a warning).

## Why
The reader is on a phone, late, annoyed, perhaps fifteen. At the end of a long sentence the
beginning is gone. A citation (《…》第…条) counts as one character, and so does a blank of a
letter: neither can be made shorter. Statutes are not looked at.

## Fails
    summary: 商家没有按约好的时间给你，也没有照页面写的办，所以可以要求退款，但要先留好订单和聊天。

## Passes
    summary: 商家没有按约好的时间给你，你可以要求退款。先留好订单和聊天。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.problems import Severity
from generator.rules.subject import Finding, Subject
from generator.rules.texts import ShownText, sentences

CODE, NAME = "TXT001", "long-sentence"

LONGEST = 40
"""The handbook asks for 35; one sentence in fifty needs a little more, none much more."""

_OPENING = 12
_NUMBER = "[〇零一二三四五六七八九十百千]+"
_FIXED = re.compile(
    rf"《[^》]*》(?:第{_NUMBER}条(?:第{_NUMBER}款)?(?:第（{_NUMBER}）项)?)?|\{{[^{{}}]*\}}|\s"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield sentences that are too long."""
    yield from findings(subject.texts)


def findings(texts: Iterable[ShownText]) -> Iterator[Finding]:
    """The same in any texts: hand-written pages are read with it too."""
    for shown in texts:
        for sentence in sentences(shown.text):
            length = length_of(sentence)
            if length > LONGEST:
                opening = f"{sentence[:_OPENING]}……"
                message = f"“{opening}”这一句有 {length} 个字，读到后面会忘了前面。"
                hint = f"拆成两句，每句一件事，不超过 {LONGEST} 个字。"
                yield Finding(shown.text.span, message, hint, (), Severity.WARNING)


def length_of(sentence: str) -> int:
    """Characters, with every citation and every blank counted as one and spaces as none."""
    # What opens behind the last 》 never closes; trying each would take n² steps.
    end = sentence.rfind("》") + 1
    closing = sentence[:end] + sentence[end:].replace("《", "x")
    return len(_FIXED.sub(lambda found: "" if found[0].isspace() else "一", closing))
