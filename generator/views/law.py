# SPDX-License-Identifier: MIT
"""Law pages: instruments, provisions, the index."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.shared import Citation, Link


@dataclass(frozen=True)
class ProvisionView:
    """One provision; `anchor` is its id, `formerly` its older ones, `citation.url` its own page.

    `effective_to` is the first day on which it no longer holds; `status` says what that means on
    the day it was checked. `readings` are the ways of reading a contested one, `answers` the
    everyday questions that it answers. `edition` sets it apart from other versions of the same
    words ("2014-03-15 起"), and is empty if there are none.
    """

    anchor: str
    citation: Citation
    label: str
    lead: str
    text: tuple[str, ...]
    plain: str
    use: str
    twist: str
    reply: str
    limits: str
    contested: bool
    keywords: tuple[str, ...]
    status: str
    effective_from: str
    effective_to: str
    grade_meaning: str
    verified: str
    checked_on: str
    formerly: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    edition: str = ""


@dataclass(frozen=True)
class SuccessorView:
    """What took the place of a law that no longer holds; `since` is a day or empty."""

    title: str
    url: str
    since: str


@dataclass(frozen=True)
class InstrumentView:
    """The page of one law. `is_named`: only its name is known, so nothing of it is quoted."""

    id: str
    title: str
    short: str
    url: str
    kind: str
    issuer: str
    number: str
    version: str
    effective_from: str
    effective_to: str
    status: str
    official: str
    grade: str
    grade_meaning: str
    verified: str
    checked_on: str
    review_by: str
    provisions: tuple[ProvisionView, ...]
    aliases: tuple[str, ...] = ()
    promulgated: str = ""
    amended_by: tuple[str, ...] = ()
    note: str = ""
    is_repealed: bool = False
    is_named: bool = False
    replaced_by: tuple[SuccessorView, ...] = ()


@dataclass(frozen=True)
class MentionGroup:
    """The places of one kind (指引, 结论, …) that cite a provision; `more` are not listed."""

    label: str
    links: tuple[Link, ...]
    more: int = 0


@dataclass(frozen=True)
class VersionView:
    """One version of the same place in a law; `is_this` if it is the page's own."""

    url: str
    version: str
    effective_from: str
    effective_to: str
    status: str
    is_this: bool


@dataclass(frozen=True)
class ProvisionPageView:
    """The page of one provision. `versions` is empty if there is only this one; `newer` is the
    version that holds, if this one does not. `previous` and `following` are its neighbours in the
    law, or None at its ends; `index_url` is that of 法条.
    """

    provision: ProvisionView
    instrument: InstrumentView
    versions: tuple[VersionView, ...]
    newer: Link | None
    cited_by: tuple[MentionGroup, ...]
    previous: Link | None
    following: Link | None
    index_url: str


@dataclass(frozen=True)
class AskedView:
    """An everyday question, and the provisions that answer it."""

    question: str
    provisions: tuple[ProvisionView, ...]


@dataclass(frozen=True)
class TopicView:
    """Questions of one kind. Without a title they are all there are."""

    id: str
    title: str
    asked: tuple[AskedView, ...]


@dataclass(frozen=True)
class LawIndexView:
    """All instruments: by question, by kind, and apart those that do not hold or are not quoted.

    Each entry of `groups` is a kind and its instruments.
    """

    groups: tuple[tuple[str, tuple[InstrumentView, ...]], ...]
    topics: tuple[TopicView, ...] = ()
    repealed: tuple[InstrumentView, ...] = ()
    named: tuple[InstrumentView, ...] = ()
