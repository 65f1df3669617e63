# SPDX-License-Identifier: MIT
"""A part's condition hangs on a fact that some way to its outcome does not ask, never holds,
always holds, or lets 不确定 through by a `not`.

## Why
The page must know, for every reader, whether to show the part.

## Fails
    - {action: pay-wechat, when: {channel: wechat}}      # one way here never asks the channel

## Passes
    - {action: pay-wechat, when: {channel: [wechat, unasked]}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.catalogue import holds
from generator.guards import UNASKED, AllOf, Guard, Not, atoms
from generator.labelling import Answers
from generator.problems import Severity
from generator.residue import strict
from generator.rules.subject import Finding, Proved, outcome_parts
from generator.situations import Situations

CODE, NAME = "PRT001", "part-condition"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield conditions of parts that cannot be decided, never hold, or always hold."""
    truths = _Truths(subject)
    for outcome, _, _, when, span in outcome_parts(subject.library):
        if when is not None and outcome in subject.always:
            yield from _unasked(when, subject, outcome)
            yield from _slips(when, subject, outcome, truths)
            if not truths.may_be(True, when, outcome):
                message = "这一段的条件永远不成立，没有人会看到它。"
                yield Finding(span, message, "改条件，或者删掉这一段。")
            elif not truths.may_be(False, when, outcome):
                message = "这一段的条件总是成立，走到这里的人都会看到它。"
                yield Finding(span, message, "去掉 when，或者改条件。", (), Severity.WARNING)


class _Truths:
    """Whether a condition can be true or false at an outcome: exactly, over all situations."""

    def __init__(self, subject: Proved) -> None:
        self._facts = subject.facts
        self._search = Situations(subject.diagram)
        self._known: dict[tuple[bool, Guard, str], bool] = {}
        self._starts = list(subject.diagram.starts.values())

    def may_be(self, truth: bool, when: Guard, outcome: str) -> bool:
        """Whether some situation at `outcome` makes `when` come out as `truth`."""
        key = (truth, when, outcome)
        if key not in self._known:
            self._known[key] = self._may_be(truth, when, outcome)
        return self._known[key]

    def _may_be(self, truth: bool, when: Guard, outcome: str) -> bool:
        names = sorted({str(atom.fact) for atom in atoms(when)})
        possible = [sorted(self._search.possible[outcome][name]) for name in names]
        apart = any(
            bool(holds(when, _asked(names, values), self._facts)) is truth
            for values in product(*possible)
        )
        # Each fact on its own is exact; together they may exclude each other.
        return apart and (len(names) == 1 or self._together(truth, when, outcome))

    def _together(self, truth: bool, when: Guard, outcome: str) -> bool:
        def wanted(_: str, answers: Answers) -> bool:
            return bool(holds(when, answers, self._facts)) is truth

        return self._search.first(self._starts, {outcome: [when]}, wanted) is not None


def _asked(names: list[str], values: tuple[str, ...]) -> dict[str, str]:
    return {n: v for n, v in zip(names, values, strict=True) if v != UNASKED}


def _unasked(when: Guard, subject: Proved, outcome: str) -> Iterator[Finding]:
    for atom in atoms(when):
        if str(atom.fact) not in subject.always[outcome] and UNASKED not in atom.values:
            label = subject.facts.facts[str(atom.fact)].label
            message = f"走到结论“{outcome}”的路上，有的没有问过“{label}”。"
            wider = f"{atom.fact}: [{', '.join(map(_scalar, atom.values))}, unasked]"
            hint = f"写成 {wider}，没问过的人也会看到；或者去掉这个条件。"
            if any(atom in atoms(inner.guard) for inner in _negations(when)):
                hint = "不用 not：直接列出要哪些选项，没问过的人也要看到就加上 unasked。"
            yield Finding(atom.fact.span, message, hint)


def _scalar(value: str) -> str:
    return f'"{value}"' if value in ("yes", "no") else str(value)


def _slips(when: Guard, subject: Proved, outcome: str, truths: _Truths) -> Iterator[Finding]:
    for fact, narrowed in strict(when, subject.facts):
        if truths.may_be(True, AllOf((when, Not(narrowed))), outcome):
            place = next(a.fact for n in _negations(when) for a in atoms(n.guard) if a.fact == fact)
            hint = "把 unsure 写进 not 里面，或者直接列出要哪些选项。"
            message = f"not 把“{subject.facts.facts[fact].label}”选“不确定”的人也放了进来。"
            yield Finding(place.span, message, hint)


def _negations(when: Guard) -> Iterator[Not]:
    if isinstance(when, Not):
        yield when
    else:
        for part in getattr(when, "guards", ()):
            yield from _negations(part)
