# SPDX-License-Identifier: MIT
"""Two versions of one provision hold on the same day.

## Why
A purchase has one date, and that date must lead to one text.

## Fails
    jiufa-18-old: {article: 18, effective_to: "2025-06-01", …}
    jiufa-18: {article: 18, effective_from: "2025-05-01", …}

## Passes
    jiufa-18-old: {article: 18, effective_to: "2025-05-01", …}
    jiufa-18: {article: 18, effective_from: "2025-05-01", …}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Subject
from generator.statutes.versions import clashes

CODE, NAME = "CIT008", "version-overlap"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield pairs of provisions with one pinpoint whose intervals meet."""
    for instrument in subject.library.instruments.values():
        places = {str(name): name.span for name in instrument.provisions}
        for first, second in clashes(instrument):
            yield Finding(
                places[second],
                f"“{second}”和“{first}”是同一处条文，有一天两个都有效。",
                "旧的写 effective_to，新的写 effective_from，同一天交接；写重了就删掉一个。",
                ((places[first], "另一个在这里"),),
            )
