# SPDX-License-Identifier: MIT
"""Every quotation of the library against the statutes that are at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.model import Instrument, Provision
from generator.statutes.verify import Differing, Paragraphs, Verified, compare


class Statutes(Protocol):
    """Where official texts come from."""

    def holds(self, title: str) -> bool:
        """Whether it has the law of that full title."""

    def article(self, title: str, number: int) -> Paragraphs | None:
        """The article in force; None if there is none."""


@dataclass(frozen=True)
class Row:
    """One instrument: ids of quotations that agree, that differ, that cannot be compared here.

    `is_missing`: it is called a national law in force, and there is none of that name.
    """

    instrument: Instrument
    verified: tuple[str, ...] = ()
    differing: tuple[tuple[str, Differing], ...] = ()
    unverifiable: tuple[str, ...] = ()
    is_missing: bool = False


def survey(instruments: Iterable[Instrument], statutes: Statutes) -> Iterator[Row]:
    """A row for each instrument, in the given order."""
    for instrument in instruments:
        if statutes.holds(str(instrument.title)):
            yield _compared(instrument, statutes)
        else:
            names = tuple(map(str, instrument.provisions))
            is_missing = instrument.kind == "law" and instrument.status == "in_force"
            yield Row(instrument, unverifiable=names, is_missing=is_missing and bool(names))


def _compared(instrument: Instrument, statutes: Statutes) -> Row:
    verified, differing, former = list[str](), list[tuple[str, Differing]](), list[str]()
    for name, provision in instrument.provisions.items():
        if _is_former(instrument, provision):
            former.append(str(name))
            continue
        match compare(provision, statutes.article(str(instrument.title), provision.article)):
            case Verified():
                verified.append(str(name))
            case Differing() as difference:
                differing.append((str(name), difference))
    return Row(instrument, tuple(verified), tuple(differing), tuple(former))


def _is_former(instrument: Instrument, provision: Provision) -> bool:
    """A version that holds no longer: the statutes at hand are those in force."""
    return (provision.effective_to or instrument.effective_to) is not None
