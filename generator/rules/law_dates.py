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
from generator.model import Instrument, Provision
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
        yield from _beginning(name, instrument)
        for provision in instrument.provisions.values():
            yield from _version(instrument, provision)


def _without_end(name: Located, instrument: Instrument) -> Iterator[Finding]:
    if instrument.status == "repealed":
        message = f"《{instrument.short}》写了 status: repealed，没有写哪天失效。"
        yield Finding(name.span, message, "加上 effective_to，写失效的那一天。")


def _end(instrument: Instrument, end: Located, today: str) -> Iterator[Finding]:
    short, begin, checked = instrument.short, instrument.effective_from, instrument.checked_on
    if begin is not None and end < begin:
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


def _beginning(name: Located, instrument: Instrument) -> Iterator[Finding]:
    begin, announced = instrument.effective_from, instrument.promulgated
    if begin is None and any(p.effective_from is None for p in instrument.provisions.values()):
        message = f"《{instrument.short}》有条文，没有写哪天施行。"
        yield Finding(name.span, message, "对照官方文本，写上 effective_from。")
    elif begin is not None and announced is not None and begin < announced:
        message = f"《{instrument.short}》的施行日期 {begin} 早于公布日期 {announced}。"
        yield Finding(announced.span, message, "对照官方文本，改对 promulgated 或 effective_from。")


def _version(instrument: Instrument, provision: Provision) -> Iterator[Finding]:
    """Bounds of one version: in order, and inside those of its instrument."""
    begin, end = provision.effective_from, provision.effective_to
    first, last = instrument.effective_from, instrument.effective_to
    if begin is not None and end is not None and end <= begin:
        message = f"这一版的失效日期 {end} 没有晚于施行日期 {begin}。"
        yield Finding(end.span, message, "对照官方文本，改对 effective_from 或 effective_to。")
    if begin is not None and first is not None and begin < first:
        message = f"这一版从 {begin} 起施行，《{instrument.short}》{first} 才施行。"
        yield Finding(begin.span, message, "条文的日期要在整部文件的日期之内。")
    if end is not None and last is not None and end > last:
        message = f"这一版到 {end} 才失效，《{instrument.short}》{last} 就失效了。"
        yield Finding(end.span, message, "条文的日期要在整部文件的日期之内。")
