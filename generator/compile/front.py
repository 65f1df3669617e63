# SPDX-License-Identifier: MIT
"""The front door: what people say has happened to them, as links into the guides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.compile.context import Context
from generator.model import FrontGroup, Way
from generator.views import GuideView, WayGroup, WayView


def front(context: Context, guide: GuideView) -> tuple[WayGroup, ...]:
    """All groups in order; where none are written, the options of the first question of `guide`."""
    written = context.checked.library.front
    if written:
        return tuple(_group(context, group) for group in written.values())
    fact = guide.start.fact
    options = guide.start.options
    ways = (WayView(o.label, o.hint, f"{guide.url}#{fact}={o.id}") for o in options)
    return (WayGroup("", tuple(ways)),)


def unreached(guides: tuple[GuideView, ...], groups: tuple[WayGroup, ...]) -> tuple[GuideView, ...]:
    """The guides that no way leads to."""
    linked = {way.url.partition("#")[0] for group in groups for way in group.ways}
    return tuple(guide for guide in guides if guide.url not in linked)


def words_of_ways(groups: Mapping[Any, FrontGroup], tree: str) -> Iterator[str]:
    """Everyday words for what leads to guide `tree`."""
    for group in groups.values():
        for way in group.ways:
            if way.guide == tree:
                yield from (str(way.label), *map(str, way.synonyms))


def _group(context: Context, group: FrontGroup) -> WayGroup:
    return WayGroup(str(group.title), tuple(_way(context, way) for way in group.ways))


def _way(context: Context, way: Way) -> WayView:
    said = "&".join(f"{fact}={option}" for fact, option in way.answers.items())
    url = context.places.guide(str(way.guide))
    return WayView(str(way.label), str(way.hint or ""), f"{url}#{said}" if said else url)
