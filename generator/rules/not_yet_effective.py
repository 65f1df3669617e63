# SPDX-License-Identifier: MIT
"""A citation names a provision that is not in force yet.

## Why
Law that will apply next year decides nothing today, however well it would fit.

## Fails
    # law/xinfa.yaml has `effective_from: "2028-01-01"` and `checked_on: "2026-11-21"`
    provisions: [xinfa-15]

## Passes
    # law/jiufa.yaml has `effective_from: "2020-01-01"` and `checked_on: "2026-11-21"`
    provisions: [jiufa-12]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.repealed_provision import instead
from generator.rules.subject import Finding, Subject
from generator.rules.unknown_provision import cited
from generator.statutes.versions import interval

CODE, NAME = "CIT003", "not-yet-effective"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every citation of a provision that applied neither when checked nor today."""
    for name, instrument, provision in cited(subject):
        begins = interval(instrument, provision).begin
        if begins > instrument.checked_on:
            yield Finding(
                name.span,
                f"“{name}”所在的《{instrument.short}》{begins} 才施行，"
                f"核对原文那天（{instrument.checked_on}）还没有生效。",
                f"{instead(instrument, subject)}施行以后再核对一次，改好 checked_on，就能引用。",
            )
        elif subject.today and begins > subject.today:
            message = f"“{name}”所在的《{instrument.short}》{begins} 才施行，今天还不能引用。"
            yield Finding(name.span, message, instead(instrument, subject))
