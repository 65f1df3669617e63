# SPDX-License-Identifier: MIT
"""Entries that can be seen to cover nothing, without following any path.

## Why
They look as if they led somebody somewhere; whoever changes them changes nothing.

## Fails
    options:
      topup: carrier
      code: redeem
      ordinary: merchant             # the class holds only `topup` and `code`

## Passes
    options:
      topup: carrier
      ordinary: merchant             # covers `code`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import FactInfo
from generator.located import Located
from generator.model import Branch, Question
from generator.rules.subject import Finding, Subject, all_trees

CODE, NAME = "SHP005", "unfitting-options"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield entries that no option is left for, and empty `cases`."""
    for tree in all_trees(subject.library):
        for name, question in tree.questions.items():
            yield from _empty_cases(name, question)
            info = subject.facts.facts.get(str(question.ask))
            if info is not None:
                yield from _covered_classes(question, info)
                yield from _covered_default(name, question, info)


def _empty_cases(name: Located, question: Question) -> Iterator[Finding]:
    hint = "写上至少一条 when 和 next；不分情形就删掉 cases，写一个去向。"
    if "cases" in question.model_fields_set and not question.cases:
        yield Finding(name.span, f"“{name}”的 cases 是空的。", hint)
    for key, entry in question.options.items():
        if isinstance(entry, Branch) and not entry.cases:
            yield Finding(key.span, f"“{name}”的“{key}”下面，cases 是空的。", hint)


def _covered_classes(question: Question, info: FactInfo) -> Iterator[Finding]:
    for key in question.options:
        members = info.classes.get(str(key), frozenset())
        if members and all(option in question.options for option in members):
            listed = "、".join(f"“{info.option_labels[o]}”" for o in info.options if o in members)
            message = f"类“{key}”里的选项（{listed}）都另外写了去向，这一条没有人会走到。"
            yield Finding(key.span, message, "删掉这一条，或者删掉其中几个选项自己的去向。")


def _covered_default(name: Located, question: Question, info: FactInfo) -> Iterator[Finding]:
    covered = frozenset().union(*(info.members(str(key)) for key in question.options), frozenset())
    if not covered.issuperset(info.options):
        return
    message = f"“{name}”的每个选项都在 options 里写了去向，“{{}}”没有人会走到。"
    hint = "删掉它，或者删掉 options 里去向相同的几条。"
    if question.next is not None:
        yield Finding(question.next.text.span, message.format("next"), hint)
    elif question.cases:
        yield Finding(name.span, message.format("cases"), hint)
