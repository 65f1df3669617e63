# SPDX-License-Identifier: MIT
"""A citation names a provision that is not in the law library.

## Why
Whoever quotes this site must be quoting law that exists.

## Fails
    provisions: [xiaobaofa-99]

## Passes
    provisions: [xiaobaofa-24-1]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.model import Instrument, Provision
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT001", "unknown-provision"

_SHELVES = ("actions", "evidence", "letters", "deadlines", "replies", "warnings", "sums")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every cited provision that is unknown."""
    known = provisions(subject)
    for name in citations(subject):
        if name not in known:
            hint = did_you_mean(name, known) or "在 law/ 里写好这一条，原文逐字核对。"
            yield Finding(name.span, f"法条库里没有“{name}”。", hint)


def provisions(subject: Subject) -> dict[str, Instrument]:
    """The instrument of every provision in the library, by the provision's id."""
    instruments = subject.library.instruments.values()
    return {str(name): instrument for instrument in instruments for name in instrument.provisions}


def cited(subject: Subject) -> Iterator[tuple[Located, Instrument, Provision]]:
    """Every citation of a provision that there is, with its instrument and the provision."""
    known = provisions(subject)
    for name in citations(subject):
        if name in known:
            yield name, known[name], known[name].provisions[name]


def citations(subject: Subject) -> Iterator[Located]:
    """Every provision id that any part of the library cites."""
    library = subject.library
    for outcome in library.outcomes.values():
        yield from (use.provision for use in outcome.provisions)
        for reason in outcome.reasons:
            yield from reason.provisions
    for shelf in _SHELVES:
        for piece in getattr(library, shelf).values():
            yield from piece.provisions
    for misquote in library.misquotes.values():
        yield from misquote.provisions
    for channel in library.channels.values():
        for fact in channel.facts():
            yield from fact.provisions
    for scenario in library.scenarios:
        yield from scenario.mentions
    for invariant in library.invariants:
        for claim in (invariant.never, invariant.always, invariant.only):
            yield from claim.provision if claim is not None else ()
