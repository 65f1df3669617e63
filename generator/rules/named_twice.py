# SPDX-License-Identifier: MIT
"""The same thing stands twice in one list, or two scenarios have the same name.

## Why
The reader would see it twice; or the second was meant to be something else.

## Fails
    evidence: [order-page, chat-log, order-page]

## Passes
    evidence: [order-page, chat-log, goods-page]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.guards import atoms
from generator.located import Located
from generator.model import Library, Model
from generator.rules.subject import Finding, Subject, all_trees, cases, outcome_parts

CODE, NAME = "REF008", "named-twice"

# Former ids have rules of their own.
_OTHERS = frozenset({"formerly"})
_MEND = "删掉其中一个，或者换成本来想写的那个。"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every second mention of the same thing in one list."""
    for entry in _entries(subject.library):
        yield from _lists(entry)
    yield from _sections(subject.library)
    yield from _conditions(subject.library)
    hint = "给其中一个换个名字；真的一样，就删掉一个。"
    names = [scenario.name for scenario in subject.library.scenarios]
    yield from _again(names, "两个故事都叫“{}”。", hint)
    names = [invariant.name for invariant in subject.library.invariants]
    yield from _again(names, "两条不变式都叫“{}”。", hint)


def _entries(library: Library) -> Iterator[Model]:
    for shelf in vars(library).values():
        yield from shelf.values() if isinstance(shelf, Mapping) else shelf


def _lists(entry: Model) -> Iterator[Finding]:
    """Lists of texts or ids in `entry`, and in what it holds."""
    for key, value in entry:
        if isinstance(value, tuple) and key not in _OTHERS:
            words = [item for item in value if isinstance(item, Located)]
            yield from _again(words, f"“{{}}”在 {key} 里写了两次。", _MEND)
        for inner in value.values() if isinstance(value, dict) else (value,):
            for held in inner if isinstance(inner, tuple) else (inner,):
                if isinstance(held, Model):
                    yield from _lists(held)


def _sections(library: Library) -> Iterator[Finding]:
    sections: dict[tuple[str, str], list[Located]] = {}
    for outcome, section, named, _, span in outcome_parts(library):
        sections.setdefault((outcome, section), []).append(Located(named, span))
    hint = "只留一条；两种情形都要显示，就用 any 合成一个条件。"
    for (_, section), names in sections.items():
        yield from _again(names, f"“{{}}”在 {section} 里写了两次。", hint)


def _conditions(library: Library) -> Iterator[Finding]:
    """The same option twice in one condition."""
    questions = (q for tree in all_trees(library) for q in tree.questions.values())
    guards = [case.when for question in questions for case in cases(question)]
    guards += [when for *_, when, _ in outcome_parts(library) if when is not None]
    for guard in guards:
        for atom in atoms(guard):
            message = f"“{atom.fact}”的条件里，“{{}}”写了两次。"
            yield from _again(atom.values, message, _MEND)


def _again(names: Iterable[Located], message: str, hint: str) -> Iterator[Finding]:
    first: dict[str, Located] = {}
    for name in names:
        if name in first:
            related = ((first[name].span, "第一次写在这里"),)
            yield Finding(name.span, message.format(name), hint, related)
        first.setdefault(name, name)
