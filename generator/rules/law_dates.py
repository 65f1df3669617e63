# SPDX-License-Identifier: MIT
"""The dates of a law file contradict each other or its status.

## Why
From these dates the pages say whether a rule applies; a slip in one misleads every reader.

## Fails
    effective_from: "2019-01-01"
    effective_to: "2018-12-31"
    status: in_force

## Passes
    effective_from: "2019-01-01"
    effective_to: "2025-12-31"
    status: repealed
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.model import Instrument
from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT004", "law-dates"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield contradictory dates of instruments."""
    for name, instrument in subject.library.instruments.items():
        if instrument.effective_to is None:
            yield from _without_end(name, instrument)
        else:
            yield from _end(instrument, instrument.effective_to, subject.today)
        yield from _checking(instrument, subject.today)


def _without_end(name: Located, instrument: Instrument) -> Iterator[Finding]:
    if instrument.status == "repealed":
        message = f"《{instrument.short}》写了 status: repealed，没有写哪天失效。"
        yield Finding(name.span, message, "加上 effective_to，写失效的那一天。")


def _end(instrument: Instrument, end: Located, today: str) -> Iterator[Finding]:
    short, begin, checked = instrument.short, instrument.effective_from, instrument.checked_on
    if end < begin:
        message = f"《{short}》的失效日期 {end} 早于施行日期 {begin}。"
        yield Finding(end.span, message, "对照官方文本，改对 effective_from 或 effective_to。")
    elif instrument.status == "in_force" and end <= checked:
        message = f"《{short}》在核对的那天（{checked}）已经失效，status 却写着 in_force。"
        yield Finding(
            end.span, message, "失效了就写 status: repealed；没有失效就删掉 effective_to。"
        )
    elif instrument.status == "in_force" and end <= today:
        message = f"《{short}》{end} 起已经失效，今天是 {today}，status 却写着 in_force。"
        yield Finding(end.span, message, "写 status: repealed，引用它的地方换成现行的规定。")
    elif instrument.status == "repealed" and end > checked:
        message = f"《{short}》到 {end} 才失效，status 却已经写成 repealed。"
        yield Finding(end.span, message, "还有效就写 status: in_force；日期不对就改 effective_to。")


def _checking(instrument: Instrument, today: str) -> Iterator[Finding]:
    checked, review = instrument.checked_on, instrument.review_by
    if review <= checked:
        message = f"《{instrument.short}》的复查日期 {review} 没有晚于核对日期 {checked}。"
        yield Finding(review.span, message, "把 review_by 写成下一次复查的日期。")
    if today and checked > today:
        message = f"《{instrument.short}》的核对日期 {checked} 还没有到，今天是 {today}。"
        yield Finding(checked.span, message, "把 checked_on 写成真正核对原文的那一天。")
