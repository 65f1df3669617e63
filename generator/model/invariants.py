# SPDX-License-Identifier: MIT
"""Invariants: what must hold in every situation, declared by editors and proved by `check`."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Id, Ids, Model, Text, When


class Claim(Model):
    """What a situation comes to. Each key lists alternatives; several keys must all hold.

    `at_least` and `at_most` compare verdicts in their declared partial order, the named verdict
    included; a verdict that cannot be compared with it satisfies neither.
    """

    outcome: Ids = ()
    verdict: Ids = ()
    at_least: Id | None = None
    at_most: Id | None = None
    action: Ids = ()
    evidence: Ids = ()
    letter: Ids = ()
    deadline: Ids = ()
    sum: Ids = ()
    reply: Ids = ()
    warning: Ids = ()
    provision: Ids = ()


class Monotone(Model):
    """Answering `better` in place of `worse` to `fact` never weakens the verdict."""

    fact: Text
    worse: Ids
    better: Ids


class Irrelevant(Model):
    """However `fact` is answered, the outcome (or only its verdict) stays the same.

    `among` limits this to some of the answers.
    """

    fact: Text
    among: Ids = ()
    to: Literal["outcome", "verdict"] = "outcome"


class Invariant(Model):
    """Exactly one of `never`, `always`, `only`, `monotone` and `irrelevant`.

    `when` limits the situations looked at; with `only` it is what the claim requires.
    A fact that was not asked meets no condition but `unasked`.
    """

    name: Id
    says: Text
    because: Text | None = None
    trees: Ids = ()
    when: When | None = None
    never: Claim | None = None
    always: Claim | None = None
    only: Claim | None = None
    monotone: Monotone | None = None
    irrelevant: Irrelevant | None = None
