# SPDX-License-Identifier: MIT
"""What a file may hold, and everything together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.located import Located
from generator.model.base import Id, Model, Text
from generator.model.channels import Channel
from generator.model.facts import Fact
from generator.model.front import FrontGroup
from generator.model.glossary import Term
from generator.model.invariants import Invariant
from generator.model.law import Instrument
from generator.model.misquotes import Misquote
from generator.model.outcomes import (
    Action,
    Deadline,
    Evidence,
    Letter,
    Outcome,
    Reply,
    Sum,
    Verdict,
    Warn,
)
from generator.model.topics import Topic
from generator.model.trees import Subtree, Tree


class Scenario(Model):
    """A short story with its answers and what must come out."""

    name: Id
    story: Text
    tree: Id | None = None
    answers: dict[Located, Located]
    outcome: Id
    verdict: Id | None = None
    mentions: tuple[Id, ...] = ()
    actions: tuple[Id, ...] = ()


class FactsFile(Model):
    """A file in `facts/`."""

    facts: dict[Id, Fact]


class OutcomesFile(Model):
    """A file in `outcomes/`."""

    outcomes: dict[Id, Outcome]


class VerdictsFile(Model):
    """The file `verdicts.yaml`."""

    verdicts: dict[Id, Verdict]


class ActionsFile(Model):
    """A file in `actions/`."""

    actions: dict[Id, Action]


class EvidenceFile(Model):
    """A file in `evidence/`."""

    evidence: dict[Id, Evidence]


class LettersFile(Model):
    """A file in `letters/`."""

    letters: dict[Id, Letter]


class DeadlinesFile(Model):
    """A file in `deadlines/`."""

    deadlines: dict[Id, Deadline]


class RepliesFile(Model):
    """A file in `replies/`."""

    replies: dict[Id, Reply]


class WarningsFile(Model):
    """A file in `warnings/`."""

    warnings: dict[Id, Warn]


class SumsFile(Model):
    """A file in `sums/`."""

    sums: dict[Id, Sum]


class ScenariosFile(Model):
    """A file in `scenarios/`."""

    scenarios: tuple[Scenario, ...]


class InvariantsFile(Model):
    """The file `invariants.yaml`."""

    invariants: tuple[Invariant, ...]


class MisquotesFile(Model):
    """The file `misquotes.yaml`."""

    misquotes: dict[Id, Misquote]


class FrontFile(Model):
    """The file `front.yaml`."""

    front: dict[Id, FrontGroup]


class ChannelsFile(Model):
    """A file in `channels/`."""

    channels: dict[Id, Channel]


class TopicsFile(Model):
    """The file `topics.yaml`."""

    topics: dict[Id, Topic]


class GlossaryFile(Model):
    """The file `glossary.yaml`."""

    glossary: dict[Id, Term]


@dataclass(frozen=True)
class Library:
    """Everything parsed, by id. Shapes are right; references are not yet checked.

    The keys are `Located` (they know where they were written) and are looked up by any string.
    """

    facts: Mapping[Any, Fact]
    trees: Mapping[Any, Tree]
    subtrees: Mapping[Any, Subtree]
    verdicts: Mapping[Any, Verdict]
    outcomes: Mapping[Any, Outcome]
    actions: Mapping[Any, Action]
    evidence: Mapping[Any, Evidence]
    letters: Mapping[Any, Letter]
    deadlines: Mapping[Any, Deadline]
    replies: Mapping[Any, Reply]
    warnings: Mapping[Any, Warn]
    sums: Mapping[Any, Sum]
    instruments: Mapping[Any, Instrument]
    glossary: Mapping[Any, Term]
    misquotes: Mapping[Any, Misquote]
    channels: Mapping[Any, Channel]
    topics: Mapping[Any, Topic]
    front: Mapping[Any, FrontGroup]
    scenarios: tuple[Scenario, ...]
    invariants: tuple[Invariant, ...] = ()
