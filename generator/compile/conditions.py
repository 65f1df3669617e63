# SPDX-License-Identifier: MIT
"""Conditions of parts, as tables for the browser and as words for everyone else."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from generator.catalogue import NO, YES, Catalogue, holds
from generator.guards import UNASKED, AllOf, AnyOf, Guard, Is, Not, atoms
from generator.views import Condition

Table = tuple[tuple[str, ...], str]
"""Facts, and one bit per combination of their options (or not asked), in mixed radix."""


def table(guard: Guard, facts: Catalogue) -> Table:
    """Tabulate `guard` over every combination of answers, "not asked" included.

    The last digit of each fact's radix stands for "not asked"; a combination that the guard
    cannot decide (it hangs on a fact not asked) is 0, and checking has proved it impossible.
    """
    names = tuple(dict.fromkeys(str(atom.fact) for atom in atoms(guard)))
    values = [(*facts.facts[name].options, UNASKED) for name in names]
    bits = (
        holds(guard, {n: v for n, v in zip(names, row, strict=True) if v != UNASKED}, facts)
        for row in product(*values)
    )
    return names, "".join("1" if bit else "0" for bit in bits)


def words(guard: Guard, facts: Catalogue) -> str:
    """`guard` in Chinese, without 如果: 付款方式是微信支付或支付宝，并且没有商品页面截图."""
    match guard:
        case Is(fact, values):
            return _atom(str(fact), [str(v) for v in values], facts)
        case Not(Is(fact, values)):
            return _atom(str(fact), _others(str(fact), values, facts), facts)
        case Not(inner):
            return f"不属于这种情况：{words(inner, facts)}"
        case AllOf(parts):
            return "，并且".join(_nested(part, facts) for part in parts)
        case AnyOf(parts):
            return "，或者".join(_nested(part, facts) for part in parts)


def _nested(guard: Guard, facts: Catalogue) -> str:
    text = words(guard, facts)
    return f"（{text}）" if isinstance(guard, AllOf | AnyOf) else text


def _others(fact: str, values: tuple[str, ...], facts: Catalogue) -> list[str]:
    info = facts.facts[fact]
    named = frozenset().union(*(info.members(str(v)) for v in values))
    return [option for option in info.options if option not in named]


def _atom(fact: str, values: list[str], facts: Catalogue) -> str:
    info = facts.facts[fact]
    asked = [value for value in values if value != UNASKED]
    if not asked:
        return f"没有问过{info.label}"
    if info.group:
        return f"有{info.label}" if asked == [YES] else f"没有{info.label}" if asked == [NO] else ""
    named = frozenset().union(*(info.members(value) for value in asked))
    chosen = [label for option, label in info.option_labels.items() if option in named]
    others = [label for option, label in info.option_labels.items() if option not in named]
    if others and len(others) + 1 < len(chosen):
        return f"{info.label}不是“{'”或“'.join(others)}”"
    return f"{info.label}是“{'”或“'.join(chosen)}”"


@dataclass
class Tables:
    """Collects the part tables of one page; equal tables are stored once."""

    facts: Catalogue
    rows: list[Table] = field(default_factory=list)

    def condition(self, guard: Guard | None) -> Condition | None:
        """The view of `guard`, its table registered; None for an unconditional part."""
        if guard is None:
            return None
        row = table(guard, self.facts)
        if row not in self.rows:
            self.rows.append(row)
        return Condition(self.rows.index(row), f"如果：{words(guard, self.facts)}")
