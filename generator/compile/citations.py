# SPDX-License-Identifier: MIT
"""Provisions as they are cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compile.addresses import Addresses
from generator.compile.numerals import chinese
from generator.model import Instrument, Library, Provision
from generator.views import Citation


@dataclass(frozen=True)
class Law:
    """Provisions by id, each with its instrument."""

    entries: Mapping[str, tuple[Instrument, Provision]]
    places: Addresses

    def cite(self, ids: Iterable[str]) -> tuple[Citation, ...]:
        """Citations of known provisions, in the given order."""
        return tuple(self.citation(str(name)) for name in ids)

    def citation(self, name: str) -> Citation:
        """How provision `name` is cited. KeyError if it is not in the library."""
        instrument, provision = self.entries[name]
        where = pinpoint(provision)
        url = f"{self.places.instrument(str(instrument.instrument))}#{name}"
        return Citation(
            name, f"《{instrument.title}》{where}", f"《{instrument.short}》{where}", url
        )


def law(library: Library, places: Addresses) -> Law:
    """The law library, indexed by provision id."""
    return Law(
        {
            str(name): (instrument, provision)
            for instrument in library.instruments.values()
            for name, provision in instrument.provisions.items()
        },
        places,
    )


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
