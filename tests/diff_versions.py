# SPDX-License-Identifier: MIT
"""Two versions of a small library, the second with weaker answers, and what differs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.check import CheckedLibrary, proved
from generator.compare import compare
from generator.compare.results import Comparison
from tests.libraries import BASE, library

BEFORE = BASE["trees/demo.yaml"].replace(
    'options: {"no": outcome/fresh}',
    'options: {"no": outcome/fresh, part: outcome/fresh, unsure: outcome/hard}',
)
WEAKER = BEFORE.replace('"no": outcome/fresh', '"no": outcome/hard')
OUTCOMES = "    outcomes:\n" + "".join(
    f"""\
      {name}:
        title: {title}
        verdict: {verdict}
        summary: 一句话。
        reasons: [因为这样。]
        today: [first-step]
        evidence: [order-page]
        provisions: [demo-1]
"""
    for name, title, verdict in (
        ("late", "用晚了", "yes-you-can"),
        ("fresh", "还没用", "yes-you-can"),
        ("hard", "不好退", "no-you-cannot"),
    )
)
DEADLINES = """\
    deadlines:
      seven: {title: 七天, kind: law, clock: 收到, days: 7, provisions: [demo-1]}
    """

ACTIONS = """\
    actions:
      first-step: {title: 第一步, stage: self_check, steps: [看订单。]}
      second: {title: 第二步, stage: platform, steps: [找平台。]}
    """
TODAY = "today: [first-step]"


def checked_library(sources: Mapping[str, bytes]) -> CheckedLibrary:
    """The library in these sources, which must be sound."""
    found = proved(sources)
    assert found.library is not None, found.problems
    return found.library


def sources(tree: str = BEFORE, outcomes: str = OUTCOMES, **more: str) -> dict[str, bytes]:
    """A version of the small library: the one before, unless something is given."""
    return library(trees__demo=tree, outcomes__o=outcomes, **more)


def compared(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Comparison:
    """What a reader sees differently in the new version."""
    return compare(checked_library(old), checked_library(new))


def texts(found: Comparison) -> dict[tuple[str, str, str], tuple[str, str]]:
    """By kind, id and field each text that changed, before and after."""
    return {(t.kind, t.id, t.field): (t.before, t.after) for t in found.texts}


@pytest.fixture(scope="module")
def weaker() -> Comparison:
    return compared(sources(), sources(WEAKER))
