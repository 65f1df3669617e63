# SPDX-License-Identifier: MIT
"""Facts: what is asked, once and for all trees."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Id, Model, Text, Whole


class Option(Model):
    """One answer to a fact. `below` makes it a band of a number or date fact."""

    label: Text
    short: Text | None = None
    hint: Text | None = None
    cls: Annotated[Id | None, Field(alias="class")] = None
    synonyms: tuple[Text, ...] = ()
    below: Whole | None = None
    formerly: tuple[Id, ...] = ()


class Fact(Model):
    """Something we ask about. Defined once, shared by every tree.

    `number` and `date` facts have bands: options in ascending order, each holding the values
    below its `below` (whole units of `unit`; for dates, whole days from that date until today)
    and not below the one before; the last band has no `below`.
    `multi` facts stand for one yes/no fact per option, named `fact.option`.
    """

    label: Text
    question: Text
    kind: Literal["choice", "number", "date", "multi"] = "choice"
    help: Text | None = None
    picture: Literal["bill-page", "card-code", "order-life", "order-page"] | None = None
    unit: Text | None = None
    none: Text | None = None
    synonyms: tuple[Text, ...] = ()
    classes: dict[Id, Text] = Field(default_factory=dict)
    formerly: tuple[Id, ...] = ()
    options: dict[Id, Option]
