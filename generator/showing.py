# SPDX-License-Identifier: MIT
"""What an outcome shows for given answers: the pieces whose conditions hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.catalogue import Catalogue, holds
from generator.guards import Guard
from generator.model import Outcome

KINDS: Mapping[str, tuple[str, ...]] = {
    "action": ("today", "road"),
    "evidence": ("evidence",),
    "letter": ("letters",),
    "deadline": ("deadlines",),
    "sum": ("sums",),
    "reply": ("replies",),
    "warning": ("warnings",),
    "provision": ("provisions", "reasons"),
}
"""The sections of an outcome that show each kind of piece."""


def uses(outcome: Outcome, kind: str) -> Iterator[tuple[str, Guard | None]]:
    """Each piece of `kind` that `outcome` may show, with the condition it stands under."""
    for section in KINDS[kind]:
        for part in getattr(outcome, section):
            if section == "reasons":
                yield from ((str(provision), part.when) for provision in part.provisions)
            else:
                yield str(getattr(part, kind)), part.when


def shown(
    outcome: Outcome, kind: str, answers: Mapping[str, str], facts: Catalogue
) -> frozenset[str]:
    """The pieces of `kind` that `outcome` shows to someone with these `answers`."""
    return frozenset(
        piece
        for piece, when in uses(outcome, kind)
        if when is None or holds(when, answers, facts) is True
    )


def conditions(outcome: Outcome, kind: str, pieces: Collection[str]) -> list[Guard]:
    """The conditions under which `outcome` shows any of `pieces`."""
    return [when for piece, when in uses(outcome, kind) if when is not None and piece in pieces]
