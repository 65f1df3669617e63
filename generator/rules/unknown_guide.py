# SPDX-License-Identifier: MIT
"""The front door leads to a guide that does not exist, or says what the guide does not ask first.

## Why
One tap there must bring the reader to a question, with what they said already answered.

## Fails
    - {label: 没到账, guide: full-refnd, answers: {problem: not_arrived}}

## Passes
    - {label: 没到账, guide: full-refund, answers: {problem: not_arrived}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "REF010", "unknown-guide"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield ways whose guide does not exist."""
    trees = tuple(map(str, subject.library.trees))
    for group in subject.library.front.values():
        for way in group.ways:
            if way.guide not in subject.library.trees:
                hint = did_you_mean(way.guide, trees) or f"可以写：{'、'.join(trees)}。"
                yield Finding(way.guide.span, f"没有叫“{way.guide}”的指引。", hint)
