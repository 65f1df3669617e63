# SPDX-License-Identifier: MIT
"""A quotation that no database can confirm is not the one that was sealed.

## Why
One character changed in a quotation is a false quotation, and nobody sees it in passing.

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
from generator.statutes.seals import broken

CODE, NAME = "CIT009", "unsealed-text"

_HOW = "对照官方文本，逐字核对，再运行 lubiao law seal"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield texts without a right seal, if the library has a `law.lock`."""
    if subject.seals is None:
        return
    for span in subject.seals.malformed:
        yield Finding(span, "封条里的这一行看不懂。", "运行 lubiao law seal 重新写。")
    places = {str(name): name for name in _names(subject)}
    for name, seal in broken(subject.seals, subject.library).items():
        if seal:
            message = f"“{name}”的条文和封存时不一样。"
            yield Finding(places[name].span, message, f"{_HOW} --changed {name}。")
        else:
            yield Finding(places[name].span, f"“{name}”的条文还没有封存。", f"{_HOW}。")


def _names(subject: Subject) -> Iterator[Located]:
    for instrument in subject.library.instruments.values():
        yield from instrument.provisions
