# SPDX-License-Identifier: MIT
"""A time with a number in it that does not say whether the law or a platform set it.

## Why
法定 can be insisted on; 平台惯例 changes overnight, and nothing is lost when it has passed. A
reader who takes one for the other gives up too early or waits too long. A wait without a number
needs no tag, nor does a channel's advice; a legal wait must name its law.

## Fails
    wait: 七个工作日内答复。

## Passes
    wait: 七个工作日内答复。
    wait_kind: law
    provisions: [tousu-15]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.rules.subject import Finding, Subject

CODE, NAME = "SHP008", "untagged-limit"

TIME = re.compile(
    r"(?<![那这哪当同每第某月\d一二三四五六七八九十百两半])(?<!最后)(?<!月 )"
    r"(?P<number>\d{1,3}|[一二三四五六七八九十百两半]+)"
    r"\s*个?(?P<unit>工作日|小时|钟头|星期|(?<=个)月|分钟|天(?!天)|日(?!子)|周|年)"
)
"""A number of hours, days, months or years; not 那一天, and no date (2026 年 6 月 1 日)."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield waits and limits of channels that are not tagged."""
    for name, action in subject.library.actions.items():
        if action.wait is None:
            continue
        found = TIME.search(action.wait)
        if found and action.wait_kind is None:
            hint = (
                "加上 wait_kind: law（法条写的）或 practice（平台自己定的）；没有来源，就去掉数字。"
            )
            yield Finding(action.wait.span, f"“{found[0]}”没有写明是谁定的。", hint)
        if action.wait_kind == "law" and not action.provisions:
            hint = "写上 provisions；如果只是平台的做法，写 wait_kind: practice。"
            yield Finding(name.span, f"“{action.title}”要等的时间写成法定，却没有写依据。", hint)
    for channel in subject.library.channels.values():
        for fact in channel.limits:
            found = TIME.search(fact.text)
            if found and fact.grade == "advice":
                hint = "grade 写 law、A、A-、B 或 practice，并写明出处；没有来源，就去掉数字。"
                yield Finding(fact.text.span, f"“{found[0]}”没有写明是谁定的。", hint)
