# SPDX-License-Identifier: MIT
"""Seeded mutants of a library's trees: what a slip of the hand, or a bad idea, could do to them.

Each mutant differs from the library in one place. Which mutants change what people are told is
not known here; who judges them compares.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from generator.guards import UNASKED, AllOf, AnyOf, Guard, Is, Not
from generator.located import Located
from generator.model import Branch, Case, Library, Question, Target

KINDS = ("retarget", "drop", "widen", "narrow", "swap", "rename", "reorder", "bypass")


@dataclass(frozen=True)
class Mutant:
    """`library` with one change of `kind`, described by `what`."""

    kind: str
    what: str
    library: Library


Edit = tuple[str, str, Question]
"""Kind, description, and the question in its new form."""


def mutants(library: Library, count: int, seed: int) -> list[Mutant]:
    """`count` different mutants, spread evenly over the kinds, the same for the same seed."""
    chance = random.Random(seed)
    by_kind: dict[str, list[Mutant]] = {kind: [] for kind in KINDS}
    for mutant in _all(library):
        by_kind[mutant.kind].append(mutant)
    chosen: list[Mutant] = []
    for pool in by_kind.values():
        chance.shuffle(pool)
    while len(chosen) < count and any(by_kind.values()):
        for pool in by_kind.values():
            if pool and len(chosen) < count:
                chosen.append(pool.pop())
    return chosen


def _all(library: Library) -> Iterator[Mutant]:
    for shelf in ("trees", "subtrees"):
        for name, tree in getattr(library, shelf).items():
            for key, question in tree.questions.items():
                for kind, what, changed in _edits(question, tree, library):
                    questions = {**tree.questions, key: changed}
                    edited = tree.model_copy(update={"questions": questions})
                    entries = {**getattr(library, shelf), name: edited}
                    told = f"{name}.{key}: {what}"
                    yield Mutant(kind, told, replace(library, **{shelf: entries}))


def _edits(question: Question, tree: Any, library: Library) -> Iterator[Edit]:
    for entry in _target_sites(question):
        yield from _retargets(entry, tree, library)
    yield from _option_edits(question, library)
    yield from _case_edits(question.cases, library, lambda c: _with(question, cases=c))
    for key, branch in question.options.items():
        if isinstance(branch, Branch):
            yield from _case_edits(branch.cases, library, _branch_setter(question, key, branch))
    yield from _bypasses(question, tree)


_Site = tuple[Target, Callable[[Target], Question]]


def _target_sites(question: Question) -> Iterator[_Site]:
    for key, entry in question.options.items():
        if isinstance(entry, Target):
            yield entry, _option_setter(question, key)
    if question.next is not None:
        yield question.next, lambda target: _with(question, next=target)
    for index, case in enumerate(question.cases):
        yield case.next, _case_setter(question, index)


def _retargets(site: _Site, tree: Any, library: Library) -> Iterator[Edit]:
    old, put = site
    names = [f"outcome/{name}" for name in library.outcomes]
    names += [str(name) for name, q in tree.questions.items() if q.ask is not None]
    near = names.index(str(old.text)) if str(old.text) in names else 0
    for step in (1, 7, len(names) // 2):
        name = names[(near + step) % len(names)]
        if name != old.text:
            yield "retarget", f"{old.text} → {name}", put(_target(name, old))
    yield "rename", f"{old.text} → {old.text}x", put(_target(f"{old.text}x", old))


def _option_edits(question: Question, library: Library) -> Iterator[Edit]:
    keys = list(question.options)
    default = question.next is not None or question.cases
    for key in keys:
        rest = {k: v for k, v in question.options.items() if k != key}
        if default:
            yield "drop", f"option {key}", _with(question, options=rest)
        others = [] if question.ask is None else library.facts[question.ask].options
        free = [str(o) for o in others if o not in question.options]
        if free:
            moved = {**rest, Located(free[0], key.span): question.options[key]}
            yield "rename", f"option {key} → {free[0]}", _with(question, options=moved)
    for one, two in pairwise(keys):
        if question.options[one] != question.options[two]:
            swapped = {**question.options, one: question.options[two], two: question.options[one]}
            yield "swap", f"options {one}, {two}", _with(question, options=swapped)
    if len(keys) > 1:
        turned = {key: question.options[key] for key in reversed(keys)}
        yield "reorder", "options", _with(question, options=turned)


def _case_edits(
    cases: tuple[Case, ...], library: Library, put: Callable[[tuple[Case, ...]], Question]
) -> Iterator[Edit]:
    for index, case in enumerate(cases):
        before, after = cases[:index], cases[index + 1 :]
        yield "drop", f"case {index + 1}", put((*before, *after))
        for kind, what, when in _guard_edits(case.when, library):
            changed = case.model_copy(update={"when": when})
            yield kind, f"case {index + 1}: {what}", put((*before, changed, *after))
        if after:
            one = case.model_copy(update={"next": after[0].next})
            two = after[0].model_copy(update={"next": case.next})
            yield "swap", f"cases {index + 1}, {index + 2}", put((*before, one, two, *after[1:]))
    if len(cases) > 1:
        yield "reorder", "cases", put(tuple(reversed(cases)))


def _guard_edits(guard: Guard, library: Library) -> Iterator[tuple[str, str, Guard]]:
    match guard:
        case Is():
            yield from _atom_edits(guard, library)
        case Not(inner):
            for kind, what, changed in _guard_edits(inner, library):
                yield kind, what, Not(changed)
        case AllOf(parts) | AnyOf(parts):
            for index, part in enumerate(parts):
                for kind, what, changed in _guard_edits(part, library):
                    whole = (*parts[:index], changed, *parts[index + 1 :])
                    yield kind, what, type(guard)(whole)
            if len(parts) > 1:
                yield "widen", "drop a condition", type(guard)(parts[1:])


def _atom_edits(atom: Is, library: Library) -> Iterator[tuple[str, str, Guard]]:
    fact = library.facts.get(atom.fact)
    options = [str(option) for option in fact.options] if fact is not None else ["yes", "no"]
    span = atom.values[0].span
    for option in options:
        if option not in atom.values:
            added = (*atom.values, Located(option, span))
            yield "widen", f"{atom.fact} or {option}", Is(atom.fact, added)
    for index, value in enumerate(atom.values):
        rest = (*atom.values[:index], *atom.values[index + 1 :])
        if rest and value != UNASKED:
            yield "narrow", f"{atom.fact} not {value}", Is(atom.fact, rest)
        other = next((option for option in options if option not in atom.values), None)
        if other is not None:
            renamed = (*atom.values[:index], Located(other, span), *atom.values[index + 1 :])
            yield "rename", f"{atom.fact}: {value} → {other}", Is(atom.fact, renamed)


def _bypasses(question: Question, tree: Any) -> Iterator[Edit]:
    """Leave out a question: whatever leads to it leads where it leads by default."""
    for old, put in _target_sites(question):
        if old.kind == "question":
            skipped = tree.questions[old.name]
            if skipped.ask is not None and skipped.next is not None:
                yield "bypass", f"skip {old.name}", put(skipped.next)


def _with(question: Question, **changes: object) -> Question:
    return question.model_copy(update=changes)


def _option_setter(question: Question, key: Located) -> Callable[[Target], Question]:
    return lambda target: _with(question, options={**question.options, key: target})


def _branch_setter(
    question: Question, key: Located, branch: Branch
) -> Callable[[tuple[Case, ...]], Question]:
    def put(cases: tuple[Case, ...]) -> Question:
        changed = branch.model_copy(update={"cases": cases})
        return _with(question, options={**question.options, key: changed})

    return put


def _case_setter(question: Question, index: int) -> Callable[[Target], Question]:
    def put(target: Target) -> Question:
        changed = question.cases[index].model_copy(update={"next": target})
        cases = (*question.cases[:index], changed, *question.cases[index + 1 :])
        return _with(question, cases=cases)

    return put


def _target(text: str, old: Target) -> Target:
    kind, slash, name = text.partition("/")
    if not slash:
        return Target("question", text, Located(text, old.text.span))
    return Target(kind, name, Located(text, old.text.span))  # type: ignore[arg-type]
