# SPDX-License-Identifier: MIT
"""Channels: who to go to, what they can do and cannot."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Day, Id, Model, Text


class ChannelFact(Model):
    """One statement about a channel, with its ground.

    `grade`: the words of a law in the library (`law`, with provisions), an official text outside
    it (`A`, `A-`), one source only (`B`), what a platform does in practice (`practice`), or how we
    suggest to go about it (`advice`: no rule says so).
    """

    text: Text
    grade: Literal["law", "A", "A-", "B", "practice", "advice"]
    provisions: tuple[Id, ...] = ()
    source: Text | None = None


class Channel(Model):
    """A channel as of `checked_on`. `order` says what must come before, and what blocks what."""

    title: Text
    summary: Text
    run_by: Text
    where: Text | None = None
    good_for: tuple[Text, ...]
    can: tuple[ChannelFact, ...]
    cannot: tuple[ChannelFact, ...]
    bring: tuple[Text, ...]
    steps: tuple[ChannelFact, ...]
    limits: tuple[ChannelFact, ...] = ()
    order: tuple[ChannelFact, ...] = ()
    costs: tuple[ChannelFact, ...] = ()
    synonyms: tuple[Text, ...] = ()
    checked_on: Day
    review_by: Day
    formerly: tuple[Id, ...] = ()

    def facts(self) -> tuple[ChannelFact, ...]:
        """Every statement, in the order of the page."""
        return (
            *self.can,
            *self.cannot,
            *self.steps,
            *self.limits,
            *self.costs,
            *self.order,
        )
