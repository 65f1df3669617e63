# SPDX-License-Identifier: MIT
"""A part's condition looks at so many facts that its table would be too large for the page.

## Why
The page looks conditions up in a table with one place for each combination of answers (and of
"not asked"). Each further fact makes it several times larger.

## Fails
    when: {proof.a: "yes", proof.b: "yes", proof.c: "yes", …}      # 16 facts: 3 × 3 × 3 × …

## Passes
    when: {proof.a: "yes", proof.b: "yes"}
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from generator.catalogue import Catalogue
from generator.guards import Guard, atoms
from generator.rules.subject import Finding, Subject, outcome_parts

CODE, NAME = "PRT003", "wide-condition"

WIDEST = 20_000
WIDEST_TOGETHER = 500_000


def check(subject: Subject) -> Iterator[Finding]:
    """Yield conditions that are too wide, alone or together with those before."""
    together, known = 0, set[Guard]()
    for _, _, _, when, span in outcome_parts(subject.library):
        if when is None or when in known:
            continue
        known.add(when)
        width = combinations(when, subject.facts)
        if width > WIDEST:
            yield Finding(next(atoms(when)).fact.span, *_alone(when, width))
        elif together <= WIDEST_TOGETHER < together + width:
            message = f"到这里，各段的条件一共超过 {WIDEST_TOGETHER:,} 种组合。"
            hint = "让条件少看几个事实，或者把几段合成一段。"
            yield Finding(span, message, hint)
        together += width if width <= WIDEST else 0


def combinations(when: Guard, facts: Catalogue) -> int:
    """How many combinations of answers `when` is looked up by; unknown facts count once."""
    names = {str(atom.fact) for atom in atoms(when)} & facts.facts.keys()
    return prod(len(facts.facts[name].options) + 1 for name in names)


def _alone(when: Guard, width: int) -> tuple[str, str]:
    count = len({str(atom.fact) for atom in atoms(when)})
    size = f"有 {width:,} 种" if width < 10**12 else "多得数不清"
    return (
        f"这个条件看了 {count} 个事实，它们的组合{size}，最多 {WIDEST:,} 种。",
        "拆成几段，每段只看两三个事实；选项很多的事实，先按类分，再问是哪一类。",
    )
