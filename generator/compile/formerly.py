# SPDX-License-Identifier: MIT
"""What becomes of addresses with an old id in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.compile.context import Context
from generator.model import Library
from generator.views import MovedView


def old_words(library: Library, facts: Collection[str], trees: Iterable[str]) -> dict[str, str]:
    """What stands in old fragments, and what it is today; see docs/page-data.md.

    `facts` (groups by their own id) and `trees` are what the page knows. An id that is in use
    is never taken for an old one.
    """
    words: dict[str, str] = {}
    for name, fact in library.facts.items():
        if name in facts:
            for old in old_names(fact.formerly, library.facts):
                words |= {old: str(name), f"at={old}": str(name)}
            for key, option in fact.options.items():
                words |= {f"{name}={o}": str(key) for o in old_names(option.formerly, fact.options)}
    for tree in trees:
        gone = old_names(library.trees[tree].formerly, library.trees)
        words |= {f"from={old}": tree for old in gone}
    return words


def moved_views(context: Context) -> Iterator[tuple[str, MovedView]]:
    """(path, page) for every former address of a guide, outcome, law, provision or channel."""
    library, places = context.checked.library, context.places
    yield from _moved(context, "guides", library.trees, places.guide, "title")
    yield from _moved(context, "outcomes", library.outcomes, places.outcome, "title")
    yield from _moved(context, "law", library.instruments, places.instrument, "short")
    yield from _moved_provisions(context)
    yield from _moved(context, "channels", library.channels, places.channel, "title")


def _moved(
    context: Context, folder: str, shelf: Mapping[Any, Any], place: Callable[[str], str], title: str
) -> Iterator[tuple[str, MovedView]]:
    home = context.places.page("")
    for key, entry in shelf.items():
        view = MovedView(str(getattr(entry, title)), place(str(key)), home)
        yield from ((f"{folder}/{old}", view) for old in old_names(entry.formerly, shelf))


def _moved_provisions(context: Context) -> Iterator[tuple[str, MovedView]]:
    """A provision's page had an old address if it, or its law, had an old id."""
    home, laws = context.places.page(""), context.checked.library.instruments
    for name, (law, provision) in context.law.entries.items():
        cited = context.law.citation(name)
        names = (name, *old_names(provision.formerly, context.law.entries))
        for old_law in (str(law.instrument), *old_names(law.formerly, laws)):
            for old in names:
                if (old_law, old) != (str(law.instrument), name):
                    yield f"law/{old_law}/{old}", MovedView(cited.short, cited.url, home)


def old_names(formerly: Iterable[str], live: Collection[str]) -> tuple[str, ...]:
    """The ids in `formerly` that nothing live bears."""
    return tuple(str(old) for old in formerly if old not in live)
