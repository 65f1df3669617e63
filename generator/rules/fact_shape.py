# SPDX-License-Identifier: MIT
"""A fact that has no meaning: bands out of order, a single option, and the like.

## Why
A number or date must fall into exactly one band, and a choice needs at least two options.
不确定 stands last, where readers look for it. A number names its unit; a date counts days.

## Fails
    kind: number
    unit: 元
    options:
      small: {label: 不到 100 元, below: 100}
      tiny: {label: 不到 10 元, below: 10}

## Passes
    kind: number
    unit: 元
    options:
      tiny: {label: 不到 10 元, below: 10}
      small: {label: 10 元到 100 元, below: 100}
      large: {label: 100 元以上}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.guards import UNASKED, UNSURE
from generator.located import Located
from generator.model import Fact
from generator.problems import did_you_mean
from generator.rules.question_shape import reserved
from generator.rules.subject import Finding, Subject

CODE, NAME = "SHP002", "fact-shape"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield malformed facts."""
    for name, fact in subject.library.facts.items():
        if reserved(name):
            yield Finding(name.span, f"“{name}”是保留的词，不能当事实的 id。", "换一个 id。")
        yield from _options(name, fact)
        yield from _classes(name, fact)
        yield from _unsure(fact)
        yield from _unit(name, fact)
        if fact.kind in ("number", "date"):
            yield from _bands(name, fact)
        else:
            yield from _no_bands(fact)


def _options(name: Located, fact: Fact) -> Iterator[Finding]:
    if fact.kind == "multi":
        if not fact.options:
            yield Finding(name.span, f"多选“{name}”没有选项。", "至少写一个选项。")
        if fact.none is None:
            yield Finding(name.span, f"多选“{name}”没有写 none。", "加上 none: 都没有。")
    else:
        if len(fact.options) < 2:
            yield Finding(name.span, f"“{name}”的选项太少。", "至少写两个选项。")
        if fact.none is not None:
            hint = "写上 kind: multi，或者删掉 none。"
            yield Finding(fact.none.span, f"“{name}”不是多选，不能写 none。", hint)
    for key in fact.options:
        if key == UNASKED:
            yield Finding(key.span, f"“{key}”是保留的词，不能当选项的 id。", "换一个 id。")


def _classes(name: Located, fact: Fact) -> Iterator[Finding]:
    for key, option in fact.options.items():
        if key == UNSURE and option.cls is not None:
            hint = "去掉它的 class：要让不确定的人走这一条，就在条件里写明 unsure。"
            yield Finding(option.cls.span, "“不确定”不能归进一个类。", hint)
        if key in fact.classes:
            yield Finding(key.span, f"“{key}”既是选项又是类。", "给其中一个换个 id。")
        if option.cls is not None and option.cls not in fact.classes:
            hint = did_you_mean(option.cls, fact.classes) or "在 classes 里先写上它。"
            yield Finding(option.cls.span, f"没有叫“{option.cls}”的类。", hint)
    for cls in fact.classes:
        if fact.kind == "multi":
            hint = "删掉 classes；在条件里逐项写。"
            yield Finding(cls.span, f"多选“{name}”不能分类，“{cls}”不起作用。", hint)
        elif not any(option.cls == cls for option in fact.options.values()):
            hint = "删掉它，或者给选项写上 class。"
            yield Finding(cls.span, f"没有一个选项属于“{cls}”这个类。", hint)


def _unsure(fact: Fact) -> Iterator[Finding]:
    for key in fact.options:
        if key != UNSURE:
            continue
        if fact.kind == "multi":
            yield Finding(key.span, "多选题不能有“不确定”。", "删掉它：不确定就是没有选。")
        elif key != list(fact.options)[-1]:
            yield Finding(key.span, "“不确定”（unsure）没有排在最后。", "把它移到选项的最后。")


def _unit(name: Located, fact: Fact) -> Iterator[Finding]:
    if fact.kind == "number" and fact.unit is None:
        hint = "加上 unit，例如 unit: 元。"
        yield Finding(name.span, f"数字“{name}”没有写单位。", hint)
    if fact.kind != "number" and fact.unit is not None:
        hint = "删掉 unit。日期总是按天算；要填数字，就写 kind: number。"
        yield Finding(fact.unit.span, f"“{name}”不是数字，不能写单位。", hint)


def _bands(name: Located, fact: Fact) -> Iterator[Finding]:
    limits = [(key, option.below) for key, option in fact.options.items()]
    open_at = next((i for i, (_, below) in enumerate(limits) if below is None), len(limits))
    if open_at == 0:
        hint = "从小到大写各段，每段写 below；最后一段不写 below。"
        yield Finding(name.span, f"“{name}”的第一段没有写 below。", hint)
    elif open_at == len(limits) or limits[open_at][0] == UNSURE:
        key, below = limits[open_at - 1]
        message = f"“{name}”的最后一段“{key}”写了 below，{below} 和更大的没有选项可选。"
        yield Finding(key.span, message, "再加一段不写 below 的，放在“不确定”前面。")
    for (_, low), (key, high) in pairwise(limits[:open_at]):
        if low is not None and high is not None and high <= low:
            message = f"“{key}”的 below（{high}）没有比上一段（{low}）大。"
            yield Finding(key.span, message, "从小到大排列各段。")
    for key, below in limits[open_at:]:
        if below is not None and open_at > 0:
            yield Finding(key.span, f"“{key}”排在没有 below 的一段后面。", "把它移到前面。")


def _no_bands(fact: Fact) -> Iterator[Finding]:
    for key, option in fact.options.items():
        if option.below is not None:
            hint = "写上 kind: number 或 kind: date，或者删掉 below。"
            yield Finding(key.span, f"“{key}”写了 below，可是只有数字和日期才分段。", hint)
