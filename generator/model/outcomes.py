# SPDX-License-Identifier: MIT
"""Outcomes, and the shared pieces they are composed of."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.located import Located
from generator.model.base import Count, Flag, Id, Model, Text, When
from generator.problems import Span


class Verdict(Model):
    """One kind of answer. `better_than` declares the partial order of verdicts.

    A `neutral` verdict says what to do first and nothing about whether money is due, so it
    contradicts none.
    """

    label: Text
    meaning: Text
    tone: Literal["good", "partly", "open", "hard", "danger", "outside"]
    neutral: Flag = False
    better_than: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()


class Part(Model):
    """Base of everything in an outcome that may depend on facts.

    A bare string stands for the part's first own field: `- keep-order-page` is
    `- evidence: keep-order-page`.
    """

    when: When | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, raw: Any) -> Any:
        if isinstance(raw, dict) and "when" in raw and raw["when"] is None:
            text = "when 后面是空的。没有条件就不要写 when。"
            raise PydanticCustomError("guard", "{text}", {"span": Span(""), "text": text})
        own = next(name for name in cls.model_fields if name != "when")
        return {own: raw} if isinstance(raw, Located) else raw


class Reason(Part):
    """Why the verdict holds, with the provisions it rests on."""

    text: Text
    provisions: tuple[Id, ...] = ()


class Note(Part):
    """A sentence on its own: what not to do, or what would change the verdict."""

    text: Text


class ActionUse(Part):
    """A step of the outcome, by id from `actions/`."""

    action: Id


class EvidenceUse(Part):
    """A piece of evidence, by id from `evidence/`."""

    evidence: Id


class LetterUse(Part):
    """A text to paste, by id from `letters/`."""

    letter: Id


class DeadlineUse(Part):
    """A time limit, by id from `deadlines/`."""

    deadline: Id


class SumUse(Part):
    """A sum for the reader to work out, by id from `sums/`."""

    sum: Id


class ReplyUse(Part):
    """What the other side will say, by id from `replies/`."""

    reply: Id


class WarningUse(Part):
    """A warning, by id from `warnings/`."""

    warning: Id


class ProvisionUse(Part):
    """A provision shown on the outcome, by id from `law/`."""

    provision: Id


class Outcome(Model):
    """What a person is told. Each part may depend on facts; the routing never does."""

    title: Text
    verdict: Id
    summary: Text
    synonyms: tuple[Text, ...] = ()
    formerly: tuple[Id, ...] = ()
    reasons: tuple[Reason, ...]
    today: tuple[ActionUse, ...]
    road: tuple[ActionUse, ...] = ()
    sums: tuple[SumUse, ...] = ()
    evidence: tuple[EvidenceUse, ...]
    letters: tuple[LetterUse, ...] = ()
    deadlines: tuple[DeadlineUse, ...] = ()
    replies: tuple[ReplyUse, ...] = ()
    warnings: tuple[WarningUse, ...] = ()
    provisions: tuple[ProvisionUse, ...]
    avoid: tuple[Note, ...] = ()
    changes: tuple[Note, ...] = ()


class Action(Model):
    """A step on the ladder: what to do, what to bring, how long it takes, what if refused."""

    title: Text
    stage: Literal[
        "self_check", "negotiate", "platform", "payment", "administration", "court", "police"
    ]
    steps: tuple[Text, ...]
    bring: tuple[Text, ...] = ()
    wait: Text | None = None
    wait_kind: Literal["law", "practice"] | None = None
    if_refused: Text | None = None
    limits: Text | None = None
    provisions: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()


class Evidence(Model):
    """Something to keep, and how to capture it so that it holds."""

    title: Text
    how: Text
    keep: Text | None = None
    provisions: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()


class Letter(Model):
    """A text to paste. `{field}` in the body is a blank declared in `fields`."""

    title: Text
    to: Text
    fields: dict[Id, Text] = Field(default_factory=dict)
    body: Text
    provisions: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()


class Sum(Model):
    """A sum of money that the reader works out on the page.

    `method` is one of the closed set in `generator.sums`. `labels` rename its fields, `example`
    fills each of them; `kind` says whether a law lays the counting down, or only custom does.
    """

    title: Text
    method: Literal[
        "by_days",
        "by_units",
        "missing_units",
        "short_delivery",
        "with_bonus",
        "three_times",
        "fee_withheld",
        "renewals",
        "less_use",
        "by_fault",
    ]
    kind: Literal["law", "custom"]
    labels: dict[Id, Text] = Field(default_factory=dict)
    example: dict[Id, Text]
    note: Text
    limits: Text
    provisions: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()


class Deadline(Model):
    """A time limit. At most one of `days`, `months`, `years`, from the day after `clock`."""

    title: Text
    kind: Literal["law", "practice"]
    clock: Text
    days: Count | None = None
    months: Count | None = None
    years: Count | None = None
    note: Text | None = None
    provisions: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()


class Reply(Model):
    """What the other side will say, and the answer to it."""

    they_say: Text
    answer: Text
    provisions: tuple[Id, ...] = ()


class Warn(Model):
    """A warning; `danger` means police or stop paying, `care` means take care."""

    tone: Literal["danger", "care"]
    text: Text
    provisions: tuple[Id, ...] = ()
