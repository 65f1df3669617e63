# SPDX-License-Identifier: MIT
"""What asking finds out, as data."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views import OutcomeView


@dataclass(frozen=True)
class Said:
    """Answers to one screen: `key` is the fact, or the multi-select whose members they are.

    `typed` is how an editor may type them.
    """

    key: str
    label: str
    answers: tuple[tuple[str, str], ...]
    words: str
    typed: str


@dataclass(frozen=True)
class Unasked:
    """Answers that these answers never lead to; with `never`, no answers in this tree do."""

    said: Said
    never: bool


@dataclass(frozen=True)
class Choice:
    """One option of a question, or one member to tick in a multi-select.

    `cls` and `cls_label` name its class, and are empty if it has none; `below` is the upper end
    of a band of a number or date.
    """

    id: str
    label: str
    short: str
    hint: str
    cls: str
    cls_label: str
    below: int | None


@dataclass(frozen=True)
class Possible:
    """An outcome that can still come out, in `situations` of those that are left."""

    outcome: str
    title: str
    verdict: str
    verdict_label: str
    situations: int


@dataclass(frozen=True)
class NextQuestion:
    """The question that comes next, and what can still come out.

    `key` is the fact or multi-select it asks, `facts` the facts that its answer settles.
    `pending` answers were given already and will be used further on. `fewest` and `most` count
    the screens until an outcome, this one included. `possible` is exact; `situations` counts the
    full assignments of the facts that may still be asked, and is the sum over `possible`.
    """

    key: str
    kind: str
    label: str
    question: str
    help: str
    unit: str
    none: str
    facts: tuple[str, ...]
    choices: tuple[Choice, ...]
    pending: tuple[Said, ...]
    fewest: int
    most: int
    situations: int
    possible: tuple[Possible, ...]


@dataclass(frozen=True)
class SetAside:
    """A part of the outcome that these answers do not show, and the condition it stands under."""

    section: str
    text: str
    condition: str


@dataclass(frozen=True)
class Answered:
    """The outcome. `view` holds only the parts that these answers show, without conditions.

    `checked_on` is the oldest day on which the law it shows was checked.
    """

    outcome: str
    view: OutcomeView
    set_aside: tuple[SetAside, ...]
    checked_on: str


@dataclass(frozen=True)
class Asked:
    """Where answers lead in guide `tree`. `known` are those used, in the order of the way."""

    tree: str
    title: str
    known: tuple[Said, ...]
    unasked: tuple[Unasked, ...]
    result: NextQuestion | Answered
