# SPDX-License-Identifier: MIT
"""What stands around the articles that are written by hand, and lists of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.knowledge import TermView
from generator.views.shared import Link


@dataclass(frozen=True)
class ArticleEndView:
    """What ends an article; the glossary's `terms` are those of its own words."""

    url: str
    index_url: str
    glossary_url: str
    guides: tuple[Link, ...]
    terms: tuple[TermView, ...]
    related: tuple[Link, ...]
    checked_on: str
    review_by: str


@dataclass(frozen=True)
class TopicGroup:
    """The articles on one topic; each link's note is its description."""

    title: str
    articles: tuple[Link, ...]


@dataclass(frozen=True)
class ArticleIndexView:
    """All articles, by topic."""

    url: str
    groups: tuple[TopicGroup, ...]
