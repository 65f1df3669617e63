# SPDX-License-Identifier: MIT
"""The law library."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.base import Count, Day, Flag, Id, Model, Text

Grade = Literal["A", "A-", "B", "named"]
"""How well a text is checked; `named`: only the name is known, so no text may be quoted."""


class Provision(Model):
    """One provision, verbatim. `lead` is the lead-in of a list when only one item is quoted.

    `effective_from` and `effective_to` (the first day on which it no longer holds) are those of
    the instrument unless the provision has its own: a provision that was amended stands once per
    version, each with its interval. `grade`, `verified` and `checked_on` likewise. `readings` are
    the two ways of reading a contested provision; `answers` the everyday questions it answers.
    """

    article: Count
    paragraph: Count | None = None
    item: Count | None = None
    lead: Text | None = None
    text: Text
    plain: Text
    use: Text
    twist: Text | None = None
    reply: Text | None = None
    limits: Text | None = None
    contested: Flag = False
    readings: tuple[Text, ...] = ()
    answers: tuple[Text, ...] = ()
    effective_from: Day | None = None
    effective_to: Day | None = None
    grade: Grade | None = None
    verified: Text | None = None
    checked_on: Day | None = None
    keywords: tuple[Text, ...] = ()
    formerly: tuple[Id, ...] = ()


class Instrument(Model):
    """A law, regulation, rule or interpretation, with the provisions we quote.

    A repealed one without provisions is a tombstone: it says what took its place. One of grade
    `named` may be mentioned, never quoted.
    """

    instrument: Id
    title: Text
    short: Text
    aliases: tuple[Text, ...] = ()
    kind: Literal[
        "law",
        "administrative_regulation",
        "departmental_rule",
        "judicial_interpretation",
        "platform_rule",
    ]
    issuer: Text
    number: Text | None = None
    version: Text
    promulgated: Day | None = None
    effective_from: Day | None = None
    effective_to: Day | None = None
    amended_by: tuple[Text, ...] = ()
    status: Literal["in_force", "repealed"]
    replaced_by: tuple[Id, ...] = ()
    note: Text | None = None
    official: Text
    grade: Grade
    verified: Text
    checked_on: Day
    review_by: Day
    formerly: tuple[Id, ...] = ()
    provisions: dict[Id, Provision] = Field(default_factory=dict)
