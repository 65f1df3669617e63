# SPDX-License-Identifier: MIT
"""A sentence says something by denying it twice (a warning).

## Why
不是不能退 has to be turned over twice before it means 能退, and half of the readers stop after
the first turn. What others say (“……”) and titles are left alone, and so are questions that ask
yes or no (能不能不退).

## Fails
    summary: 这种情况不是不能退。

## Passes
    summary: 这种情况可以要求退。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.problems import Severity
from generator.rules.subject import Finding, Subject
from generator.rules.texts import ShownText, in_our_voice

CODE, NAME = "TXT002", "double-negation"

_STOP = r"[，。；：！？、（）“”《》\s]"
# Before the first 不 or 没 its own verb turns the pair into a question: 是不是不, 有没有不.
_PAIRS = re.compile(
    "|".join(
        (
            r"(?<!是)不是说?(?:不(?!是)|没)",
            r"并(?:不是|非)(?:不|没|无)",
            r"(?<!有)没有(?:人|谁|什么|一个)?不(?!同|一样)",
            r"(?<!可)不可以?(?:不|没有)",
            r"(?<!能)不能(?:不|没有)",
            r"(?<!会)不会(?:不|没有)",
            r"(?<![要该应])不(?:要|该|应当|应该|应)(?:不|没有)",
            r"不得不|不无|莫不|[未何]尝不|未必不",
            r"无不(?![良当利妥足同])",
            rf"(?<![除并是])非(?![法常])[^，。；：！？、“”]{{1,6}}不可(?={_STOP}|$)",
        )
    )
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield double negations."""
    yield from findings(subject.texts)


def findings(texts: Iterable[ShownText]) -> Iterator[Finding]:
    """The same in any texts: hand-written pages are read with it too."""
    for shown in texts:
        for found in _PAIRS.finditer(in_our_voice(shown.text)):
            message = f"“{found[0]}”是两次否定，要想两遍才懂。"
            hint = "正着说：写“能”“要”“可以”，不写“不是不能”“不能不”。"
            yield Finding(shown.text.span, message, hint, (), Severity.WARNING)
