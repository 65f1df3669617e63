# SPDX-License-Identifier: MIT
"""Which version of a provision holds on a day.

Intervals are half open: `effective_to` is the first day on which a version no longer holds. A
missing bound is open. Days are ISO 8601 dates, which sort as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from generator.model import Instrument, Library, Provision


class Interval(NamedTuple):
    """From `begin` on and before `end`; an empty text is an open bound."""

    begin: str = ""
    end: str = ""

    def holds(self, day: str) -> bool:
        """Whether `day` lies in it."""
        return self.begin <= day and (not self.end or day < self.end)

    def meets(self, other: Interval) -> bool:
        """Whether the two share a day."""
        begins_before_end = not other.end or self.begin < other.end
        return begins_before_end and (not self.end or other.begin < self.end)


class Pinpoint(NamedTuple):
    """Where in an instrument: article, paragraph, item; 0 where it is not cut so far."""

    article: int
    paragraph: int = 0
    item: int = 0


def interval(instrument: Instrument, provision: Provision) -> Interval:
    """When `provision` holds: its own bounds, else those of its instrument."""
    begin = provision.effective_from or instrument.effective_from or ""
    return Interval(str(begin), str(provision.effective_to or instrument.effective_to or ""))


def in_force(instrument: Instrument, provision: Provision, day: str) -> bool:
    """Whether `provision` holds on `day`."""
    return interval(instrument, provision).holds(day)


def pinpoint(provision: Provision) -> Pinpoint:
    """Where `provision` stands."""
    return Pinpoint(provision.article, provision.paragraph or 0, provision.item or 0)


def version_on(library: Library, instrument: str, where: Pinpoint, day: str) -> str | None:
    """The id of the version of a provision that holds on `day`, if the library has one.

    KeyError if there is no such instrument.
    """
    law = library.instruments[instrument]
    found = (name for name, one in law.provisions.items() if pinpoint(one) == where)
    return next((str(n) for n in found if in_force(law, law.provisions[n], day)), None)


def clashes(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """Ids of two versions of one provision that share a day, the later in the file second."""
    for (first, one), (second, other) in combinations(instrument.provisions.items(), 2):
        if pinpoint(one) == pinpoint(other) and interval(instrument, one).meets(
            interval(instrument, other)
        ):
            yield first, second
