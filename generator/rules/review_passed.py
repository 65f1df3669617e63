# SPDX-License-Identifier: MIT
"""The day to look again at a tree, a law file or a channel has passed (a warning).

## Why
Law and platforms change; what nobody has looked at since may be wrong by now.

## Fails
    # checked on 2027-06-01
    review_by: "2027-05-21"

## Passes
    # checked on 2027-06-01
    review_by: "2027-11-21"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.problems import Severity
from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT005", "review-passed"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield review dates before today; none if today is not given."""
    if not subject.today:
        return
    for instrument in subject.library.instruments.values():
        if instrument.review_by < subject.today:
            hint = "重新核对原文，再改 checked_on 和 review_by。"
            yield _finding(f"《{instrument.short}》", instrument.review_by, hint)
    for tree in subject.library.trees.values():
        if tree.review_by < subject.today:
            hint = "从头走一遍这棵树，改好内容，再改 review_by。"
            yield _finding(f"树“{tree.title}”", tree.review_by, hint)
    for channel in subject.library.channels.values():
        if channel.review_by < subject.today:
            hint = "重新核对每一条的来源，再改 checked_on 和 review_by。"
            yield _finding(f"渠道“{channel.title}”", channel.review_by, hint)


def _finding(what: str, day: Located, hint: str) -> Finding:
    message = f"{what}应当在 {day} 以前复查，已经过了。"
    return Finding(day.span, message, hint, (), Severity.WARNING)
