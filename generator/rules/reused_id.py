# SPDX-License-Identifier: MIT
"""An id that once meant something is given to something else.

## Why
An old link would not fail; it would say something the reader never answered.

## Fails
    # ids.lock has `retired fact product`
    product:
      label: 另一件事

## Passes
    sold_item:
      label: 另一件事
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger import Former, Ledger, Name, aliases, formers, ids_of
from generator.problems import Span
from generator.rules.subject import Finding, Subject

CODE, NAME = "LCK003", "reused-id"

_FRESH = "id 只用一次，换一个没用过的。"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield live ids that are retired or stand in a `formerly`, and old ids claimed twice."""
    if subject.ledger is not None:
        yield from _retired(subject, subject.ledger)
        yield from _claimed(subject)


def _retired(subject: Subject, ledger: Ledger) -> Iterator[Finding]:
    for name, key in ids_of(subject.library).items():
        for alias in aliases(subject.library, name):
            span = ledger.retired.get(alias)
            if span is not None:
                message = f"{alias.words}已经停用，不能再用。"
                yield Finding(key.span, message, _FRESH, ((span, "停用写在这里"),))


def _claimed(subject: Subject) -> Iterator[Finding]:
    live = ids_of(subject.library)
    first: dict[Name, Former] = {}
    for former in formers(subject.library):
        place = former.written.span
        earlier = first.setdefault(former.old, former)
        if former.old in live:
            yield _in_use(former, live[former.old].span)
        elif earlier is not former:
            message = f"{former.old.words}在两处 formerly 里。一个旧 id 只能变成一个新的。"
            hint = "留下真正由它改名来的那一处，删掉另一处。"
            yield Finding(place, message, hint, ((earlier.written.span, "另一处在这里"),))


def _in_use(former: Former, live: Span) -> Finding:
    message = f"{former.old.words}还在用，不能写进 formerly。"
    hint = "真的改了名，就给还在用的那一个换一个没用过的 id；没有改名，就从 formerly 里删掉它。"
    return Finding(former.written.span, message, hint, ((live, "它用在这里"),))
