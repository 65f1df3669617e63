# SPDX-License-Identifier: MIT
"""An id that is not in the ledger yet (a warning).

## Why
Only what the ledger knows is missed when it goes.

## Fails
    # facts/ has `product`, and ids.lock does not name it

## Passes
    # ids.lock
    fact product
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger import Name, ids_of, missing
from generator.problems import Severity
from generator.rules.subject import Finding, Subject

CODE, NAME = "LCK004", "unlocked-id"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield ids the ledger lacks; a new fact or instrument stands for all that is in it."""
    if subject.ledger is None:
        return
    places = ids_of(subject.library)
    new = missing(subject.ledger, subject.library)
    inside = _inside(subject, frozenset(new))
    for name in new:
        if name not in inside:
            message = f"{name.words}还没有登记。"
            hint = "写定以后运行 lubiao lock，它会记进 ids.lock。"
            yield Finding(places[name].span, message, hint, (), Severity.WARNING)


def _inside(subject: Subject, new: frozenset[Name]) -> frozenset[Name]:
    options = {name for name in new if name.kind == "option" and name.fact in new}
    provisions = {
        Name("provision", str(key))
        for instrument in subject.library.instruments.values()
        if Name("instrument", str(instrument.instrument)) in new
        for key in instrument.provisions
    }
    return frozenset(options | provisions)
