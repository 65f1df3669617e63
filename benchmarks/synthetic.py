# SPDX-License-Identifier: MIT
"""Made-up trees for measuring and testing the proof, deterministic by seed.

Every fact has the options `a`, `b`, `c`, …. Outcomes never swallow the situation in which every
answer is `a`, so that every question can be reached; a seeded fault sits in situations like it.
"""

from __future__ import annotations

import random
import string
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.catalogue import Catalogue, FactInfo, holds
from generator.guards import AllOf, AnyOf, Guard, Is, Not, atoms
from generator.located import Located
from generator.problems import Span
from generator.program import Choice, Dest, Move, Program, Step

FILE = "synthetic"
SOUND = "sound"


@dataclass(frozen=True)
class Input:
    """One tree, and the verdict its maker expects: `sound`, or the fault and its place."""

    program: Program
    facts: Catalogue
    expected: str = SOUND


def independent(questions: int = 18, options: int = 10) -> Input:
    """Questions one after another, nothing ever tested: options^questions situations."""
    facts = [_fact(f"q{n}", options) for n in range(questions)]
    moves = [Move((), _onward(n, questions), _span(n)) for n in range(questions)]
    return Input(_chain(facts, moves), _catalogue(facts))


def guarded(
    seed: int, questions: int = 200, options: int = 6, window: int = 8, fault: str = ""
) -> Input:
    """Every transition tests up to three of the `window` facts asked before.

    A few transitions are sound only because an earlier one led elsewhere. With
    `fault` (`gap` or `overlap`) the transition at three quarters of the way has that fault.
    """
    maker = _Guarded(random.Random(seed), questions, window)
    facts = [_fact(f"q{n}", options) for n in range(questions)]
    spoiled = questions * 3 // 4 if fault else -1
    moves = [
        maker.spoiled(n, facts, fault) if n == spoiled else maker.move(n, facts)
        for n in range(questions)
    ]
    place = _span(spoiled, 0 if fault == "gap" else 1)
    expected = f"{fault} {place}" if fault else SOUND
    return Input(_chain(facts, moves), _catalogue(facts), expected)


def exploding(seed: int, pairs: int = 16, options: int = 6) -> Input:
    """All answers are tested together at the very end, each in three unrelated pairs.

    No two ways of answering the first half have the same future, so that no diagram in the order
    of asking has fewer nodes than options^pairs; the three pairings leave no better order either.
    """
    rng = random.Random(seed)
    facts = [_fact(f"q{n}", options) for n in range(2 * pairs)]
    early, late = facts[:pairs], facts[pairs:]
    rows = [list(zip(early, rng.sample(late, pairs), strict=True)) for _ in range(3)]
    tests: list[Guard] = [AnyOf(tuple(_same(x, y) for x, y in row)) for row in rows]
    last = 2 * pairs - 1
    moves = [Move((), _onward(n, 2 * pairs), _span(n)) for n in range(last)]
    ends = tuple(
        Choice(guard, f"outcome/{n}", _span(last, n + 1))
        for n, guard in enumerate(_disjoint(tests))
    )
    return Input(
        _chain(facts, [*moves, Move(ends, "outcome/none", _span(last))]), _catalogue(facts)
    )


