# SPDX-License-Identifier: MIT
"""An id that was public once is gone: not in the library, not in a `formerly`, not retired.

## Why
Links that people saved or sent to one another name it, and would lead nowhere.

## Fails
    # ids.lock has `fact product`, and facts/ has only:
    goods:
      label: 买的东西

## Passes
    goods:
      label: 买的东西
      formerly: [product]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger import Ledger, Name, missing, understood
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "LCK002", "lost-id"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield ids of the ledger that mean nothing any more."""
    if subject.ledger is None:
        return
    ledger, known = subject.ledger, understood(subject.library)
    for name, span in ledger.published.items():
        if name in known or ledger.gave_up(name) or _goes_with_its_fact(name, known):
            continue
        message = f"{name.words}公开过，现在找不到了。"
        yield Finding(span, message, _mend(name, ledger, subject))


def _goes_with_its_fact(name: Name, known: frozenset[Name]) -> bool:
    # The lost fact is reported; mending it mends its options.
    return name.kind == "option" and name.fact not in known


def _mend(name: Name, ledger: Ledger, subject: Subject) -> str:
    rename = f"改了名，就在新的那一个上写 formerly: [{name.last}]"
    return (
        f"{rename}{_guess(name, ledger, subject)}。有意不要了，就运行 lubiao lock --retire {name}。"
    )


def _guess(name: Name, ledger: Ledger, subject: Subject) -> str:
    """The id it is likely called now: one that is new, of the same kind, in the same fact."""
    new = [
        other.last
        for other in missing(ledger, subject.library)
        if other.kind == name.kind and (name.kind != "option" or _same_fact(name, other, subject))
    ]
    near = did_you_mean(name.last, new)
    if not near and len(new) == 1:
        near = f"新出现的是“{new[0]}”"
    return f"（{near.removesuffix('？')}）" if near else ""


def _same_fact(old: Name, new: Name, subject: Subject) -> bool:
    fact = subject.library.facts[new.fact.id]
    return old.fact.id in (new.fact.id, *fact.formerly)
