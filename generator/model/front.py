# SPDX-License-Identifier: MIT
"""The front door: what people say has happened to them, and where each of it leads."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Id, Model, Text


class Way(Model):
    """One thing that happens to people, in their words, and the guide for it.

    `answers` (fact id -> option id) is what choosing it says; the guide begins after these.
    """

    label: Text
    hint: Text | None = None
    guide: Id
    answers: dict[Id, Id] = Field(default_factory=dict)
    synonyms: tuple[Text, ...] = ()


class FrontGroup(Model):
    """Ways that belong together, under a heading."""

    title: Text
    ways: tuple[Way, ...] = Field(min_length=1)
