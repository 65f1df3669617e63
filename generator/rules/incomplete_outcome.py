# SPDX-License-Identifier: MIT
"""An outcome without a reason, a next step, evidence or a provision; or one that may show none.

## Why
Whoever reads it must learn why, what to do, with what, and on which ground.

## Fails
    today: []

## Passes
    today: [call-110]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Subject

CODE, NAME = "OUT001", "incomplete-outcome"

_NEEDED = {"reasons": "理由", "today": "今天就做", "evidence": "证据", "provisions": "法条"}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield sections that are empty or wholly conditional."""
    for name, outcome in subject.library.outcomes.items():
        for section, noun in _NEEDED.items():
            parts = getattr(outcome, section)
            if not parts:
                hint = f"在 {section} 里至少写一项。"
                yield Finding(name.span, f"结论“{name}”没有写“{noun}”。", hint)
            elif section != "today" and all(part.when is not None for part in parts):
                hint = f"在 {section} 里至少写一项不带 when 的。"
                yield Finding(name.span, f"结论“{name}”的“{noun}”可能一项都不显示。", hint)
