# SPDX-License-Identifier: MIT
"""Provisions as they are cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compile.addresses import Addresses
from generator.compile.numerals import chinese
from generator.model import Instrument, Library, Provision
from generator.statutes.versions import Interval, interval
from generator.views import Citation


@dataclass(frozen=True)
class Law:
    """Provisions by id, each with its instrument.

    `editions` holds for each the versions of the same place in a law of the same title, itself
    included, oldest first.
    """

    entries: Mapping[str, tuple[Instrument, Provision]]
    places: Addresses
    editions: Mapping[str, tuple[str, ...]]

    def cite(self, ids: Iterable[str]) -> tuple[Citation, ...]:
        """Citations of known provisions, in the given order."""
        return tuple(self.citation(str(name)) for name in ids)

    def citation(self, name: str) -> Citation:
        """How provision `name` is cited. KeyError if it is not in the library."""
        instrument, provision = self.entries[name]
        where = pinpoint(provision)
        url = self.places.provision(str(instrument.instrument), name)
        return Citation(
            name, f"《{instrument.title}》{where}", f"《{instrument.short}》{where}", url
        )

    def checked_on(self, names: Iterable[str]) -> str:
        """The earliest day on which the words of any of these were checked, or an empty text."""
        found = (self.entries[name] for name in names)
        return min((str(p.checked_on or i.checked_on) for i, p in found), default="")

    def interval(self, name: str) -> Interval:
        """When provision `name` holds."""
        return interval(*self.entries[name])


def law(library: Library, places: Addresses) -> Law:
    """The law library, indexed by provision id."""
    entries = {
        str(name): (instrument, provision)
        for instrument in library.instruments.values()
        for name, provision in instrument.provisions.items()
    }
    return Law(entries, places, _editions(entries))


def _editions(entries: Mapping[str, tuple[Instrument, Provision]]) -> dict[str, tuple[str, ...]]:
    by_place: dict[str, list[str]] = {}
    for name in sorted(entries, key=lambda name: interval(*entries[name])):
        instrument, provision = entries[name]
        by_place.setdefault(f"{instrument.title} {pinpoint(provision)}", []).append(name)
    return {name: tuple(names) for names in by_place.values() for name in names}


def pinpoint(provision: Provision) -> str:
    """第…条第…款第（…）项, as far as it is cut."""
    text = f"第{chinese(provision.article)}条"
    if provision.paragraph is not None:
        text += f"第{chinese(provision.paragraph)}款"
    if provision.item is not None:
        text += f"第（{chinese(provision.item)}）项"
    return text


def paragraphs(text: str) -> tuple[str, ...]:
    """The non-empty lines of a text."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
