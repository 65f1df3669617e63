# SPDX-License-Identifier: MIT
"""Guides and the pages of their questions."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.shared import Link, VerdictView


@dataclass(frozen=True)
class OptionView:
    """One answer of a question, as a link to where it leads."""

    id: str
    label: str
    hint: str
    url: str


@dataclass(frozen=True)
class QuestionView:
    """One question on a page of its own (works without JavaScript).

    `shortest` and `longest` count the screens still to come after this one, over all ways.
    `kind` is choice, number, date or multi (a multi fact is asked here as one yes/no at a time).
    """

    fact: str
    question: str
    kind: str
    help: str
    picture: str
    options: tuple[OptionView, ...]
    url: str
    shortest: int
    longest: int


@dataclass(frozen=True)
class GuideView:
    """The page of one guide. `data` is the JSON the component walks.

    `keywords` and `asked` are for search: what the guide is about, and what it asks on the way.
    """

    id: str
    title: str
    summary: str
    url: str
    start: QuestionView
    outcomes: tuple[OutcomeCard, ...]
    situations: str
    shortest: int
    longest: int
    review_by: str
    data: str
    keywords: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    checked_on: str = ""
    reading: tuple[Link, ...] = ()


@dataclass(frozen=True)
class OutcomeCard:
    """An outcome in a list."""

    title: str
    url: str
    verdict: VerdictView


@dataclass(frozen=True)
class NodeView:
    """A static page for one node of the diagram."""

    guide_title: str
    guide_url: str
    question: QuestionView
    home_url: str
    guides_url: str
    law_url: str


@dataclass(frozen=True)
class WayView:
    """One thing that happened to people; `url` leads to the guide with it answered."""

    label: str
    hint: str
    url: str


@dataclass(frozen=True)
class WayGroup:
    """Ways of the front door under a heading, which may be empty."""

    title: str
    ways: tuple[WayView, ...]


@dataclass(frozen=True)
class HomeView:
    """What the front page needs: the first guide, what people say has happened to them (`front`),
    and the guides that none of it leads to (`others`)."""

    guide: GuideView
    front: tuple[WayGroup, ...]
    others: tuple[GuideView, ...]
    provisions: int
    instruments: int
    reading: tuple[Link, ...] = ()