def revision(seed: int, questions: int = 12, options: int = 10) -> tuple[Input, Input]:
    """A tree of options^questions situations, and the same tree after five edits.

    Two pairs of neighbours change places, a fact loses an option, two cases lead elsewhere.
    """
    maker = _Guarded(random.Random(seed), questions, window=4, leaning=0)
    facts = [_fact(f"q{n}", options) for n in range(questions)]
    moves = [maker.move(n, facts) for n in range(questions)]
    before = Input(_chain(facts, moves), _catalogue(facts))
    short = facts[questions // 2]
    facts[questions // 2] = _fact(short.id, options - 1)
    changed = [_without(move, short.id, short.options[-1]) for move in moves]
    for number in [n for n, move in enumerate(changed) if _endable(move)][:2]:
        changed[number] = _retargeted(changed[number])
    order = _swapped(moves)
    edited = _chain([facts[n] for n in order], [_led_on(changed[n], n, order) for n in order])
    return before, Input(edited, _catalogue(facts))


# ---- guards ------------------------------------------------------------------------------------


@dataclass
class _Guarded:
    """Makes the transitions of `guarded`; remembers which answers earlier ones led away."""

    rng: random.Random
    questions: int
    window: int
    leaning: float = 0.25
    away: Guard | None = None

    def move(self, number: int, facts: Sequence[FactInfo]) -> Move:
        known = facts[max(0, number - self.window) : number]
        if not known:
            return Move((), _onward(number, self.questions), _span(number))
        if self.away is not None and self.rng.random() < self.leaning:
            names = {fact.id for fact in known}
            if all(atom.fact in names for atom in atoms(self.away)):
                return self._leaning(number, known, self.away)
        return self._mixed(number, known)

    def spoiled(self, number: int, facts: Sequence[FactInfo], fault: str) -> Move:
        """Sound but for the situations in which two facts were both answered `a`."""
        seen = self.rng.sample(list(facts[max(0, number - self.window) : number]), 2)
        test = self._guard(seen)
        hole = AllOf(tuple(_is(fact, "a") for fact in seen))
        if fault == "gap":
            guards: list[Guard] = [AllOf((g, Not(hole))) for g in (test, Not(test))]
        else:
            guards = [AnyOf((g, hole)) for g in (test, Not(test))]
        return self._cases(number, guards, otherwise=False)

    def _mixed(self, number: int, known: Sequence[FactInfo]) -> Move:
        seen = self.rng.sample(list(known), min(len(known), self.rng.randint(1, 3)))
        first = _disjoint([self._guard(seen) for _ in range(self.rng.randint(1, 3))])
        guards = [guard for guard in first if _possible(guard, seen)]
        rest = AllOf(tuple(Not(guard) for guard in guards))
        if self.rng.random() < 0.5 and _possible(rest, seen):
            return self._cases(number, guards, otherwise=True)
        whole = [*guards, rest] if _possible(rest, seen) else guards
        return self._cases(number, whole, otherwise=False)

    def _leaning(self, number: int, known: Sequence[FactInfo], away: Guard) -> Move:
        """Two cases that miss, or share, just the answers that were led away before."""
        names = dict.fromkeys(str(atom.fact) for atom in atoms(away))
        test = self._guard([fact for fact in known if fact.id in names])
        rest: Guard = AllOf((Not(test), Not(away)))
        if self.rng.random() < 0.5:
            rest = AnyOf((Not(test), away))
        return self._cases(number, [test, rest], otherwise=False)

    def _cases(self, number: int, guards: Sequence[Guard], otherwise: bool) -> Move:
        onward = _onward(number, self.questions)
        choices = tuple(
            Choice(guard, self._target(guard, onward), _span(number, n + 1))
            for n, guard in enumerate(guards)
        )
        return Move(choices, onward if otherwise else None, _span(number))

    def _target(self, guard: Guard, onward: Dest) -> Dest:
        if self.rng.random() < 0.8 or _true_of_all_a(guard):
            return onward
        self.away = guard
        return f"outcome/o{self.rng.randrange(20)}"

    def _guard(self, facts: Sequence[FactInfo]) -> Guard:
        parts = tuple(self._literal(fact) for fact in self.rng.sample(facts, len(facts)))
        if len(parts) == 1:
            return parts[0]
        both = self.rng.choice((AllOf, AnyOf))
        if len(parts) == 3 and self.rng.random() < 0.5:
            inner = AnyOf if both is AllOf else AllOf
            return both((parts[0], inner(parts[1:])))
        return both(parts)

    def _literal(self, fact: FactInfo) -> Guard:
        values = self.rng.sample(fact.options, self.rng.randint(1, len(fact.options) // 2))
        literal = _is(fact, *sorted(values))
        return Not(literal) if self.rng.random() < 0.3 else literal


def _disjoint(guards: Sequence[Guard]) -> list[Guard]:
    """Each guard without what an earlier one already takes."""
    return [
        AllOf((guard, *(Not(earlier) for earlier in guards[:n]))) if n else guard
        for n, guard in enumerate(guards)
    ]


def _same(left: FactInfo, right: FactInfo) -> Guard:
    both = zip(left.options, right.options, strict=True)
    return AnyOf(tuple(AllOf((_is(left, x), _is(right, y))) for x, y in both))


def _is(fact: FactInfo, *options: str) -> Is:
    name, *values = (Located(text, Span(FILE)) for text in (fact.id, *options))
    return Is(name, tuple(values))


def _true_of_all_a(guard: Guard) -> bool:
    names = {str(atom.fact) for atom in atoms(guard)}
    return _possible(guard, [_fact(name, 1) for name in names])


def _possible(guard: Guard, facts: Sequence[FactInfo]) -> bool:
    """Whether some answers to `facts` match `guard`, however one gets there."""
    known, names = _catalogue(facts), [fact.id for fact in facts]
    rows = product(*(fact.options for fact in facts))
    return any(holds(guard, dict(zip(names, row, strict=True)), known) for row in rows)


# ---- edits -------------------------------------------------------------------------------------


def _swapped(moves: Sequence[Move]) -> list[int]:
    """The order of asking once two pairs of neighbours (if as many may) changed places."""
    order = list(range(len(moves)))
    tested = [{str(a.fact) for c in move.choices for a in atoms(c.when)} for move in moves]
    free = [n for n in range(1, len(moves) - 1) if f"q{n}" not in tested[n + 1]]
    for n in (*free[:1], *[n for n in free[1:] if n > free[0] + 1][-1:]):
        order[n], order[n + 1] = order[n + 1], order[n]
    return order


def _led_on(move: Move, number: int, order: Sequence[int]) -> Move:
    """`move` of question `number`, with its way on leading to what is asked next in `order`."""
    old, place = _onward(number, len(order)), order.index(number)
    new = f"t.q{order[place + 1]}" if place + 1 < len(order) else "outcome/end"
    choices = tuple(replace(c, to=new if c.to == old else c.to) for c in move.choices)
    return replace(
        move, choices=choices, otherwise=new if move.otherwise == old else move.otherwise
    )


def _without(move: Move, fact: str, option: str) -> Move:
    """`move` once `fact` no longer has `option`."""

    def kept(guard: Guard) -> Guard:
        match guard:
            case Is(name, values):
                left = tuple(v for v in values if (name, v) != (fact, option))
                return Is(name, left or (Located("a", name.span),))
            case Not(inner):
                return Not(kept(inner))
            case AllOf(parts):
                return AllOf(tuple(kept(part) for part in parts))
            case AnyOf(parts):
                return AnyOf(tuple(kept(part) for part in parts))

    return replace(move, choices=tuple(replace(c, when=kept(c.when)) for c in move.choices))


def _endable(move: Move) -> list[int]:
    """The cases that may lead to an outcome without cutting off what comes later."""
    return [n for n, c in enumerate(move.choices) if not _true_of_all_a(c.when)]


def _retargeted(move: Move) -> Move:
    choices = list(move.choices)
    first = _endable(move)[0]
    choices[first] = replace(choices[first], to="outcome/changed")
    return replace(move, choices=tuple(choices))


# ---- programs ----------------------------------------------------------------------------------


def _fact(name: str, options: int) -> FactInfo:
    letters = tuple(string.ascii_lowercase[:options])
    labels = {letter: letter for letter in letters}
    return FactInfo(name, name, name, letters, labels, {}, "choice")


def _catalogue(facts: Sequence[FactInfo]) -> Catalogue:
    return Catalogue({fact.id: fact for fact in facts})


def _chain(facts: Sequence[FactInfo], moves: Sequence[Move]) -> Program:
    """Question after question, each with one transition shared by its options."""
    steps = {
        f"t.{fact.id}": Step(
            f"t.{fact.id}", fact.id, dict.fromkeys(fact.options, move), move.span, f"t.{fact.id}"
        )
        for fact, move in zip(facts, moves, strict=True)
    }
    return Program(steps, {"t": f"t.{facts[0].id}"})


def _onward(number: int, questions: int) -> Dest:
    return f"t.q{number + 1}" if number + 1 < questions else "outcome/end"


def _span(number: int, case: int = 0) -> Span:
    """The transition of question `number`, or one of its cases: one line each, one column each."""
    return Span(FILE, number + 1, case + 1)
