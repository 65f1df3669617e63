# SPDX-License-Identifier: MIT
"""The law library."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Count, Day, Flag, Id, Model, Text


class Provision(Model):
    """One provision, verbatim. `lead` is the lead-in of a list when only one item is quoted."""

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
    keywords: tuple[Text, ...] = ()
    formerly: tuple[Id, ...] = ()


class Instrument(Model):
    """A law, regulation, rule or interpretation, with the provisions we quote."""

    instrument: Id
    title: Text
    short: Text
    aliases: tuple[Text, ...] = ()
    kind: Literal[
        "law", "administrative_regulation", "departmental_rule", "judicial_interpretation"
    ]
    issuer: Text
    number: Text | None = None
    version: Text
    effective_from: Day
    effective_to: Day | None = None
    status: Literal["in_force", "repealed"]
    official: Text
    grade: Literal["A", "A-", "B"]
    verified: Text
    checked_on: Day
    review_by: Day
    formerly: tuple[Id, ...] = ()
    provisions: dict[Id, Provision]
