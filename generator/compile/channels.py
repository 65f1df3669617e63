# SPDX-License-Identifier: MIT
"""Channels: a page for each, a table of all, and which outcomes lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compile.citations import Law
from generator.compile.context import Context
from generator.model import Channel, ChannelFact, Library, Outcome
from generator.views import (
    ChannelFactView,
    ChannelIndexView,
    ChannelRow,
    ChannelView,
    GradeTag,
    Link,
    OrderGroup,
)

_OFFICIAL = GradeTag("官方原文", "open", "和官方文本核对过，还没有收进法条库。")
TAGS = {
    "law": GradeTag("法定", "law", "法条写明的，原文在法条库里。"),
    "A": _OFFICIAL,
    "A-": _OFFICIAL,
    "B": GradeTag("待核对", "open", "只有一份来源，或者只看到转述，用之前请再核对一次。"),
    "practice": GradeTag("平台惯例", "practice", "平台自己定的，会变。"),
    "advice": None,
}
"""How firm a fact of each grade is, as readers see it; advice wears no tag."""
URGENT = "police"
"""The channel that comes before all others when it applies, by its id."""


def channel_view(context: Context, name: str) -> ChannelView:
    """The page of channel `name`."""
    channel = context.checked.library.channels[name]
    law = context.law
    return ChannelView(
        id=name,
        title=str(channel.title),
        url=context.places.channel(name),
        summary=str(channel.summary),
        run_by=str(channel.run_by),
        where=str(channel.where or ""),
        good_for=tuple(map(str, channel.good_for)),
        can=_facts(channel.can, law),
        cannot=_facts(channel.cannot, law),
        bring=tuple(map(str, channel.bring)),
        steps=_facts(channel.steps, law),
        limits=_facts(channel.limits, law),
        order=_facts(channel.order, law),
        costs=_facts(channel.costs, law),
        synonyms=tuple(map(str, channel.synonyms)),
        checked_on=str(channel.checked_on),
        review_by=str(channel.review_by),
        outcomes=_leading(context, name),
        legend=_legend(channel.facts()),
    )


def channel_index(context: Context) -> ChannelIndexView:
    """All channels in the order in which they are written, which is the order to go in."""
    channels = context.checked.library.channels
    rows = tuple(_row(context, str(name), channels[name]) for name in channels)
    urgent = channel_view(context, URGENT) if URGENT in channels else None
    order = tuple(
        OrderGroup(Link(str(c.title), context.places.channel(str(n))), _facts(c.order, context.law))
        for n, c in channels.items()
        if c.order
    )
    legend = _legend(fact for channel in channels.values() for fact in channel.facts())
    return ChannelIndexView(context.places.page("channels/"), rows, urgent, order, legend)


def channel_of(library: Library, action: str) -> str:
    """The channel that an action leads to, or nothing.

    It is the one with the action's own id, or else with the id of the rung it stands on.
    """
    candidates = (action, library.actions[action].stage)
    return next((name for name in candidates if name in library.channels), "")


def channel_link(context: Context, action: str) -> Link | None:
    """The page of the channel that `action` leads to, if there is one."""
    name = channel_of(context.checked.library, action)
    if not name:
        return None
    return Link(str(context.checked.library.channels[name].title), context.places.channel(name))


def _facts(facts: Iterable[ChannelFact], law: Law) -> tuple[ChannelFactView, ...]:
    return tuple(_fact(fact, law) for fact in facts)


def _fact(fact: ChannelFact, law: Law) -> ChannelFactView:
    cited = law.cite(fact.provisions)
    return ChannelFactView(str(fact.text), TAGS[fact.grade], str(fact.source or ""), cited)


def _legend(facts: Iterable[ChannelFact]) -> tuple[GradeTag, ...]:
    """The tags that the facts wear, in the order of their firmness."""
    worn = {fact.grade for fact in facts}
    return tuple(dict.fromkeys(tag for grade, tag in TAGS.items() if tag and grade in worn))


def _row(context: Context, name: str, channel: Channel) -> ChannelRow:
    law = context.law
    return ChannelRow(
        title=str(channel.title),
        url=context.places.channel(name),
        good_for=tuple(map(str, channel.good_for)),
        cannot=_fact(channel.cannot[0], law) if channel.cannot else None,
        limit=_fact(channel.limits[0], law) if channel.limits else None,
        cost=_fact(channel.costs[0], law) if channel.costs else None,
    )


def _leading(context: Context, channel: str) -> tuple[Link, ...]:
    library = context.checked.library
    return tuple(
        Link(str(outcome.title), context.places.outcome(str(name)))
        for name, outcome in library.outcomes.items()
        if any(channel_of(library, action) == channel for action in _actions(outcome))
    )


def _actions(outcome: Outcome) -> Iterator[str]:
    return (str(use.action) for use in (*outcome.today, *outcome.road))
