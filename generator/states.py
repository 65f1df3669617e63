# SPDX-License-Identifier: MIT
"""What a state remembers at each step, and how it is carried over a transition.

A state at a step is the tuple of the residues (by number) of those conditions ahead that may
already be partly known there. Which ones these are depends on the step alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from generator import residue
from generator.catalogue import Catalogue
from generator.choosing import Decision, aware, settled
from generator.guards import UNSURE, Guard
from generator.liveness import ahead, known, moves_of
from generator.program import Dest, Move, Program, Step
from generator.residue import Watched

Memory = tuple[int, ...]
"""Residue numbers, one for each condition that the step remembers."""


@dataclass(frozen=True)
class _View:
    """Picks the residues of some conditions out of a memory, brought up to date by one answer."""

    pick: Callable[[tuple[int, ...]], tuple[int, ...]]
    fresh: tuple[tuple[int, Watched, dict[int, int]], ...]
    answer: tuple[str, str]

    def of(self, memory: Memory) -> tuple[int, ...]:
        picked = self.pick(memory)
        if not self.fresh:
            return picked
        updated = list(picked)
        for place, watched, table in self.fresh:
            number = table.get(updated[place])
            if number is None:
                number = watched.after(updated[place], *self.answer)
            updated[place] = number
        return tuple(updated)


@dataclass(frozen=True)
class _Tested:
    """What a move looks at: its cases, their strict readings, and who its `otherwise` catches.

    `numbers` are the conditions to look up: those of `guards`, then of `stricts` (each with its
    case and fact), then, if there is an `otherwise`, which facts were answered 不确定.
    """

    guards: tuple[Guard, ...]
    stricts: tuple[tuple[int, str, Guard], ...]
    numbers: tuple[int, ...]
    minding: frozenset[str]


@dataclass
class _Look:
    """A move as seen from one step, and the decisions it came to so far."""

    view: _View
    tested: _Tested
    decided: dict[tuple[int, ...], Decision] = field(default_factory=dict)


class States:
    """Memories of all steps of one program."""

    def __init__(self, program: Program, facts: Catalogue) -> None:
        self._program = program
        self._facts = facts
        self._watched: list[Watched] = []
        self._numbers: dict[object, int] = {}
        own = {step.id: self._mask(step) for step in program.steps.values()}
        self._ahead = ahead(program, own)
        bits = {fact: 1 << n for n, fact in enumerate(facts.facts)}
        self._known = known(program, bits)
        self._facts_of = [sum(bits[fact] for fact in w.facts) for w in self._watched]
        self._remembered: dict[str, tuple[int, ...]] = {}
        self._views: dict[tuple[str, str, Dest], _View] = {}
        self._looks: dict[tuple[str, str, int], _Look] = {}
        self._tested: dict[int, _Tested] = {}
        self._direct: dict[int, Decision] = {}

    # ---- memories ------------------------------------------------------------------------------

    def first(self, step: str) -> Memory:
        """The memory at `step` when nothing is known."""
        return tuple(self._begin(number) for number in self.remembered(step))

    def remembered(self, step: str) -> tuple[int, ...]:
        """The conditions that a state at `step` remembers, by number."""
        if step not in self._remembered:
            may = self._known[step]
            self._remembered[step] = tuple(
                n for n in _bits(self._ahead[step]) if self._facts_of[n] & may
            )
        return self._remembered[step]

    def facts_of(self, number: int, step: str) -> frozenset[str]:
        """The facts of a condition that may be known at `step`."""
        bits = {fact: 1 << n for n, fact in enumerate(self._facts.facts)}
        return frozenset(f for f in self._watched[number].facts if bits[f] & self._known[step])

    def carried(self, step: str, memory: Memory, option: str, dest: Dest) -> Memory:
        """The memory at `dest` after `option` (empty: nothing new) was answered at `step`."""
        key = (step, option, dest)
        if key not in self._views:
            self._views[key] = self._view(step, option, self.remembered(dest))
        return self._views[key].of(memory)

    def answer(self, step: Step, memory: Memory) -> str:
        """An option like the one `step` was answered with already; empty if it was not."""
        number = self._numbers["asks", step.id]
        places = self.remembered(step.id)
        if number not in places:
            return ""
        return str(self._watched[number].residues[memory[places.index(number)]] or "")

    def groups(self, step: Step) -> tuple[tuple[str, ...], ...]:
        """The options of the fact that `step` asks, those together that act alike from there on."""
        bit = 1 << list(self._facts.facts).index(step.fact)
        tests = [n for n in _bits(self._ahead[step.id]) if self._facts_of[n] & bit]
        found: dict[tuple[object, ...], list[str]] = {}
        for option in step.moves:
            looks = (self._watched[n].after(self._begin(n), step.fact, option) for n in tests)
            key = (id(step.moves[option]), option == UNSURE, *looks)
            found.setdefault(key, []).append(option)
        return tuple(tuple(group) for group in found.values())

    def decide(self, step: str, memory: Memory, option: str, move: Move) -> Decision:
        """Follow `move` from `memory` at `step` once `option` is answered (empty: nothing new)."""
        if not move.choices:
            return self._plain(move)
        key = (step, option, id(move))
        if key not in self._looks:
            tested = self._tests_of(move)
            self._looks[key] = _Look(self._view(step, option, tested.numbers), tested)
        look = self._looks[key]
        seen = look.view.of(memory)
        found = look.decided.get(seen)
        if found is None:
            found = look.decided[seen] = self._decide(move, look.tested, seen)
        return found

    def _plain(self, move: Move) -> Decision:
        if id(move) not in self._direct:
            self._direct[id(move)] = Decision(move.otherwise, move.span)
        return self._direct[id(move)]

    # ---- conditions ----------------------------------------------------------------------------

    def _decide(self, move: Move, tested: _Tested, seen: tuple[int, ...]) -> Decision:
        found = [self._watched[n].residues[at] for n, at in zip(tested.numbers, seen, strict=True)]
        pairs = list(zip(tested.guards, found, strict=False))
        unsure: dict[int, frozenset[str]] = {}
        for (index, fact, guard), left in zip(tested.stricts, found[len(pairs) :], strict=False):
            if self._truth(guard, left, tested) is not True:
                unsure[index] = unsure.get(index, frozenset()) | {fact}
        if len(found) > len(pairs) + len(tested.stricts):
            unsure[-1] = frozenset(found[-1])  # type: ignore[call-overload]
        return settled(
            move,
            [self._truth(guard, left, tested) for guard, left in pairs],
            [residue.still_open(guard, left) for guard, left in pairs],
            unsure,
        )

    def _truth(self, guard: Guard, left: object, tested: _Tested) -> bool | None:
        return residue.truth(guard, left, self._facts, tested.minding)

    def _tests_of(self, move: Move) -> _Tested:
        if id(move) not in self._tested:
            guards = tuple(choice.when for choice in move.choices)
            stricts = tuple(
                (index, fact, narrowed)
                for index, guard in enumerate(guards)
                for fact, narrowed in residue.strict(guard, self._facts)
            )
            watched = [*guards, *(narrowed for _, _, narrowed in stricts)]
            numbers = [self._numbers["when", guard] for guard in watched]
            caught = residue.caught(move, self._facts)
            if caught:
                numbers.append(self._numbers["unsure", caught])
            self._tested[id(move)] = _Tested(guards, stricts, tuple(numbers), aware(move))
        return self._tested[id(move)]

    def _mask(self, step: Step) -> int:
        mask = 0
        for key, make in self._of(step):
            if key not in self._numbers:
                self._numbers[key] = len(self._watched)
                self._watched.append(make())
                self._watched[-1].number(self._watched[-1].begin)
            mask |= 1 << self._numbers[key]
        return mask

    def _of(self, step: Step) -> Iterator[tuple[object, Callable[[], Watched]]]:
        for move in moves_of(step):
            for choice in move.choices:
                narrowed = (guard for _, guard in residue.strict(choice.when, self._facts))
                for when in (choice.when, *narrowed):
                    yield ("when", when), lambda when=when: residue.of_guard(when, self._facts)  # type: ignore[misc]
            caught = residue.caught(move, self._facts)
            if caught and move.choices:
                yield ("unsure", caught), lambda caught=caught: residue.of_unsure(caught)  # type: ignore[misc]
        if step.fact:
            yield ("asks", step.id), lambda: residue.of_step(step)

    def _begin(self, number: int) -> int:
        return self._watched[number].number(self._watched[number].begin)

    def _view(self, step: str, option: str, numbers: tuple[int, ...]) -> _View:
        here = self.remembered(step)
        fact = self._program.steps[step].fact if option else ""
        places = {n: at for at, n in enumerate(here)}
        unknown = dict.fromkeys(n for n in numbers if n not in places)
        begins = [self._begin(n) for n in unknown]
        places.update((n, len(here) + at) for at, n in enumerate(unknown))
        indexes = [places[n] for n in numbers]
        fresh = tuple(
            (at, self._watched[n], self._watched[n].table(fact, option))
            for at, n in enumerate(numbers)
            if fact and fact in self._watched[n].facts
        )
        return _View(_picker(indexes, tuple(begins)), fresh, (fact, option))


def _picker(
    indexes: list[int], begins: tuple[int, ...]
) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    if not indexes:
        return lambda memory: ()
    if len(indexes) == 1:
        return lambda memory: ((*memory, *begins)[indexes[0]],)
    get = itemgetter(*indexes)
    return (lambda memory: get((*memory, *begins))) if begins else get


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
