# SPDX-License-Identifier: MIT
"""A repealed instrument is said to be replaced by one that is not in the law library.

## Why
Whoever quotes an old rule must be led to the one that applies now.

## Fails
    replaced_by: [xinfaa]

## Passes
    replaced_by: [xinfa]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT011", "unknown-instrument"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every `replaced_by` that is unknown or names the instrument itself."""
    shelf = subject.library.instruments
    for name, instrument in shelf.items():
        for other in instrument.replaced_by:
            if other not in shelf:
                hint = did_you_mean(other, map(str, shelf)) or "先在 law/ 里写好那一部。"
                yield Finding(other.span, f"法条库里没有“{other}”这一部。", hint)
            elif other == name:
                message = f"《{instrument.short}》不能由它自己接替。"
                yield Finding(other.span, message, "写接替它的那一部的 id。")
