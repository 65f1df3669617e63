# SPDX-License-Identifier: MIT
"""Proving an invariant over every situation, or finding the smallest situation that breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from generator.catalogue import Catalogue, holds
from generator.diagram import Diagram
from generator.forest import Forest, differences
from generator.guards import UNASKED, Guard, Is, atoms
from generator.labelling import Answers, Labeller, Watch, Words, labelled
from generator.model import Claim, Invariant, Library, Outcome
from generator.showing import KINDS, conditions, shown
from generator.situations import Situations, Trail
from generator.verdicts import worse_than


@dataclass(frozen=True)
class Broken:
    """A situation that breaks an invariant: the fewest answers that lead to it.

    For *monotone* and *irrelevant* there are two ways to answer `fact`, `before` and `after`;
    `example` then holds the other answers, and `outcomes` is what the two come to.
    """

    tree: str
    example: Trail
    outcomes: tuple[str, ...]
    fact: str = ""
    before: str = ""
    after: str = ""


class Prover:
    """Proves invariants of one library over its diagram."""

    def __init__(self, library: Library, diagram: Diagram) -> None:
        self.library = library
        self.diagram = diagram
        self.facts: Catalogue = diagram.facts
        self.everything = frozenset(diagram.facts.facts)
        self.situations = Situations(diagram)
        self._labellers: dict[Guard | None, Labeller] = {}

    @cached_property
    def _worse(self) -> Mapping[str, frozenset[str]]:
        return worse_than(self.library.verdicts)

    @cached_property
    def _forest(self) -> Forest:
        return Forest({fact: info.options for fact, info in self.facts.facts.items()})

    def broken(self, invariant: Invariant) -> Iterator[Broken]:
        """One smallest breaking situation per tree that has any."""
        trees = self._trees(invariant)
        if invariant.monotone is not None or invariant.irrelevant is not None:
            found = (self._two_sided(invariant, tree) for tree in trees)
        elif self._one_sided(invariant, trees) is None:
            # All guides are walked at once; they share most of their nodes.
            return
        else:
            found = (self._one_sided(invariant, [tree]) for tree in trees)
        yield from (broken for broken in found if broken is not None)

    def vacuous(self, invariant: Invariant) -> bool:
        """Whether no situation is touched by the invariant, so that it says nothing."""
        watch = [invariant.when] if invariant.when is not None else []
        pair = invariant.monotone or invariant.irrelevant
        if pair is not None:
            # So that it is remembered whether the fact was asked.
            watch.append(Is(pair.fact, ()))
        everywhere = {o: [*watch, *self._claimed(invariant, o)] for o in self.diagram.outcomes}
        starts = [self.diagram.starts[tree] for tree in self._trees(invariant)]
        if self.situations.first(starts, everywhere, self._touched(invariant)) is None:
            return True
        return pair is not None and not self._comparable(invariant)

    def _comparable(self, invariant: Invariant) -> bool:
        """Whether some situation meets `when` with both answers, so that a pair is compared."""
        if invariant.when is None:
            return True
        fact, pairs = self._pairs(invariant)
        options = self.facts.facts[fact].options
        for tree in self._trees(invariant):
            left, right = (self._marked(tree, invariant.when, mark) for mark in ("one", "other"))
            for before, after in pairs:
                one = self._forest.restrict(left, fact, options.index(before))
                other = self._forest.restrict(right, fact, options.index(after))
                if differences(self._forest, one, other, lambda a, b: None not in (a, b)):
                    return True
        return False

    def _marked(self, tree: str, when: Guard, mark: str) -> int:
        # Two marks, so that no two functions are equal and every pair is walked to its leaves.
        return labelled(
            self._forest,
            self.diagram,
            tree,
            lambda _, known: mark if self._when(when, known) else None,
            {outcome: [when] for outcome in self.diagram.outcomes},
        )

    def _touched(self, invariant: Invariant) -> Callable[[str, Answers], bool]:
        pair = invariant.monotone or invariant.irrelevant
        if pair is not None:
            fact = str(pair.fact)
            return lambda outcome, answers: fact in answers and self._when(invariant.when, answers)
        if invariant.only is not None:
            only = invariant.only
            return lambda outcome, answers: self._claims(only, outcome, answers)
        return lambda outcome, answers: self._when(invariant.when, answers)

    def _trees(self, invariant: Invariant) -> list[str]:
        return [str(t) for t in invariant.trees] or list(self.diagram.starts)

    # ---- never, always, only -------------------------------------------------------------------

    def _one_sided(self, invariant: Invariant, trees: Sequence[str]) -> Broken | None:
        """A smallest breaking situation; it is said to be of the first of `trees`."""
        when = invariant.when
        watch = {
            outcome: [*self._claimed(invariant, outcome), *([when] if when is not None else [])]
            for outcome in self.diagram.outcomes
            if self._may_break(invariant, outcome)
        }
        hopeless = self._hopeless(invariant)
        starts = dict.fromkeys(self.diagram.starts[tree] for tree in trees)
        found = self.situations.first(starts, watch, self._breaks(invariant), hopeless)
        return Broken(trees[0], found[0], (found[1],)) if found else None

    def _breaks(self, invariant: Invariant) -> Callable[[str, Answers], bool]:
        when = invariant.when
        if invariant.never is not None:
            never = invariant.never
            return lambda o, known: self._when(when, known) and self._claims(never, o, known)
        if invariant.always is not None:
            always = invariant.always
            return lambda o, known: self._when(when, known) and not self._claims(always, o, known)
        assert invariant.only is not None
        only = invariant.only
        return lambda o, known: self._claims(only, o, known) and not self._when(when, known)

    def _hopeless(self, invariant: Invariant) -> Callable[[Answers], bool]:
        """Answers after which the invariant can no longer be broken."""
        when = invariant.when
        if when is None or invariant.only is not None:
            return lambda known: False
        if any(UNASKED in atom.values for atom in atoms(when)):
            # What was not asked yet may still be asked.
            return lambda known: False
        return lambda known: holds(when, known, self.facts) is False

    def _may_break(self, invariant: Invariant, outcome: str) -> bool:
        """Whether the outcome could break the invariant under some answers."""
        plain = self._static(invariant.never or invariant.always or invariant.only, outcome)
        return plain is not True if invariant.always is not None else plain is not False

    def _static(self, claim: Claim | None, outcome: str) -> bool | None:
        """What the claim comes to at an outcome whatever the answers, or None if it depends."""
        assert claim is not None
        if not self._claims_outcome(claim, outcome):
            return False
        pieces = [bool(getattr(claim, kind)) for kind in KINDS]
        return None if any(pieces) else True

    def _claimed(self, invariant: Invariant, outcome: str) -> list[Guard]:
        claim = invariant.never or invariant.always or invariant.only
        if claim is None:
            return []
        piece = self.library.outcomes[outcome]
        named = ((kind, getattr(claim, kind)) for kind in KINDS)
        return [g for kind, ids in named if ids for g in conditions(piece, kind, ids)]

    def _when(self, when: Guard | None, answers: Answers) -> bool:
        return when is None or bool(holds(when, answers, self.facts, self.everything))

    def _claims(self, claim: Claim, outcome: str, answers: Answers) -> bool:
        piece = self.library.outcomes[outcome]
        return self._claims_outcome(claim, outcome) and all(
            self._shows(piece, kind, getattr(claim, kind), answers) for kind in KINDS
        )

    def _shows(self, piece: Outcome, kind: str, ids: tuple[str, ...], answers: Answers) -> bool:
        return not ids or not shown(piece, kind, answers, self.facts).isdisjoint(ids)

    def _claims_outcome(self, claim: Claim, outcome: str) -> bool:
        verdict = str(self.library.outcomes[outcome].verdict)
        if claim.outcome and outcome not in claim.outcome:
            return False
        if claim.verdict and verdict not in claim.verdict:
            return False
        least, most = claim.at_least, claim.at_most
        if least is not None and verdict != least and least not in self._worse[verdict]:
            return False
        return most is None or verdict == most or verdict in self._worse[most]

    # ---- monotone, irrelevant ------------------------------------------------------------------

    def _two_sided(self, invariant: Invariant, tree: str) -> Broken | None:
        function = self._function(tree, invariant.when)
        fact, pairs = self._pairs(invariant)
        options = self.facts.facts[fact].options
        found = [
            Broken(tree, d.example, (str(d.before), str(d.after)), fact, before, after)
            for before, after in pairs
            for d in differences(
                self._forest,
                self._forest.restrict(function, fact, options.index(before)),
                self._forest.restrict(function, fact, options.index(after)),
                lambda old, new: self._weakens(invariant, old, new),
            )
        ]
        return min(found, key=lambda broken: len(broken.example), default=None)

    def _function(self, tree: str, when: Guard | None) -> int:
        """The outcome of each situation that meets `when`, as a function; else None."""
        if when not in self._labellers:
            conditions = {o: [when] for o in self.diagram.outcomes} if when is not None else {}
            self._labellers[when] = Labeller(
                self._forest,
                self.diagram,
                lambda outcome, known: outcome if self._when(when, known) else None,
                Words(),
                Watch(self.diagram, conditions),
            )
        return self._labellers[when].make(tree)

    def _pairs(self, invariant: Invariant) -> tuple[str, list[tuple[str, str]]]:
        if invariant.monotone is not None:
            fact = str(invariant.monotone.fact)
            worse = self._named(fact, invariant.monotone.worse)
            better = self._named(fact, invariant.monotone.better)
            return fact, [(w, b) for w in worse for b in better]
        assert invariant.irrelevant is not None
        fact = str(invariant.irrelevant.fact)
        among = invariant.irrelevant.among or self.facts.facts[fact].options
        named = self._named(fact, among)
        if invariant.when is None:
            return fact, [(named[0], other) for other in named[1:]]
        # The first may never meet `when`, so that nothing could be compared with it.
        return fact, list(combinations(named, 2))

    def _named(self, fact: str, names: tuple[str, ...]) -> list[str]:
        info = self.facts.facts[fact]
        wanted = frozenset().union(*(info.members(str(name)) for name in names))
        return [option for option in info.options if option in wanted]

    def _weakens(self, invariant: Invariant, old: object, new: object) -> bool:
        if old is None or new is None:
            return False
        was = str(self.library.outcomes[str(old)].verdict)
        now = str(self.library.outcomes[str(new)].verdict)
        if invariant.monotone is not None:
            return now in self._worse[was]
        assert invariant.irrelevant is not None
        return invariant.irrelevant.to == "outcome" or was != now
