# SPDX-License-Identifier: MIT
"""Live-variable analysis: what a state must remember at each step.

A fact is remembered at a step if it may be known there and some test reachable from there tells
its options apart; options that no such test tells apart are one class. Tests are numbered and sets
of them are bit masks, so that the fixpoints over hundreds of steps stay cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.guards import UNSURE, Is, atoms
from generator.program import Move, Program, Step

_Test = tuple[str, tuple[object, ...]]
"""A fact, and for each of its options in order the token by which a test tells it apart."""


@dataclass(frozen=True)
class Layout:
    """How a state at one step is written down: for each of `facts`, a class number.

    Class 0 is "not asked"; `classes` maps a fact's options to their class, counted from 1, and
    `examples` gives one option of each class (index 0 is empty).
    """

    facts: tuple[str, ...]
    classes: tuple[Mapping[str, int], ...]
    examples: tuple[tuple[str, ...], ...]


class Liveness:
    """Layouts of all steps of a program."""

    def __init__(self, program: Program, facts: Catalogue) -> None:
        self._facts = facts
        self._numbers: dict[_Test, int] = {}
        self._tests: list[_Test] = []
        own = {s.id: self._mask(_tests(s, facts)) for s in program.steps.values()}
        self._reach = reachable(program, own)
        self._bit = {fact: 1 << n for n, fact in enumerate(facts.facts)}
        self._known = _forward(program, self._bit)
        self._split: dict[tuple[str, int], dict[str, int]] = {}
        self._of_fact: dict[str, int] = {}
        for number, (fact, _) in enumerate(self._tests):
            self._of_fact[fact] = self._of_fact.get(fact, 0) | 1 << number

    def layout(self, step: str) -> Layout:
        """What a state at `step` remembers."""
        facts = tuple(f for f in self._facts.facts if self._remembered(step, f))
        classes = tuple(self.classes(step, fact) for fact in facts)
        return Layout(facts, classes, tuple(_examples(split) for split in classes))

    def groups(self, step: Step) -> tuple[tuple[str, ...], ...]:
        """The options of the fact that `step` asks, those together that act alike from there on."""
        found: dict[int, list[str]] = {}
        for option, cls in self.classes(step.id, step.fact).items():
            found.setdefault(cls, []).append(option)
        return tuple(tuple(group) for group in found.values())

    def classes(self, step: str, fact: str) -> dict[str, int]:
        """Option to class number for `fact` at `step`."""
        mask = self._reach[step] & self._of_fact.get(fact, 0)
        if (fact, mask) not in self._split:
            tests = [self._tests[n][1] for n in _bits(mask)]
            self._split[fact, mask] = _partition(self._facts.facts[fact].options, tests)
        return self._split[fact, mask]

    def _remembered(self, step: str, fact: str) -> bool:
        tested = self._reach[step] & self._of_fact.get(fact, 0)
        return bool(tested and self._known[step] & self._bit[fact])

    def _mask(self, tests: Iterable[_Test]) -> int:
        mask = 0
        for test in tests:
            if test not in self._numbers:
                self._numbers[test] = len(self._tests)
                self._tests.append(test)
            mask |= 1 << self._numbers[test]
        return mask


def _tests(step: Step, facts: Catalogue) -> Iterator[_Test]:
    numbered: dict[int, int] = {}
    for move in step.moves.values():
        numbered.setdefault(id(move), len(numbered))
        for choice in move.choices:
            for atom in atoms(choice.when):
                yield _atom(atom, facts)
    if step.fact:
        yield step.fact, tuple(numbered[id(move)] for move in step.moves.values())


def _atom(atom: Is, facts: Catalogue) -> _Test:
    info = facts.facts[str(atom.fact)]
    named = frozenset().union(*(info.members(str(v)) for v in atom.values))
    return str(atom.fact), tuple(option in named for option in info.options)


def _partition(options: tuple[str, ...], tests: list[tuple[object, ...]]) -> dict[str, int]:
    numbers: dict[object, int] = {}
    return {
        option: numbers.setdefault(
            # 不确定 stays apart, so that reaching it by a catch-all can be noticed.
            (option == UNSURE, *(test[index] for test in tests)),
            len(numbers) + 1,
        )
        for index, option in enumerate(options)
    }


def _examples(classes: Mapping[str, int]) -> tuple[str, ...]:
    first: dict[int, str] = {}
    for option, cls in classes.items():
        first.setdefault(cls, option)
    return ("", *first.values())


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def moves_of(step: Step) -> Iterator[Move]:
    """The different moves of a step."""
    yield from {id(move): move for move in step.moves.values()}.values()


def reachable(program: Program, own: Mapping[str, int]) -> dict[str, int]:
    """For each step what is reachable from it, its own included, as bit masks.

    `own` is what each step has itself. A fixpoint, so cycles are allowed.
    """
    before: dict[str, set[str]] = {}
    for step in program.steps.values():
        for move in moves_of(step):
            for dest in move.destinations():
                before.setdefault(dest, set()).add(step.id)
    reach = dict(own)
    todo = list(program.steps)
    while todo:
        here = todo.pop()
        for earlier in before.get(here, ()):
            merged = reach[earlier] | reach[here]
            if merged != reach[earlier]:
                reach[earlier] = merged
                todo.append(earlier)
    return reach


def _forward(program: Program, bit: Mapping[str, int]) -> dict[str, int]:
    """For each step the facts that may be known on arriving there."""
    known = dict.fromkeys(program.steps, 0)
    todo = list(program.steps)[::-1]
    while todo:
        step = program.steps[todo.pop()]
        after = known[step.id] | (bit[step.fact] if step.fact else 0)
        for move in moves_of(step):
            for dest in move.destinations():
                if dest in known and known[dest] | after != known[dest]:
                    known[dest] |= after
                    todo.append(dest)
    return known
