# SPDX-License-Identifier: MIT
"""What an invariant promises, written out anew over a list of all situations.

Shares no code with the provers: it only reads the model, by `tests.interpreter`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from generator.guards import AllOf, AnyOf, Guard, Is
from generator.model import Claim, Invariant, Library
from tests.interpreter import interpret, true

Situation = Mapping[str, str]

SHOWN_BY = {
    "action": ("today", "road"), "evidence": ("evidence",), "letter": ("letters",),
    "deadline": ("deadlines",), "reply": ("replies",), "warning": ("warnings",),
    "sum": ("sums",),
}  # fmt: skip


@dataclass(frozen=True)
class End:
    """Where a situation comes to, and the answers that were asked for on the way, in order."""

    outcome: str
    answers: dict[str, str]


def end(library: Library, tree: str, situation: Situation) -> End:
    """What `situation` comes to in `tree`."""
    outcome, asked = interpret(library, tree, situation)
    return End(outcome, {fact: situation[fact] for fact in asked})


def all_situations(options: Mapping[str, Collection[str]]) -> list[dict[str, str]]:
    """Every full assignment."""
    return [dict(zip(options, row, strict=True)) for row in product(*options.values())]


def meets(library: Library, guard: Guard | None, answers: Situation) -> bool:
    """Whether `answers` meet a condition of an invariant: not asked meets only `unasked`."""
    if guard is None:
        return True
    if isinstance(guard, Is):
        asked = str(guard.fact) in answers
        return true(library, guard, answers) is True if asked else "unasked" in guard.values
    if isinstance(guard, AllOf):
        return all(meets(library, part, answers) for part in guard.guards)
    if isinstance(guard, AnyOf):
        return any(meets(library, part, answers) for part in guard.guards)
    return not meets(library, guard.guard, answers)


def better(library: Library, one: str, other: str) -> bool:
    """Whether the verdict `one` is declared better than `other`, by any number of steps."""
    below = [str(name) for name in library.verdicts[one].better_than]
    return other in below or any(better(library, name, other) for name in below)


def shows(library: Library, kind: str, pieces: Collection[str], at: End) -> bool:
    """Whether the page of `at` shows one of `pieces`."""
    outcome = library.outcomes[at.outcome]
    if kind == "provision":
        parts = [(part.provision, part.when) for part in outcome.provisions]
        parts += [(p, reason.when) for reason in outcome.reasons for p in reason.provisions]
    else:
        uses = [part for section in SHOWN_BY[kind] for part in getattr(outcome, section)]
        parts = [(getattr(part, kind), part.when) for part in uses]
    return any(
        piece in pieces and (when is None or true(library, when, at.answers) is True)
        for piece, when in parts
    )


def keeps(library: Library, claim: Claim, at: End) -> bool:
    """Whether `at` is as `claim` says."""
    verdict = str(library.outcomes[at.outcome].verdict)
    least, most = claim.at_least, claim.at_most
    said = [
        not claim.outcome or at.outcome in claim.outcome,
        not claim.verdict or verdict in claim.verdict,
        least is None or verdict == least or better(library, verdict, str(least)),
        most is None or verdict == most or better(library, str(most), verdict),
    ]
    kinds = (kind for kind in (*SHOWN_BY, "provision") if getattr(claim, kind))
    return all(said) and all(shows(library, k, getattr(claim, k), at) for k in kinds)


def breaks(library: Library, invariant: Invariant, at: End) -> bool:
    """Whether a single situation breaks an invariant of the kinds never, always, only."""
    inside = meets(library, invariant.when, at.answers)
    if invariant.never is not None:
        return inside and keeps(library, invariant.never, at)
    if invariant.always is not None:
        return inside and not keeps(library, invariant.always, at)
    assert invariant.only is not None
    return keeps(library, invariant.only, at) and not inside


def two_break(library: Library, invariant: Invariant, before: End, after: End) -> bool:
    """Whether two situations that differ in the fact of the invariant break it."""
    if not all(meets(library, invariant.when, at.answers) for at in (before, after)):
        return False
    was, now = (str(library.outcomes[at.outcome].verdict) for at in (before, after))
    if invariant.monotone is not None:
        return better(library, was, now)
    assert invariant.irrelevant is not None
    same = before.outcome == after.outcome
    return not same if invariant.irrelevant.to == "outcome" else was != now


def pairs(
    library: Library, invariant: Invariant, options: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The answers that a two-sided invariant compares: (before, after)."""
    if invariant.monotone is not None:
        yield from product(
            _spelt_out(library, invariant, invariant.monotone.worse),
            _spelt_out(library, invariant, invariant.monotone.better),
        )
    else:
        assert invariant.irrelevant is not None
        among: Collection[str] = invariant.irrelevant.among or options
        yield from combinations(_spelt_out(library, invariant, among), 2)


