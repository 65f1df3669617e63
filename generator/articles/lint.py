# SPDX-License-Identifier: MIT
"""Everything that can be wrong with hand-written pages, in one list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.articles.front_matter import is_article, overdue, read_articles
from generator.articles.model import Article
from generator.articles.proofreading import Sheet, jargon, needed_marks, wording
from generator.citing.pages import Page, page_problems
from generator.citing.shelf import Shelf
from generator.model import Library
from generator.problems import Problem
from generator.rules.unexplained_jargon import explained_by


def lint(pages: Mapping[str, bytes], library: Library, index: Shelf, today: str) -> list[Problem]:
    """The faults of `pages` (paths below the documentation folder, to bytes), in order.

    `index` is the law of `library`; `today` is an ISO 8601 date.
    """
    articles = read_articles(pages, frozenset(map(str, library.trees)))
    explained = explained_by(library)
    found = [*articles.problems, *overdue(articles.entries, today)]
    for sheet in _sheets(pages, articles.entries):
        found += wording(sheet)
        found += jargon(sheet, explained)
        found += citations(sheet.page, index, today)
    return sorted(found)


def citations(page: Page, index: Shelf, today: str) -> tuple[Problem, ...]:
    """What is wrong with the law that `page` mentions."""
    marks = needed_marks(page) if page.is_markdown else frozenset()
    return page_problems(page, index, today=today, needed=marks)


def _sheets(pages: Mapping[str, bytes], articles: Mapping[str, Article]) -> Iterator[Sheet]:
    for path, data in sorted(pages.items()):
        if PurePosixPath(path).suffix == ".md":
            # What is not UTF-8 was reported with the front matter.
            text = data.decode("utf-8-sig", "replace")
            yield Sheet(Page(path, text), articles.get(path) if is_article(path) else None)
