# SPDX-License-Identifier: MIT
"""An outcome names a verdict, action, piece of evidence, letter … that is not written.

## Why
The reader would miss that part of the answer.

## Fails
    evidence: [order-pgae]

## Passes
    evidence: [order-page]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.located import Located
from generator.model import Invariant, Library
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject, outcome_parts

CODE, NAME = "REF004", "unknown-piece"

_SHELF = {
    "today": ("actions", "行动"),
    "road": ("actions", "行动"),
    "evidence": ("evidence", "证据"),
    "letters": ("letters", "信件"),
    "deadlines": ("deadlines", "期限"),
    "sums": ("sums", "算法"),
    "replies": ("replies", "回应"),
    "warnings": ("warnings", "提醒"),
}

_CLAIMED = {
    "action": _SHELF["today"],
    "evidence": _SHELF["evidence"],
    "letter": _SHELF["letters"],
    "deadline": _SHELF["deadlines"],
    "sum": _SHELF["sums"],
    "reply": _SHELF["replies"],
    "warning": _SHELF["warnings"],
}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every name of a shared piece that does not exist."""
    for outcome in subject.library.outcomes.values():
        yield from _known(outcome.verdict, subject.library.verdicts, "结论种类", "verdicts.yaml")
    for verdict in subject.library.verdicts.values():
        for other in verdict.better_than:
            yield from _known(other, subject.library.verdicts, "结论种类", "verdicts.yaml")
    for _, section, name, _, _ in outcome_parts(subject.library):
        if section in _SHELF:
            folder, noun = _SHELF[section]
            shelf = getattr(subject.library, folder)
            yield from _known(Located(name, name.span), shelf, noun, f"{folder}/")  # type: ignore[attr-defined]
    for invariant in subject.library.invariants:
        yield from _invariant(invariant, subject.library)
    for scenario in subject.library.scenarios:
        yield from _known(scenario.outcome, subject.library.outcomes, "结论", "outcomes/")
        yield from _all((scenario.tree,), subject.library.trees, "树", "trees/")
        yield from _all((scenario.verdict,), subject.library.verdicts, "结论种类", "verdicts.yaml")
        for action in scenario.actions:
            yield from _known(action, subject.library.actions, "行动", "actions/")


def _known(
    name: Located, shelf: Mapping[Located, object], noun: str, where: str
) -> Iterator[Finding]:
    if name not in shelf:
        hint = did_you_mean(name, shelf) or f"在 {where} 里写好它。"
        yield Finding(name.span, f"没有叫“{name}”的{noun}。", hint)


def _invariant(invariant: Invariant, library: Library) -> Iterator[Finding]:
    yield from _all(invariant.trees, library.trees, "树", "trees/")
    claim = invariant.never or invariant.always or invariant.only
    if claim is None:
        return
    verdicts = (*claim.verdict, claim.at_least, claim.at_most)
    yield from _all(verdicts, library.verdicts, "结论种类", "verdicts.yaml")
    yield from _all(claim.outcome, library.outcomes, "结论", "outcomes/")
    for key, (folder, noun) in _CLAIMED.items():
        yield from _all(getattr(claim, key), getattr(library, folder), noun, f"{folder}/")


def _all(
    names: Iterable[Located | None], shelf: Mapping[Located, object], noun: str, where: str
) -> Iterator[Finding]:
    for name in names:
        if name is not None:
            yield from _known(name, shelf, noun, where)