def _spelt_out(library: Library, invariant: Invariant, names: Collection[str]) -> list[str]:
    """`names` with each class replaced by its options."""
    pair = invariant.monotone or invariant.irrelevant
    assert pair is not None
    fact = library.facts.get(str(pair.fact))
    found = []
    for name in map(str, names):
        members = [str(o) for o, it in fact.options.items() if it.cls == name] if fact else []
        found += members or [name]
    return found


def touches(library: Library, invariant: Invariant, at: End) -> bool:
    """Whether the invariant says anything about this situation."""
    if invariant.only is not None:
        return keeps(library, invariant.only, at)
    pair = invariant.monotone or invariant.irrelevant
    asked = pair is None or str(pair.fact) in at.answers
    return asked and meets(library, invariant.when, at.answers)


@dataclass(frozen=True)
class Listed:
    """A small library with everything that can happen in it, listed."""

    library: Library
    options: Mapping[str, Collection[str]]

    @cached_property
    def ends(self) -> dict[str, dict[tuple[str, ...], End]]:
        """By tree and situation (the answers to all facts, in their order)."""
        everything = all_situations(self.options)
        return {
            str(tree): {tuple(s.values()): end(self.library, str(tree), s) for s in everything}
            for tree in self.library.trees
        }

    def all_ends(self) -> list[End]:
        """What all situations of all trees come to."""
        return [at for ends in self.ends.values() for at in ends.values()]

    def trees(self, invariant: Invariant) -> list[str]:
        """The trees that the invariant speaks of."""
        return [str(tree) for tree in invariant.trees] or list(self.ends)

    def breaking(self, invariant: Invariant, tree: str) -> list[End]:
        """Every situation that breaks the invariant (of two compared, the second)."""
        pair = invariant.monotone or invariant.irrelevant
        if pair is None:
            return [at for at in self.ends[tree].values() if breaks(self.library, invariant, at)]
        place = list(self.options).index(str(pair.fact))
        found = []
        for before, after in pairs(self.library, invariant, self.options[str(pair.fact)]):
            for row, at in self.ends[tree].items():
                other = self.ends[tree][(*row[:place], after, *row[place + 1 :])]
                if row[place] == before and two_break(self.library, invariant, at, other):
                    found.append(other)
        return found

    def compares(self, invariant: Invariant) -> bool:
        """Whether some two situations that a two-sided invariant compares both meet its `when`."""
        pair = invariant.monotone or invariant.irrelevant
        if pair is None:
            return True
        place = list(self.options).index(str(pair.fact))
        return any(
            row[place] == before
            and meets(self.library, invariant.when, at.answers)
            and meets(
                self.library,
                invariant.when,
                self.ends[tree][(*row[:place], after, *row[place + 1 :])].answers,
            )
            for before, after in pairs(self.library, invariant, self.options[str(pair.fact)])
            for tree in self.trees(invariant)
            for row, at in self.ends[tree].items()
        )
