# SPDX-License-Identifier: MIT
"""The law library, indexed by the ways in which its instruments are named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.citing.names import plain_name, without_edition
from generator.model import Instrument, Library, Provision

_ITEM_LINE = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_SUBITEM_LINE = re.compile(r"\d+[．.、]")
_NOT_IN_A_NUMBER = re.compile(r"[\s第]")


@dataclass(frozen=True)
class Shelf:
    """`names` may stand in a text without 《》."""

    names: frozenset[str]
    by_name: Mapping[str, tuple[Instrument, ...]]
    by_number: Mapping[str, tuple[Instrument, ...]]
    by_id: Mapping[str, Instrument]

    def called(self, name: str) -> tuple[Instrument, ...]:
        """The instruments of that name, those in force first."""
        plain = plain_name(name)
        if plain in self.by_name:
            return self.by_name[plain]
        base, year = without_edition(plain)
        return tuple(i for i in self.by_name.get(base, ()) if year and year in _years(i))

    def numbered(self, number: str) -> tuple[Instrument, ...]:
        """The instruments of that document number; 令第121号 will do if only one ends so."""
        plain = plain_number(number)
        if plain in self.by_number:
            return self.by_number[plain]
        ends = [found for known, found in self.by_number.items() if known.endswith(plain)]
        return ends[0] if len(ends) == 1 and plain.startswith("令") else ()


def shelf(library: Library) -> Shelf:
    """Index the law of `library`."""
    known = tuple(library.instruments.values())
    return Shelf(
        frozenset(str(name) for instrument in known for name in names_of(instrument)),
        _index((plain_name(n), i) for i in known for n in names_of(i)),
        _index((plain_number(i.number), i) for i in known if i.number),
        {str(i.instrument): i for i in known},
    )


def names_of(instrument: Instrument) -> tuple[str, ...]:
    """Every name by which `instrument` is known."""
    return (instrument.title, instrument.short, *instrument.aliases)


def _index(pairs: Iterable[tuple[str, Instrument]]) -> dict[str, tuple[Instrument, ...]]:
    found: dict[str, dict[str, Instrument]] = {}
    for name, instrument in pairs:
        found.setdefault(name, {})[str(instrument.instrument)] = instrument
    return {
        name: tuple(sorted(each.values(), key=lambda i: i.status != "in_force"))
        for name, each in found.items()
    }


def _years(instrument: Instrument) -> str:
    days = (instrument.version, instrument.promulgated or "", instrument.effective_from or "")
    return " ".join((*days, *instrument.amended_by))


def plain_number(number: str) -> str:
    """A document number without the differences that do not matter."""
    plain = unicodedata.normalize("NFKC", number)
    return _NOT_IN_A_NUMBER.sub("", re.sub("[〔【\\[]", "(", re.sub("[〕】\\]]", ")", plain)))


def held(instrument: Instrument, article: int) -> dict[str, Provision]:
    """Every part of `article` that the library holds, by id."""
    return {str(k): p for k, p in instrument.provisions.items() if p.article == article}


def paragraph_count(provision: Provision) -> int:
    """How many paragraphs the text has: its lines, without the items of lists."""
    return sum(1 for line in _lines(provision) if not _is_item(line))


def items_of(provision: Provision, paragraph: int | None = None) -> frozenset[str]:
    """The items （三） that the text has, in Chinese, if need be of one paragraph only."""
    found, number = set[str](), 0
    for line in _lines(provision):
        item = _ITEM_LINE.match(line)
        number += not _is_item(line)
        if item and paragraph in (None, number):
            found.add(item[1])
    return frozenset(found)


def _lines(provision: Provision) -> Iterator[str]:
    yield from (line.strip() for line in provision.text.splitlines() if line.strip())


def _is_item(line: str) -> bool:
    return bool(_ITEM_LINE.match(line) or _SUBITEM_LINE.match(line))
