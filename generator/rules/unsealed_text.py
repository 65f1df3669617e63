# SPDX-License-Identifier: MIT
"""A quotation that no database can confirm, or a day of a law, is not the one that was sealed.

## Why
One character changed in a quotation is a false quotation, and one digit changed in a day calls a
law repealed that holds. Nobody sees it in passing.

## Fails
    # law.lock was written for 第三条的原文。
    text: 第三条的愿文。

## Passes
    text: 第三条的原文。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.rules.subject import Finding, Subject
from generator.statutes.seals import HEAD, broken

CODE, NAME = "CIT009", "unsealed-text"

_HOW = "对照官方文本，逐字核对，再运行 lubiao law seal"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield texts without a right seal, if the library has a `law.lock`."""
    if subject.seals is None:
        return
    for span in subject.seals.malformed:
        yield Finding(span, "封条里的这一行看不懂。", "运行 lubiao law seal 重新写。")
    places = dict(_places(subject))
    for name, seal in broken(subject.seals, subject.library).items():
        is_head = name.startswith(HEAD)
        what = f"“{name.removeprefix(HEAD)}”的{'名字、文号、日期或等级' if is_head else '条文'}"
        if seal:
            message = f"{what}和封存时不一样。"
            yield Finding(places[name].span, message, f"{_HOW} --changed {name}。")
        else:
            yield Finding(places[name].span, f"{what}还没有封存。", f"{_HOW}。")


def _places(subject: Subject) -> Iterator[tuple[str, Located]]:
    for name, instrument in subject.library.instruments.items():
        yield f"{HEAD}{name}", instrument.instrument
        yield from ((str(provision), provision) for provision in instrument.provisions)
