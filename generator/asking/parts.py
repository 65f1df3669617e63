# SPDX-License-Identifier: MIT
"""The parts of an outcome page that answers show, by the page's own part tables.

The browser looks the same tables up in the same way; see docs/page-data.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.asking.results import SetAside
from generator.catalogue import Catalogue
from generator.compile.conditions import Table
from generator.views import OutcomeView

SECTIONS: dict[str, str] = {
    "warnings": "先注意",
    "reasons": "为什么",
    "today": "今天就做",
    "sums": "退多少，怎么算",
    "evidence": "要留好的证据",
    "road": "之后的路",
    "deadlines": "期限",
    "replies": "对方可能会说",
    "letters": "可以直接用的话",
    "provisions": "法条原文",
    "avoid": "不要做",
    "changes": "什么会改变这个结论",
}


def shown(view: OutcomeView, answers: Mapping[str, str], facts: Catalogue) -> OutcomeView:
    """`view` with only the parts that hold for `answers`, their conditions taken off.

    `answers` are those asked on the way; a fact that is not among them was not asked.
    """
    bits = _bits(view, answers, facts)
    kept: dict[str, Any] = {
        section: tuple(
            replace(part, condition=None) for part in getattr(view, section) if _holds(part, bits)
        )
        for section in SECTIONS
    }
    return replace(view, **kept)


def set_aside(
    view: OutcomeView, answers: Mapping[str, str], facts: Catalogue
) -> Iterator[SetAside]:
    """The parts of `view` that do not hold for `answers`."""
    bits = _bits(view, answers, facts)
    for section in SECTIONS:
        for part in getattr(view, section):
            if not _holds(part, bits):
                yield SetAside(section, _name(part), part.condition.words)


def _holds(part: Any, bits: list[bool]) -> bool:
    return part.condition is None or bits[part.condition.table]


def _bits(view: OutcomeView, answers: Mapping[str, str], facts: Catalogue) -> list[bool]:
    tables = json.loads(view.data)["parts"]
    return [_look_up((tuple(names), bits), answers, facts) for names, bits in tables]


def _look_up(table: Table, answers: Mapping[str, str], facts: Catalogue) -> bool:
    names, bits = table
    row = 0
    for name in names:
        options = facts.facts[name].options
        place = options.index(answers[name]) if name in answers else len(options)
        row = row * (len(options) + 1) + place
    return bits[row] == "1"


def _name(part: Any) -> str:
    if hasattr(part, "citation"):
        return str(part.citation.text)
    own = next(key for key in ("title", "they_say", "text") if hasattr(part, key))
    return str(getattr(part, own))
