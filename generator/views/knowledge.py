# SPDX-License-Identifier: MIT
"""The glossary, the misquotes, the channels."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.shared import Citation, Link


@dataclass(frozen=True)
class TermView:
    """A word and its meaning; `anchor` is its id, `also` are other words for it."""

    anchor: str
    term: str
    plain: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class TermGroup:
    """The words under one letter of the alphabet."""

    letter: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class GlossaryView:
    """The glossary, by pinyin."""

    url: str
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True)
class MisquoteView:
    """A wrong claim and what is right; `heard` are other wordings, `formerly` its older ids."""

    anchor: str
    claim: str
    heard: tuple[str, ...]
    wrong: str
    right: str
    citations: tuple[Citation, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True)
class MisquoteGroup:
    """The claims that are wrong in the same way."""

    id: str
    title: str
    meaning: str
    claims: tuple[MisquoteView, ...]


@dataclass(frozen=True)
class MisquotesView:
    """The page of wrong claims."""

    url: str
    groups: tuple[MisquoteGroup, ...]


@dataclass(frozen=True)
class GradeTag:
    """How firm a statement is, in a word; `look` is law, open or practice."""

    word: str
    look: str
    meaning: str


@dataclass(frozen=True)
class ChannelFactView:
    """A statement about a channel. Advice has no `tag`; `source` is one outside the library."""

    text: str
    tag: GradeTag | None
    source: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class ChannelView:
    """The page of one channel; `outcomes` are those whose steps lead to it."""

    id: str
    title: str
    url: str
    summary: str
    run_by: str
    where: str
    good_for: tuple[str, ...]
    can: tuple[ChannelFactView, ...]
    cannot: tuple[ChannelFactView, ...]
    bring: tuple[str, ...]
    steps: tuple[ChannelFactView, ...]
    limits: tuple[ChannelFactView, ...]
    order: tuple[ChannelFactView, ...]
    costs: tuple[ChannelFactView, ...]
    synonyms: tuple[str, ...]
    checked_on: str
    review_by: str
    outcomes: tuple[Link, ...]
    legend: tuple[GradeTag, ...]


@dataclass(frozen=True)
class ChannelRow:
    """A channel in the table: what it is for, and the first thing to know of each other kind."""

    title: str
    url: str
    good_for: tuple[str, ...]
    cannot: ChannelFactView | None
    limit: ChannelFactView | None
    cost: ChannelFactView | None


@dataclass(frozen=True)
class OrderGroup:
    """What must come before a channel, and what it blocks."""

    channel: Link
    facts: tuple[ChannelFactView, ...]


@dataclass(frozen=True)
class ChannelIndexView:
    """All channels; `urgent` is the one that comes first when it applies."""

    url: str
    rows: tuple[ChannelRow, ...]
    urgent: ChannelView | None
    order: tuple[OrderGroup, ...]
    legend: tuple[GradeTag, ...]
