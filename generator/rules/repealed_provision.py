# SPDX-License-Identifier: MIT
"""A citation names a provision that is no longer in force.

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

from generator.model import Instrument, Provision
from generator.rules.subject import Finding, Subject
from generator.rules.unknown_provision import cited
from generator.statutes.versions import in_force, pinpoint

CODE, NAME = "CIT002", "repealed-provision"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every citation of a repealed instrument or of an earlier version."""
    for name, instrument, provision in cited(subject):
        end = provision.effective_to
        if instrument.status == "repealed":
            when = f"{instrument.effective_to} 起" if instrument.effective_to else "已经"
            message = f"“{name}”所在的《{instrument.short}》{when}废止，不能再引用。"
            yield Finding(name.span, message, instead(instrument, subject))
        elif end is not None and end <= max(str(instrument.checked_on), subject.today):
            message = f"“{name}”是《{instrument.short}》的旧条文，{end} 起已经换成新的。"
            yield Finding(name.span, message, _newer(instrument, provision, str(end)))


def instead(instrument: Instrument, subject: Subject) -> str:
    """What to cite in place of `instrument`: what replaced it, or what shares a name with it."""
    for other in _successors(instrument, subject):
        if other is not instrument and other.status == "in_force" and other.provisions:
            listed = "、".join(list(other.provisions)[:3])
            return f"现行的是《{other.short}》（{other.instrument}），换成它的条文，例如 {listed}。"
    return "换成现行的规定；没有替代的，就删掉这个引用。"


def _successors(instrument: Instrument, subject: Subject) -> Iterator[Instrument]:
    shelf, mine = subject.library.instruments, _names(instrument)
    yield from (shelf[name] for name in instrument.replaced_by if name in shelf)
    yield from (other for other in shelf.values() if mine & _names(other))


def _newer(instrument: Instrument, former: Provision, day: str) -> str:
    """The version that took the place of `former`, if the library has it."""
    for name, other in instrument.provisions.items():
        if pinpoint(other) == pinpoint(former) and in_force(instrument, other, day):
            return f"换成“{name}”。"
    return "换成现行的条文；没有的，就删掉这个引用。"


def _names(instrument: Instrument) -> set[str]:
    return {str(n) for n in (instrument.title, instrument.short, *instrument.aliases)}
