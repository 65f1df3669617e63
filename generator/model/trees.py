# SPDX-License-Identifier: MIT
"""Trees: which questions are asked and where each answer leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError, core_schema

from generator.located import Located
from generator.model.base import Day, Id, Model, Text, When, is_id


@dataclass(frozen=True)
class Target:
    """Where a transition leads: a question here, `outcome/id`, `tree/id` or `exit/name`."""

    kind: Literal["question", "outcome", "tree", "exit"]
    name: str
    text: Located

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_target)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": "^((outcome|tree|exit)/)?[a-z][a-z0-9_-]*$"}


def _target(raw: Any) -> Target:
    if not isinstance(raw, Located):
        raise PydanticCustomError("bad_target", "target")
    kind, slash, name = raw.partition("/")
    if not slash:
        kind, name = "question", str(raw)
    if kind not in ("question", "outcome", "tree", "exit") or not is_id(name):
        raise PydanticCustomError("bad_target", "target")
    return Target(kind, name, raw)  # type: ignore[arg-type]


class Case(Model):
    """A guarded transition."""

    when: When
    next: Target


class Branch(Model):
    """A transition that tests earlier facts: exactly one case matches, else `otherwise`."""

    cases: tuple[Case, ...]
    otherwise: Target | None = None


class Question(Model):
    """A fact asked in a tree (`ask`), or a shared sub-tree inlined here (`use`).

    For each option the transition is, in this order: its own entry in `options`, that of its
    class, else `next`, else `cases`/`otherwise`.
    """

    ask: Id | None = None
    use: Id | None = None
    options: dict[Id, Target | Branch] = Field(default_factory=dict)
    next: Target | None = None
    cases: tuple[Case, ...] = ()
    otherwise: Target | None = None
    exits: dict[Id, Target] = Field(default_factory=dict)


class Tree(Model):
    """A guide: questions, where it starts, and where each answer leads.

    `given` holds what someone says by opening this guide at all: fact id -> option id. These
    questions stand in the tree like any other, but its page begins with them answered.
    """

    tree: Id
    title: Text
    summary: Text
    review_by: Day
    synonyms: tuple[Text, ...] = ()
    given: dict[Id, Id] = Field(default_factory=dict)
    formerly: tuple[Id, ...] = ()
    start: Id
    questions: dict[Id, Question]


class Subtree(Model):
    """Questions shared by trees. Leaves through named `exits`, bound by each caller."""

    subtree: Id
    exits: tuple[Id, ...]
    start: Id
    questions: dict[Id, Question]
