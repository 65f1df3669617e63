# SPDX-License-Identifier: MIT
"""A citation names a provision of an instrument that is no longer in force.

## Why
Whoever quotes repealed law to a shop or a court has lost the argument before it begins.

## Fails
    # law/jiufa.yaml has `status: repealed`
    provisions: [jiufa-12]

## Passes
    # law/xinfa.yaml has `status: in_force`
    provisions: [xinfa-15]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Instrument
from generator.rules.subject import Finding, Subject
from generator.rules.unknown_provision import cited

CODE, NAME = "CIT002", "repealed-provision"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every citation of a repealed instrument."""
    for name, instrument in cited(subject):
        if instrument.status == "repealed":
            when = f"{instrument.effective_to} 起" if instrument.effective_to else "已经"
            message = f"“{name}”所在的《{instrument.short}》{when}废止，不能再引用。"
            yield Finding(name.span, message, instead(instrument, subject))


def instead(instrument: Instrument, subject: Subject) -> str:
    """What to cite in place of `instrument`, by the names it shares with those that apply."""
    mine = _names(instrument)
    for other in subject.library.instruments.values():
        if other is not instrument and other.status == "in_force" and mine & _names(other):
            listed = "、".join(list(other.provisions)[:3])
            return f"现行的是《{other.short}》（{other.instrument}），换成它的条文，例如 {listed}。"
    return "换成现行的规定；没有替代的，就删掉这个引用。"


def _names(instrument: Instrument) -> set[str]:
    return {str(n) for n in (instrument.title, instrument.short, *instrument.aliases)}
