# SPDX-License-Identifier: MIT
"""Facts as the diagram sees them: closed lists of options, multi-selects as yes/no members."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.guards import UNASKED, UNSURE, AllOf, AnyOf, Guard, Is, Not
from generator.located import Located
from generator.model import Fact, Option

YES, NO = "yes", "no"


@dataclass(frozen=True)
class FactInfo:
    """One askable fact. `group` is the multi fact it is a member of, or empty."""

    id: str
    label: str
    question: str
    options: tuple[str, ...]
    option_labels: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    kind: str
    group: str = ""

    def members(self, name: str) -> frozenset[str]:
        """The options that `name` (an option or class id) stands for; empty if unknown."""
        if name in self.classes:
            return self.classes[name]
        return frozenset([name]) if name in self.options else frozenset()

    def names(self) -> list[str]:
        """Everything a condition may name: options, then classes."""
        return [*self.options, *self.classes]

    @property
    def has_unsure(self) -> bool:
        """Whether 不确定 is one of the options."""
        return UNSURE in self.options


@dataclass(frozen=True)
class Catalogue:
    """All facts by id; a multi fact `proof` appears as `proof.page`, `proof.chat`, … only."""

    facts: Mapping[str, FactInfo]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def catalogue(facts: Mapping[Located, Fact]) -> Catalogue:
    """Flatten fact definitions."""
    flat: dict[str, FactInfo] = {}
    groups: dict[str, tuple[str, ...]] = {}
    for name, fact in facts.items():
        infos = _members(str(name), fact) if fact.kind == "multi" else [_single(str(name), fact)]
        flat.update((info.id, info) for info in infos)
        if fact.kind == "multi":
            groups[str(name)] = tuple(info.id for info in infos)
    return Catalogue(flat, groups)


def _single(name: str, fact: Fact) -> FactInfo:
    return FactInfo(
        id=name,
        label=str(fact.label),
        question=str(fact.question),
        options=tuple(str(option) for option in fact.options),
        option_labels={str(key): _short(option) for key, option in fact.options.items()},
        classes={
            str(cls): frozenset(str(key) for key, o in fact.options.items() if o.cls == cls)
            for cls in fact.classes
        },
        kind=fact.kind,
    )


def _short(option: Option) -> str:
    return str(option.short or option.label)


def _members(name: str, fact: Fact) -> list[FactInfo]:
    return [
        FactInfo(
            id=f"{name}.{key}",
            label=_short(option),
            question=str(fact.question),
            options=(YES, NO),
            option_labels={YES: "有", NO: "没有"},
            classes={},
            kind="choice",
            group=name,
        )
        for key, option in fact.options.items()
    ]


def holds(
    guard: Guard,
    answers: Mapping[str, str],
    facts: Catalogue,
    aware: Collection[str] = frozenset(),
) -> bool | None:
    """Three-valued truth of `guard` (Kleene): None if it hangs on a fact that was not asked.

    `answers` maps fact ids to option ids; a fact not in it counts as not asked, which only a
    condition that names `unasked` can match. For the facts in `aware` that was thought of by a
    neighbouring condition, so not being asked is simply false here.
    """
    match guard:
        case Is(fact, values):
            given = answers.get(fact)
            if given is None:
                return True if UNASKED in values else False if fact in aware else None
            classes = facts.facts[fact].classes
            if given in values or not classes:
                return given in values
            return any(given in classes.get(value, ()) for value in values)
        case Not(inner):
            truth = holds(inner, answers, facts, aware)
            return None if truth is None else not truth
        case AllOf(parts):
            return _all(holds(part, answers, facts, aware) for part in parts)
        case AnyOf(parts):
            negated = _all(
                None if truth is None else not truth
                for truth in (holds(part, answers, facts, aware) for part in parts)
            )
            return None if negated is None else not negated


def _all(truths: Iterator[bool | None]) -> bool | None:
    known = True
    for truth in truths:
        if truth is False:
            return False
        known = known and truth is not None
    return True if known else None
